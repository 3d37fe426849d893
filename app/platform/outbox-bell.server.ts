/** Wakes the outbox of this process as soon as there is something to do; it also looks by itself now and then. */
let answer: (() => void) | undefined;

export const ringOutbox = () => answer?.();
export const onOutboxBell = (listener: (() => void) | undefined) => {
  answer = listener;
};

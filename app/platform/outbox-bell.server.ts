import { seeing } from "~db/sight";

/** Wakes the outbox of this process as soon as there is something to do; it also looks by itself now and then. */
let answer: (() => void) | undefined;

/** Whoever rings may see one unit; the outbox works for all. */
export const ringOutbox = () => seeing(undefined, () => answer?.());
export const onOutboxBell = (listener: (() => void) | undefined) => {
  answer = listener;
};

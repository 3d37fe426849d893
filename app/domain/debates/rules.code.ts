/** Letters and digits that nobody mixes up on a poster or on the phone, without vowels, so that no words appear. */
export const CODE_ALPHABET = "CDFGHJKMNPRTVWXYZ34679";
const CODE_LENGTH = 5;

/** `pick(n)` gives a number below n; the caller knows where chance comes from. */
export const composeDebateCode = (pick: (below: number) => number) =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[pick(CODE_ALPHABET.length)]).join("");

export const tidyDebateCode = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .slice(0, 12);

const LONGEST_TITLE = 300;

/** A task is called by what the public reads of its motion, on one line. */
export function titleOf({ textPublic }: { textPublic: string }) {
  const letters = [...textPublic.replace(/\s+/g, " ").trim()];
  return letters.length > LONGEST_TITLE
    ? `${letters
        .slice(0, LONGEST_TITLE - 1)
        .join("")
        .trimEnd()}…`
    : letters.join("");
}

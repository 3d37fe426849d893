/** The list is read when a password is set for the first time, and never by a service in which nobody sets one. */
let list: Promise<readonly string[]> | undefined;

const readList = () =>
  import("@zxcvbn-ts/language-common").then(({ dictionary }) => dictionary["passwords-common"] as readonly string[]);

/** Is one of these words a password that very many people have? Lower case; nothing leaves the machine. */
export async function isCommonPassword(words: readonly string[]) {
  list ??= readList();
  const common = await list;
  // Walked and not kept as a set: a walk takes half a millisecond, a set would stay in the memory for good.
  return words.some((word) => common.includes(word));
}

export type Piece = { kind: "same" | "gone" | "new"; text: string };

/** Above it both texts are shown whole: nobody reads a comparison of a thousand words. */
const MOST_WORDS = 1_200;

/** Two texts word by word, by their longest common subsequence; blanks stay with the word before them. */
export function compareWords(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return joined([piece("gone", before), piece("new", after)]);
  const lengths = commonLengths(a, b);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [was, is] = [a[i], b[j]];
    if (was !== undefined && is !== undefined && isSame(was, is)) {
      pieces.push(piece("same", is));
      i++;
      j++;
    } else if (was !== undefined && (is === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      pieces.push(piece("gone", was));
      i++;
    } else {
      pieces.push(piece("new", is ?? ""));
      j++;
    }
  }
  return joined(pieces);
}

const piece = (kind: Piece["kind"], text: string): Piece => ({ kind, text });
const wordsOf = (text: string) => text.match(/\S+\s*/g) ?? [];
const isSame = (a: string, b: string) => a.trimEnd() === b.trimEnd();
const at = (lengths: number[][], i: number, j: number) => lengths[i]?.[j] ?? 0;

/** How long a common subsequence can still be from each pair of places on. */
function commonLengths(a: readonly string[], b: readonly string[]) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (!row) continue;
      row[j] = isSame(a[i] ?? "", b[j] ?? "")
        ? at(lengths, i + 1, j + 1) + 1
        : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  return lengths;
}

function joined(pieces: readonly Piece[]) {
  const all: Piece[] = [];
  for (const { kind, text } of pieces) {
    const last = all.at(-1);
    if (text === "") continue;
    if (last?.kind === kind) last.text += text;
    else all.push({ kind, text });
  }
  return all;
}

import { layoutOf, type PageLayout, type Piece, textOf } from "./pdf-layout";

const NEAR = 3;

/**
 * Where the structure reads a page in another order than eyes do: each piece begins below the one before it, or, at the
 * same height and above, to the right of it. Up and to the left nobody reads.
 */
export async function readingOrderFaults(bytes: Uint8Array): Promise<string[]> {
  return (await layoutOf(bytes)).flatMap(({ pieces }, i) =>
    pieces.slice(1).flatMap((next, k) => {
      const before = pieces[k];
      return !before || follows(before, next) ? [] : [`page ${i + 1}: “${textOf(next)}” after “${textOf(before)}”`];
    }),
  );
}

function follows(before: Piece, next: Piece): boolean {
  const [a, b] = [before.lines[0], next.lines[0]];
  if (!a || !b) return true;
  return b.top < a.top - NEAR || b.left > a.left + NEAR;
}

/** One-letter words at the end of a line that the typesetter has ended. */
export const hangingWords = (pages: PageLayout[]): string[] =>
  pages.flatMap(({ pieces }) =>
    pieces.flatMap(({ lines }) =>
      lines
        .slice(0, -1)
        .flatMap(({ text }) => (/(?:^|[\s\u00a0(„])[aiouwzAIOUWZ][\s\u00a0]*$/.test(text) ? [text] : [])),
    ),
  );

export const isHeading = ({ roles }: Piece) => roles.some((role) => /^H[1-6]$/.test(role));

/** Everything that a typesetter is told off for, on all pages. */
export function typesettingFaults(pages: PageLayout[], signature: string): string[] {
  const faults = hangingWords(pages).map((line) => `a short word ends the line “${line}”`);
  let header: string[] = [];
  for (const [i, { pieces, artifacts, tables }] of pages.entries()) {
    const where = `page ${i + 1}`;
    const furniture = artifacts
      .map(({ text }) => text)
      .join(" ")
      .replaceAll("\u00a0", " ");
    if (!furniture.includes(`strona ${i + 1} z ${pages.length}`)) faults.push(`${where}: no number`);
    const last = pieces.at(-1);
    if (last && isHeading(last)) faults.push(`${where} ends with the heading “${textOf(last)}”`);
    for (const table of tables) {
      if (table.header) header = table.header;
      // Two cells are a name and its value: they need no header.
      else if (table.cells > 2 && !isRepeated(header, artifacts, table.first))
        faults.push(`${where}: a table goes on without its header`);
    }
    const signed = pieces.findIndex((piece) => textOf(piece) === signature);
    if (signed === 0) faults.push(`${where}: signatures alone`);
  }
  return faults;
}

/** The words of the header stand, as furniture, above the first cell of the page. */
function isRepeated(header: string[], artifacts: PageLayout["artifacts"], first: Piece | undefined) {
  const top = first?.lines[0]?.top ?? 0;
  const above = artifacts
    .filter((line) => line.top > top)
    .map(({ text }) => text)
    .join(" ");
  return header.every((label) => label.split(" ").every((word) => above.includes(word)));
}

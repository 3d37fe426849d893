import { preview as say } from "./messages.preview.pl";
import type { Frozen } from "./rules.correction";
import { type Block, type Section, sectionsOf } from "./rules.sections";

export type PreviewSection = { id: string; title: string; internal: Block[]; open: Block[]; isSame: boolean };

/** Both versions section by section; what everybody will not read is a gap where it would have stood. */
export function previewOf({ internal, public: open }: Frozen): PreviewSection[] {
  const shown = sectionsOf(open);
  return sectionsOf(internal).map(({ id, title, blocks, name }) => {
    const twin = shown.find((section) => section.name === name)?.blocks ?? [];
    return {
      ...{ id, title },
      internal: blocks,
      open: withGaps(blocks, twin),
      isSame: JSON.stringify(blocks) === JSON.stringify(twin),
    };
  });
}

type Segment = { heading: string; blocks: Section["blocks"] };

function withGaps(inner: readonly Block[], open: readonly Block[]): Block[] {
  const twins = segmentsOf(open);
  let next = 0;
  return segmentsOf(inner).flatMap(({ heading, blocks }): Block[] => {
    const twin = twins[next];
    if (!twin || bare(twin.heading) !== bare(heading)) return [{ kind: "note", text: say.gap }];
    next++;
    const tables = blocks.filter((block) => block.kind === "table");
    return twin.blocks.map((block) =>
      block.kind === "table"
        ? tableWithGaps(
            tables.find(({ caption }) => caption === block.caption),
            block,
          )
        : block,
    );
  });
}

/** Items have other numbers where one before them is left out. */
const bare = (heading: string) => heading.replace(/^Ad[\s\u00a0]\d+\.[\s\u00a0]/u, "");

function segmentsOf(blocks: readonly Block[]): Segment[] {
  const segments: Segment[] = [];
  for (const block of blocks) {
    const last = segments.at(-1);
    if (block.kind === "heading" || !last) {
      segments.push({ heading: block.kind === "heading" ? block.text : "", blocks: [block] });
    } else last.blocks.push(block);
  }
  return segments;
}

type Table = Extract<Block, { kind: "table" }>;
const nameOf = ({ columns }: Table, row: readonly string[]) => row[columns.findIndex(({ isRowHeader }) => isRowHeader)];

/** Rows are named by their number or office; each is looked for behind the one before. */
function tableWithGaps(inner: Table | undefined, open: Table): Table {
  if (!inner) return open;
  let next = 0;
  const rows = inner.rows.map((row) => {
    const twin = open.rows[next];
    if (!twin || nameOf(open, twin) !== nameOf(inner, row)) return open.columns.map(() => say.gapCell);
    next++;
    return twin;
  });
  return { ...open, rows };
}

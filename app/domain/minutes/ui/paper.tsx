import type { ReactNode } from "react";
import { Facts } from "~/ui/facts";
import { Table } from "~/ui/table";
import type { Block, Section } from "../rules.sections";

/** The blocks of a section as a page: the accessible original of the PDF. */
export const PaperBlocks = ({ blocks, brief }: { blocks: readonly Block[]; brief?: boolean }) =>
  blocks.map((block, i) => <PaperBlock key={i} block={block} brief={brief} />);

function PaperBlock({ block, brief }: { block: Block; brief?: boolean }): ReactNode {
  switch (block.kind) {
    case "facts":
      return <Facts row items={block.rows.map(({ label, value }) => ({ term: label, value }))} />;
    case "heading":
      return <h3>{block.text}</h3>;
    case "note":
      return <p className="prose small muted">{block.text}</p>;
    case "list": {
      const items = block.items.map((item, i) => <li key={i}>{item}</li>);
      return block.numbered ? <ol className="list prose">{items}</ol> : <ul className="list prose">{items}</ul>;
    }
    case "table":
      return <PaperTable {...block} brief={brief} />;
    default:
      return <p className="prose">{block.text}</p>;
  }
}

type TableProps = Extract<Block, { kind: "table" }> & { brief?: boolean };

/** On a page the first column names the row, and „Lp.” says nothing: it is left to the paper. */
function PaperTable({ caption, columns, rows, brief }: TableProps) {
  const shown = columns
    .map((column, i) => ({ ...column, i }))
    .filter(({ isNumber, isMinor }) => !isNumber && !(brief && isMinor));
  return (
    <Table
      caption={caption}
      rows={rows.map((cells, i) => ({ cells, key: String(i) }))}
      rowKey={({ key }) => key}
      columns={shown.map(({ header, isRowHeader, i }) => ({
        label: header,
        cell: ({ cells }: { cells: string[] }) => cells[i] ?? "",
        narrow: isRowHeader,
        // Numbers are short; only names of institutions may wrap in the column that names the row.
        className: isRowHeader && i === 0 ? "nowrap num" : undefined,
      }))}
    />
  );
}

export const PaperSection = ({ section, children }: { section: Section; children?: ReactNode }) => (
  <section className="stack" aria-labelledby={section.id}>
    <h2 id={section.id}>{section.title}</h2>
    <PaperBlocks blocks={section.blocks} />
    {children}
  </section>
);

import { typeset } from "~/platform/language";
import type { Cell } from "~/platform/lists";
import { LinkButton } from "~/ui/button";
import { Tabs, TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { cellText, isNumeric, year as words, type YearSheet, type YearTable } from "../messages.year.pl";

export type YearProps = {
  home: string;
  sheet: YearSheet;
  years: number[];
  whose: "unit" | "units";
  hasUnits: boolean;
  files: { pdf: string; xlsx: string };
};

export function YearPage({ home, sheet, years, whose, hasUnits, files }: YearProps) {
  const path = (year: number, of = whose) => `${home}/reports/year/${year}${of === "units" ? "?whose=units" : ""}`;
  return (
    <>
      <TopBar
        crumbs={[{ label: words.reports, href: `${home}/reports` }, { label: sheet.title }]}
        title={sheet.title}
        sub={words.asOf(sheet.day)}
        actions={
          <>
            <LinkButton href={files.xlsx}>{words.xlsx}</LinkButton>
            <LinkButton look="primary" href={files.pdf}>
              {words.pdf}
            </LinkButton>
          </>
        }
      />
      <Tabs
        label={words.years}
        items={years.map((year) => ({ href: path(year), label: words.other(year), current: year === sheet.year }))}
      />
      {hasUnits && (
        <Tabs
          label={words.scope}
          items={[
            { href: path(sheet.year, "unit"), label: words.ofUnit, current: whose === "unit" },
            { href: path(sheet.year, "units"), label: words.ofUnits, current: whose === "units" },
          ]}
        />
      )}
      <div className="stack">
        {sheet.tables.map((table) => (
          <Section key={table.key} table={table} />
        ))}
        <p className="small muted">{typeset(sheet.note)}</p>
      </div>
    </>
  );
}

type Row = { index: number; cells: readonly Cell[]; isTotal: boolean };

function Section({ table: { title, columns, rows, total, empty } }: { table: YearTable }) {
  const all: Row[] = rows.map((cells, index) => ({ index, cells, isTotal: false }));
  if (all.length === 0)
    return (
      <Panel title={title} padded>
        <p className="muted">{typeset(empty)}</p>
      </Panel>
    );
  if (total) all.push({ index: rows.length, cells: total, isTotal: true });
  return (
    <Panel title={title}>
      <Table
        caption={title}
        rows={all}
        rowKey={({ index }) => String(index)}
        rowClass={({ isTotal }) => (isTotal ? "is-total" : undefined)}
        columns={columns.map((column, index) => ({
          label: column.label,
          narrow: column.width <= 12,
          className: isNumeric(column) ? "num num--end" : undefined,
          cell: ({ cells }: Row) => cellText(cells[index], column),
        }))}
      />
    </Panel>
  );
}

import type { ReactNode } from "react";
import { Box, ink, size, TextBox } from "./box";
import type { Style } from "./node";
import { Note } from "./text";

export type Column<Row> = {
  header: string;
  /** Points or shares: widths are stretched to the width of the page. */
  width: number;
  cell: (row: Row, index: number) => ReactNode;
  align?: "left" | "center" | "right";
  /** The cell names its row, e.g. the number of a motion. */
  rowHeader?: boolean;
};

type TableProps<Row> = { columns: Column<Row>[]; rows: readonly Row[]; empty?: string };

/** Header cells repeat after a page break; rows stay whole, unless one is higher than a page, and the last is not alone. */
export function Table<Row>({ columns, rows, empty = "–" }: TableProps<Row>) {
  if (!rows.length) return <Note>{empty}</Note>;
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const styleOf = (column: Column<Row>, i: number): Style => ({
    width: `${(100 * column.width) / total}%`,
    paddingVertical: 4,
    // The text of the outer columns stands on the margin, as the hairlines do.
    paddingLeft: i ? 5 : 0,
    paddingRight: i < columns.length - 1 ? 5 : 0,
    textAlign: column.align ?? "left",
    fontSize: size.table,
    lineHeight: 1.35,
  });
  const body = columns.map(styleOf);
  const head = body.map((style) => ({ ...style, fontSize: size.small, fontWeight: 700, color: ink.soft }));
  return (
    <Box tag={{ role: "Table" }} style={{ marginTop: 2, marginBottom: 10 }}>
      <Box
        tag={{ role: "TR" }}
        wrap={false}
        fixed
        minPresenceAhead={1}
        style={{ flexDirection: "row", alignItems: "flex-end", borderBottomWidth: 0.75, borderColor: ink.rule }}
      >
        {columns.map((column, i) => (
          <TextBox key={i} tag={{ role: "TH", scope: "Column" }} style={head[i]}>
            {column.header}
          </TextBox>
        ))}
      </Box>
      {rows.map((row, r) => (
        <Box
          key={r}
          tag={{ role: "TR" }}
          wrap={false}
          minPresenceAhead={r === rows.length - 2 ? 1 : undefined}
          style={{ flexDirection: "row", borderBottomWidth: 0.4, borderColor: ink.hairline }}
        >
          {columns.map((column, i) => (
            <TextBox key={i} tag={column.rowHeader ? { role: "TH", scope: "Row" } : { role: "TD" }} style={body[i]}>
              {column.cell(row, r)}
            </TextBox>
          ))}
        </Box>
      ))}
    </Box>
  );
}

type Fact = { label: string; value: ReactNode };

/** „Termin: …”, „Miejsce: …”: read aloud as a table whose first column names the second. */
export const Facts = ({ rows }: { rows: readonly Fact[] }) => (
  <Box tag={{ role: "Table" }} style={{ marginBottom: 8 }}>
    {rows.map(({ label, value }, i) => (
      <Box key={i} tag={{ role: "TR" }} style={{ flexDirection: "row" }}>
        <TextBox
          tag={{ role: "TH", scope: "Row" }}
          style={{ width: 128, paddingRight: 10, paddingVertical: 2, color: ink.soft }}
        >
          {label}
        </TextBox>
        <TextBox tag={{ role: "TD" }} style={{ flex: 1, paddingVertical: 2 }}>
          {value}
        </TextBox>
      </Box>
    ))}
  </Box>
);

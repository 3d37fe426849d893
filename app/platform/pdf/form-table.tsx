import { Box, ink, size, TextBox } from "./box";
import type { Style } from "./node";

export type FormColumn<Row> = {
  header: string;
  /** Points or shares: widths are stretched to the width of the page. */
  width: number;
  /** Nothing: somebody writes here. */
  cell?: (row: Row, index: number) => string;
  align?: "center";
  isStrong?: boolean;
};

type FormTableProps<Row> = {
  columns: readonly FormColumn<Row>[];
  rows: readonly Row[];
  /** Empty rows to be written in; as many more as the last page has room for. */
  blanks: number;
  /** High enough for a hand. */
  rowHeight: number;
};

/** More than any page has room for. */
const FILLERS = 40;

/** A table that is filled in with a pen: with lines around its cells, and rows that are never cut. */
export function FormTable<Row>({ columns, rows, blanks, rowHeight }: FormTableProps<Row>) {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const styles = columns.map(
    ({ width, align, isStrong }, i): Style => ({
      width: `${(100 * width) / total}%`,
      paddingHorizontal: 5,
      paddingVertical: 5,
      fontSize: size.table,
      lineHeight: 1.3,
      textAlign: align ?? "left",
      ...(isStrong && { fontWeight: 700 }),
      ...(i > 0 && { borderLeftWidth: 0.5, borderColor: ink.hairline }),
    }),
  );
  const line = { flexDirection: "row", borderBottomWidth: 0.5, borderColor: ink.hairline };
  const blank = (i: number) => rows.length + i;
  return (
    <Box tag={{ role: "Table" }} style={{ marginTop: 4 }}>
      <Box
        tag={{ role: "TR" }}
        wrap={false}
        fixed
        minPresenceAhead={1}
        style={{ ...line, borderBottomWidth: 1, borderColor: ink.rule }}
      >
        {columns.map(({ header }, i) => (
          <TextBox
            key={header}
            tag={{ role: "TH", scope: "Column" }}
            style={{ ...styles[i], fontSize: size.small, fontWeight: 700, color: ink.soft, borderLeftWidth: 0 }}
          >
            {header}
          </TextBox>
        ))}
      </Box>
      {rows.map((row, r) => (
        <Box key={r} tag={{ role: "TR" }} wrap={false} style={{ ...line, minHeight: rowHeight }}>
          {columns.map(({ header, cell }, i) => (
            <Cell key={header} style={styles[i]} text={cell?.(row, r)} />
          ))}
        </Box>
      ))}
      {Array.from({ length: blanks + FILLERS }, (_, i) => (
        <Box
          key={blank(i)}
          tag={{ role: "TR" }}
          wrap={false}
          filler={i >= blanks}
          style={{ ...line, minHeight: rowHeight }}
        >
          {columns.map(({ header }, c) => (
            <Cell key={header} style={styles[c]} text={c === 0 ? `${blank(i) + 1}` : undefined} />
          ))}
        </Box>
      ))}
    </Box>
  );
}

/** A line between the columns is the cell's own, so that it is as high as its row. */
const Cell = ({ style, text = "" }: { style: Style | undefined; text?: string }) => (
  <TextBox tag={{ role: "TD" }} style={style}>
    {text}
  </TextBox>
);

// biome-ignore-all lint/a11y/noRedundantRoles: shown as cards (display: grid), a table loses its own roles in some browsers
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export type Column<Row> = {
  label: string;
  cell: (row: Row, index: number) => ReactNode;
  /** A column of buttons: its heading is only heard. */
  hideLabel?: boolean;
  className?: string;
  /** Stands in the heading in place of the label, e.g. a link that puts the rows in another order. */
  head?: ReactNode;
  /** By this column the rows are in order now. */
  isSorted?: "ascending" | "descending";
  /** A first column that holds only a number; otherwise it gets the room that a title needs. */
  narrow?: boolean;
};

type Props<Row> = {
  caption: string;
  showCaption?: boolean;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowClass?: (row: Row) => string | undefined;
  className?: string;
};

/** On a phone each row becomes a card; the explicit roles keep it a table for screen readers there, too. */
export function Table<Row>({ caption, showCaption, columns, rows, rowKey, rowClass, className }: Props<Row>) {
  return (
    <table className={joinClasses("table table--cards", className)} role="table">
      <caption className={showCaption ? undefined : "vh"}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, head, isSorted, hideLabel, className }) => (
            <th key={label} scope="col" role="columnheader" className={className} aria-sort={isSorted}>
              {hideLabel ? <span className="vh">{label}</span> : (head ?? label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={rowKey(row)} role="row" className={rowClass?.(row)}>
            {columns.map((column, position) => (
              <Cell key={column.label} column={column} isName={position === 0}>
                {column.cell(row, index)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = {
  column: { label: string; hideLabel?: boolean; className?: string; narrow?: boolean };
  isName: boolean;
  children: ReactNode;
};

function Cell({ column: { label, hideLabel, className, narrow }, isName, children }: CellProps) {
  if (isName) {
    return (
      <th scope="row" role="rowheader" className={joinClasses(!narrow && "table__main", className)}>
        {children}
      </th>
    );
  }
  return (
    <td role="cell" data-label={hideLabel ? undefined : label} className={className}>
      {children}
    </td>
  );
}

import { safeCell } from "./text";

/** For Excel in Poland: UTF-8 with a mark, semicolons, CRLF; nothing in a cell is ever run as a formula. */
export const toCsv = (rows: readonly (readonly string[])[]) =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;

function cell(text: string) {
  const safe = safeCell(text);
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

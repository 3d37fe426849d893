import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { cellsOf, sheetCsv } from "~/domain/tasks/messages.cells.pl";
import { columns, MOST_BYTES, MOST_ROWS } from "~/domain/tasks/messages.sheet.pl";
import { decideRow, type SheetTask } from "~/domain/tasks/rules.sheet";
import { readRow } from "~/domain/tasks/schema.sheet";
import { readTable } from "~/platform/csv-read";
import { addDays, calendarDate } from "~/platform/time";
import { TASK_STATES } from "~db/vocabulary";
import { office, withFile } from "./programs";

const TEXTS = [
  ...["=1+1", "+48 600 100 200", "-1+1", "@SUM(1;1)", "＝1+1", "'=1+1", "''x", "’apostrof"],
  ...[
    "0012",
    "12.03",
    "12.03.2026",
    "1/2026",
    "3/2026/Z1",
    "2026-03-18",
    "1e5",
    "12,50 zł",
    "10%",
    "3 maja",
    "mar 2026",
  ],
  ...["PRAWDA", "FAŁSZ", "TRUE", "12:30", "1 000", "00:15"],
  ...["ąćęłńóśźżĄĆĘŁŃÓŚŹŻ „cudzysłów” – pauza", 'średnik; "cudzysłów", przecinek', "<b>&amp;</b>", "sep=;"],
];
const LINES = ["pierwszy\ndrugi", "- myślnik\n- drugi; trzeci", '"cały w cudzysłowie"', "=1\n=2", ""];

const tasks: SheetTask[] = TEXTS.map((title, i) => ({
  ...{
    id: `t${i}`,
    number: `3/2026/Z${i + 1}`,
    title,
    details: LINES[i % LINES.length] ?? "",
    result: TEXTS.at(-i - 1) ?? "",
  },
  ...{
    ownerName: i % 2 ? "Urząd Miejski – Wydział Dróg" : "12. Komenda",
    state: TASK_STATES[i % TASK_STATES.length] ?? "new",
  },
  ...{
    dueOn: addDays(calendarDate("2026-01-01"), i * 13),
    dueBasis: "art_244",
    priority: i % 2 === 0,
    internal: i % 3 === 0,
  },
  ...{ progress: (i * 7) % 101, budgetYear: i % 5 ? null : 2027, debate: "3/2026", version: i + 1 },
  motions: [{ number: "3/2026/1", isSecret: false }, ...(i % 2 ? [{ number: "3/2026/2", isSecret: false }] : [])],
}));

/** Polish settings, semicolons, cells read as a double click in Poland reads them. */
const READER = ["--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1045,false,true,false,false,false,0,true"];
const UTF8 = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1045,false,true,false";
const CP1250 = "csv:Text - txt - csv (StarCalc):59,34,33,1,,1045,false,true,false";
const COMMAS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1045,true,true,false";

/** As it is set up on a desk in Poland: days, numbers and truths are recognized and written the Polish way. */
const POLISH = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>pl</value></prop></item>
</oor:items>`;

async function through(bytes: Uint8Array, ...steps: { to: string; reader?: string[] }[]): Promise<Uint8Array> {
  const [step, ...rest] = steps;
  if (!step) return bytes;
  const isCsv = step.reader !== undefined;
  const next = await withFile(isCsv ? "zadania.csv" : "zadania.xlsx", bytes, async (path, folder) => {
    const out = join(folder, "out");
    await mkdir(join(folder, "profile", "user"), { recursive: true });
    await writeFile(join(folder, "profile", "user", "registrymodifications.xcu"), POLISH);
    await office(folder, step.to, path, "--outdir", out, ...(step.reader ?? []));
    const [first = ""] = await readdir(out);
    return readFile(join(out, basename(first)));
  });
  return through(new Uint8Array(next), ...rest);
}

/** What a row would change, or why it cannot be read; nothing, when every value came back. */
function differences(bytes: Uint8Array) {
  const table = readTable(bytes, { columns, mostBytes: MOST_BYTES, mostRows: MOST_ROWS });
  if (!table.ok) return [table.reason];
  const seen = table.value.rows.map((raw) => {
    const read = readRow(raw);
    const task = tasks[raw.row - 2];
    if (!("row" in read)) return JSON.stringify([raw.cells, read.errors]);
    if (!task || read.row.number !== task.number) return `${raw.row}: another task`;
    const { changed, refusals } = decideRow(task, read.row, new Date("2026-01-01T08:00:00Z"));
    return changed.length + refusals.length > 0 ? JSON.stringify([raw.cells, cellsOf(task), changed, refusals]) : "";
  });
  return seen.length === tasks.length ? seen.filter(Boolean) : [`${seen.length} rows`];
}

const csv = new TextEncoder().encode(sheetCsv(tasks));

describe("a sheet of tasks comes back from LibreOffice with every value", () => {
  test("as it was", () => expect(differences(csv)).toEqual([]));

  test.each([
    ["as CSV in UTF-8", [{ to: UTF8, reader: READER }]],
    ["as CSV in Windows-1250", [{ to: CP1250, reader: READER }]],
    ["as CSV with commas and quotes", [{ to: COMMAS, reader: READER }]],
    ["by way of XLSX", [{ to: "xlsx", reader: READER }, { to: UTF8 }]],
  ])("%s", async (_, steps) => {
    const back = await through(csv, ...steps);
    expect(Buffer.from(back).equals(Buffer.from(csv))).toBe(false); // it was really written by somebody else
    // Windows-1250 has no full-width sign: that one text is lost, and is told as a change.
    const lost = steps.some(({ to }) => to === CP1250)
      ? tasks.filter(({ title, result }) => /＝/.test(title + result))
      : [];
    expect(differences(back)).toHaveLength(lost.length);
    expect(differences(back).filter((one) => !lost.some(({ number }) => one.includes(`"${number}"`)))).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { composeReport } from "~/domain/agreements/messages.report.pl";
import { renderDocument } from "~/platform/documents.server";
import { addDays } from "~/platform/time";
import { aUse, OPOCZNICA } from "../setup/factories.agreements";
import { checkTagged } from "../setup/pdf";
import { run, withFile } from "./programs";

const HOSTILE = [
  "Ż".repeat(200),
  "👩‍👩‍👧 🚔",
  "\u202Eodwrotnie\u0000",
  "=HYPERLINK(1)",
  "słowo".repeat(38),
  "<b>&amp;",
];
const entries = Array.from({ length: 150 }, (_, i) =>
  aUse({ usedOn: addDays(OPOCZNICA.startsOn, i), services: 1, place: HOSTILE[i] ?? `ul. Łęczycka ${i}`, fined: i % 3 }),
);

test("the report on an agreement: every entry and the sums, tagged", async () => {
  const terms = { ...OPOCZNICA, amountGrosze: 3_300_000, services: 150, servicesUsed: 150, task: null };
  const agreement = composeReport(
    { ...terms, report: `Służby się odbyły.\n\n${HOSTILE.join("\n")}` },
    entries,
    new Date("2026-10-01T08:00:00Z"),
  );
  const unit = { name: HOSTILE[0], department: "", locality: "Łąka", headOffice: "Komendant Powiatowy" };
  const bytes = await renderDocument("agreement", { unit, day: "2026-10-01", agreement });
  expect(await checkTagged(bytes)).toEqual([]);
  await withFile("porozumienie.pdf", bytes, async (path) => {
    expect(await run("pdfinfo", path)).toMatch(/Tagged: +yes/);
    expect(await run("qpdf", "--check", path)).toContain("No syntax or stream encoding errors found");
    const text = (await run("pdftotext", "-layout", path, "-")).replace(/[\s\u00a0]+/g, " ");
    for (const i of entries.keys()) if (i >= HOSTILE.length) expect(text).toContain(`ul. Łęczycka ${i} `);
    for (const words of ["33 000 zł: 150 służb po 220 zł", "Pozostało 0 0 zł", "Razem 150 mandaty: 150"])
      expect(text).toContain(words);
  });
});

import { describe, expect, test } from "vitest";
import { composeReport } from "~/domain/tasks/messages.report.pl";
import type { ReportFacts } from "~/domain/tasks/rules.report";
import { renderDocument } from "~/platform/documents.server";
import { calendarDate } from "~/platform/time";
import { checkTagged } from "../setup/pdf";
import { run, withFile } from "./programs";

const MANY = 200;
const NOW = new Date("2026-06-01T10:00:00Z");
const HOSTILE = [
  "Ż".repeat(300),
  "👩‍👩‍👧 🚔 emoji",
  "\u202Eodwrotnie\u202C ze\u0301 \u0000\u001b[31m",
  '<script>alert(1)</script> =HYPERLINK("http://x")',
  "słowo".repeat(40),
  "Długa treść, która się nie kończy. ".repeat(3000),
];
/** The longest that a field takes which is no text of its own. */
const lineOf = (i: number) => textOf(i).slice(0, 300);
const textOf = (i: number) => HOSTILE[i] ?? `Wniosek numer ${i}: zażółć gęślą jaźń przy ul. Łęczyckiej.`;

const setting = {
  unit: { name: HOSTILE[0], department: "Wydział Prewencji", locality: "Łąka", headOffice: "Komendant Powiatowy" },
  debate: {
    ...{
      kind: "initiating",
      cycleTitle: "Porozmawiajmy o „bezpieczeństwie”",
      topic: HOSTILE[4],
      number: 3,
      year: 2026,
    },
    ...{ startsAt: "2026-03-18T16:00:00.000Z", evaluationOn: "2026-11-18" },
  },
  day: "2026-06-01",
  tracker: { href: "http://app.test/u/x/tracker", shown: "app.test/u/x/tracker" },
};

const numbers = Array.from({ length: MANY }, (_, i) => i);
const body = (i: number) => ({ id: String(i), name: lineOf(i), address: "ul. Długa 1, 62-600 Koło" });
const motion = (i: number) => ({
  ...{ number: `3/2026/${i}`, place: i ? lineOf(i) : "", text: textOf(i), receivedAt: "2026-03-18T17:00:00.000Z" },
});

const facts: ReportFacts = {
  motions: numbers.map((i) => ({
    ...{ id: `m${i}`, number: `3/2026/${i}`, category: "ROAD", place: lineOf(i), textPublic: textOf(i) },
    ...{ status: "admitted", outcome: "task", sensitivity: "public", answer: lineOf(i), referredTo: null },
    ...{ referredAt: null, mergedIntoId: null, settlement: null, settlementNote: "", hallVerdict: null },
  })),
  tasks: numbers.slice(0, 40).map((i) => ({
    ...{ id: `t${i}`, sequence: i + 1, title: lineOf(i), ownerBodyId: "b", ownerName: lineOf(i), supporters: [] },
    ...{ motionIds: [`m${i}`], state: "in_progress", result: lineOf(i), dueOn: calendarDate("2026-04-20") },
    ...{ dueBasis: "art_244", budgetYear: null, internal: false, heardAt: null, remindedAt: null },
    ...{ createdAt: new Date("2026-03-18T17:00:00Z"), transferredToId: null },
    ...{ priority: false, progress: 0, proposedDueOn: null, proposedReason: "", proposedAt: null, disownedAt: null },
    entries: [
      {
        ...{ at: NOW, kind: "report", toState: null, text: lineOf(i), dueOn: null, public: true, isFromBody: true },
      },
    ],
  })),
};

const guest = (i: number) => ({
  ...{ id: String(i), bodyId: "b", bodyName: lineOf(i), officeTitle: lineOf(i), personName: i % 2 ? lineOf(i) : "" },
  ...{ personRank: "", salutation: "Szanowna Pani Burmistrz", address: "", inPerson: i % 3 > 0 },
  substitute: i % 3 ? null : { invitationId: String(i), name: lineOf(i), post: lineOf(i) },
  settled: numbers
    .slice(0, i)
    .map((no) => ({ number: `Z${no}`, title: lineOf(no), role: "owner", dueOn: "2026-04-20" })),
});

const PAPERS: Record<string, { props: object; says: string; all?: RegExp[] }> = {
  report: {
    props: { ...setting, version: "internal", report: composeReport(facts, "internal", NOW) },
    says: "SPRAWOZDANIE Z REALIZACJI",
  },
  referrals: {
    props: {
      ...setting,
      letters: [
        { kind: "courtesy", body: body(3), motions: numbers.map(motion) },
        ...numbers.slice(0, 8).map((i) => ({
          ...{ kind: "statutory", body: body(i) },
          motion: { ...motion(i), applicant: { name: lineOf(i), email: "a@b.test" }, councillor: i % 2 === 0 },
        })),
      ],
      notices: numbers.slice(0, 8).map((i) => ({
        ...{ statutory: i % 2 === 0, body: body(i), motion: motion(i) },
        applicant: { name: i ? lineOf(i) : "", email: "a@b.test" },
      })),
    },
    says: "według właściwości",
  },
  thanks: { props: { ...setting, guests: numbers.slice(0, 9).map(guest) }, says: "Z wyrazami szacunku" },
};

describe("papers after the evening, with everything that people type and two hundred motions", () => {
  test.each(Object.entries(PAPERS))("%s", async (name, { props, says }) => {
    const bytes = await renderDocument(name, props);
    expect(await checkTagged(bytes)).toEqual([]);
    await withFile(`${name}.pdf`, bytes, async (path) => {
      expect(await run("pdfinfo", path)).toMatch(/Tagged: +yes/);
      expect(await run("qpdf", "--check", path)).toContain("No syntax or stream encoding errors found");
      const text = (await run("pdftotext", path, "-")).replace(/\s+/g, " ");
      expect(text).toContain(says);
      if (name !== "thanks")
        for (const i of numbers.slice(HOSTILE.length)) expect(text).toContain(`Wniosek numer ${i}: zażółć gęślą jaźń`);
    });
  });
});

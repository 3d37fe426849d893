import { describe, expect, test } from "vitest";
import { papers } from "~/domain/papers/messages.pl";
import { kindOf, type PaperFacts, type PaperName, paperNames, papersOf } from "~/domain/papers/rules";
import { readAddress } from "~/domain/papers/schema";
import { calendarDate } from "~/platform/time";

const NOW = new Date("2026-03-20T10:00:00Z");
export const facts = (over: Partial<PaperFacts> = {}): PaperFacts => ({
  status: "held",
  datePending: false,
  agendaItems: 4,
  guests: 5,
  present: [{ id: "g", name: "Burmistrz" }],
  invited: [{ id: "1", name: "Burmistrz" }],
  motions: 6,
  tasks: 2,
  referralDue: null,
  referredTo: [{ id: "a", name: "Zarząd Dróg" }],
  minutes: null,
  ...over,
});
const missing = (name: PaperName, over: Partial<PaperFacts>) =>
  papersOf(facts(over), NOW).find((paper) => paper.name === name)?.missing;

describe("when a paper can be had", () => {
  test.each<[PaperName, Partial<PaperFacts>, string | null]>([
    ["referrals", {}, null],
    ["referrals", { referredTo: [] }, "nothing_referred"],
    ["thanks", {}, null],
    ["thanks", { present: [] }, "nobody_came"],
    ["thanks", { status: "announced" }, "not_held"],
    ["report", {}, null],
    ["report", { status: "postponed" }, "not_held"],
    ["poster", { status: "draft" }, "not_announced"],
    ["poster", { status: "announced" }, null],
    ["poster", { status: "cancelled" }, null],
    ["poster", { status: "postponed", datePending: true }, null],
    ["slips", { status: "draft" }, "not_announced"],
    ["slips", { status: "live" }, null],
    ["invitations", { invited: [] }, "nobody_invited"],
    ["invitations", { status: "announced" }, null],
    ["invitations", { status: "postponed", datePending: true }, "date_pending"],
    ["invitations", { status: "cancelled" }, "called_off"],
    ["attendance", { status: "draft", invited: [] }, null],
    ["script", { status: "draft", agendaItems: 0 }, null],
    ["minutes", { status: "draft" }, "not_held"],
    ["minutes", { status: "announced" }, "not_held"],
    ["minutes", { status: "cancelled" }, "not_held"],
    ["minutes", { status: "live" }, null],
    ["minutes", { status: "held" }, null],
    ["minutes", { status: "closed" }, null],
  ])("%s %o: %s", (name, over, expected) => {
    expect(missing(name, over)).toBe(expected);
  });
});

test("the day on which the law wants the letters out stands beside them, and beside nothing else", () => {
  const referralDue = calendarDate("2026-03-25");
  const due = papersOf(facts({ referralDue }), NOW).filter((paper) => paper.due);
  expect(due).toMatchObject([{ name: "referrals", due: referralDue }]);
});

describe("addresses", () => {
  test("each paper has a name of its own, also with its ending", () => {
    const files = paperNames.flatMap((name) => kindOf(name).formats.map((format) => `${papers[name].slug}.${format}`));
    expect(new Set(files).size).toBe(files.length);
    for (const file of files) expect(file).toMatch(/^[a-z-]+\.[a-z]+$/);
  });

  test.each([
    ["protokol.pdf", "", { name: "minutes", format: "pdf", options: { version: "internal" } }],
    ["protokol.pdf", "version=public", { name: "minutes", format: "pdf", options: { version: "public" } }],
    ["protokol.pdf", "version=kot", { name: "minutes", format: "pdf", options: { version: "internal" } }],
    ["protokol.docx", "", { name: "minutes", format: "docx", options: { version: "internal" } }],
    ["lista-gosci.xlsx", "", { name: "guestList", format: "xlsx", options: {} }],
    ["zadania-lista.csv", "", { name: "taskList", format: "csv", options: {} }],
    ["lista-gosci.pdf", "", undefined],
    ["lista-obecnosci.pdf", "blanks=12", { name: "attendance", format: "pdf", options: { blanks: "12" } }],
    ["lista-obecnosci.pdf", "blanks=9999", { name: "attendance", format: "pdf", options: { blanks: "60" } }],
    ["karty-zgloszen.pdf", "sheets=0", { name: "slips", format: "pdf", options: { sheets: "1" } }],
    ["karty-zgloszen.pdf", "sheets=-3", { name: "slips", format: "pdf", options: { sheets: "5" } }],
    ["protokol.exe", "", undefined],
    ["protokol", "", undefined],
    ["__proto__", "", undefined],
  ])("%s?%s", (file, query, expected) => {
    expect(readAddress(file, new URLSearchParams(query))).toEqual(expected);
  });
});

import { describe, expect, test } from "vitest";
import { attendanceListSheet } from "~/domain/attendance/document.list.server";
import { type AttendanceListProps, getAttendanceList } from "~/domain/attendance/queries.list.server";
import { postponeDebate } from "~/domain/debates/commands.moves.server";
import { answerInvitation } from "~/domain/invitations/commands.server";
import { renderSheet } from "~/platform/pdf/render";
import { formatDate } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { aDebate } from "../../setup/factories.debates";
import { anInvitation, aSubstitute } from "../../setup/factories.invitations";
import { HOSTILE_WORDS } from "../../setup/hostile-words";
import { checkTagged, pagesOf, rolesOf } from "../../setup/pdf";

const guest = { body: "Urząd Miejski", post: "Burmistrz", person: "Anna Łącka-Żak" };
const props = (over: Partial<AttendanceListProps> = {}): AttendanceListProps => ({
  unit: { name: "Komenda", department: "Wydział Prewencji" },
  number: "3/2026",
  topic: "Bezpieczne drogi",
  term: "środa, 18 marca 2026 r.",
  place: "GOK",
  rows: [guest],
  blanks: 5,
  privacy: { address: "https://debata.example/u/kpp/privacy", controller: "Komendant", officer: "iod@kpp.example" },
  ...over,
});
const print = async (over: Partial<AttendanceListProps> = {}) => {
  const bytes = await renderSheet(attendanceListSheet(props(over)));
  expect(await checkTagged(bytes)).toEqual([]);
  return { bytes, pages: await pagesOf(bytes), rows: ((await rolesOf(bytes)).TR ?? 0) - 4 };
};

describe("the attendance list", () => {
  test("empty rows fill the last page, and never begin another one", async () => {
    const few = await print({ blanks: 0 });
    expect(few.pages).toHaveLength(1);
    expect(few.rows, "one guest, the rest to be written in").toBeGreaterThan(10);
    const asked = await print({ rows: Array.from({ length: few.rows }, () => guest), blanks: 0 });
    expect(asked.pages).toHaveLength(1);
    expect(asked.rows).toBe(few.rows);
  });

  test("as many empty rows as were asked for are there, also when they need a page more", async () => {
    const { rows, pages } = await print({ blanks: 40 });
    expect(rows).toBeGreaterThanOrEqual(41);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page).toContain("Podpis");
      expect(page).toContain("Na tej stronie");
      expect(page).toContain("administratorem danych jest Komendant");
    }
    expect(pages.filter((page) => page.includes("Razem:"))).toHaveLength(1);
  });

  test.each(Object.entries(HOSTILE_WORDS))("is right with %s in every cell", async (_, words) => {
    const { pages } = await print({
      rows: [{ body: words, post: words, person: words }, guest],
      topic: words || "–",
      place: words,
      privacy: { address: "https://debata.example/u/kpp/privacy", controller: words, officer: words },
    });
    expect(pages.join()).toContain("Anna Łącka-Żak");
  });
});

test("whoever refused has no row; a substitute signs under their own name; a day that fell through is not named", async () => {
  const { scope } = await aUnit({ dataOfficer: "iod@kpp.example" });
  const { debate } = await aDebate({}, { scope, announced: true });
  const on = { scope, debateId: debate.id };
  await aSubstitute({ ...on, bodyName: "Zarząd Dróg", title: "Dyrektor" });
  await anInvitation({ ...on, bodyName: "Urząd", title: "Wójt", name: "Jan Nowak" });
  const refused = await anInvitation({ ...on, bodyName: "Straż", title: "Naczelnik" });
  await answerInvitation(refused.link, refused.invitation.id, { status: "declined", statement: "" });
  const { rows, term, privacy } = await getAttendanceList(scope, debate.id, 3);
  expect(rows).toEqual([
    { body: "Urząd", post: "Wójt", person: "Jan Nowak" },
    { body: "Zarząd Dróg", post: "Zastępca Burmistrza\nw zastępstwie: Dyrektor", person: "Józef Gżegżółka" },
  ]);
  expect(term).toContain(formatDate(debate.startsAt));
  expect(privacy.officer).toBe("iod@kpp.example");
  await postponeDebate(scope, debate.id, { reason: "awaria" });
  expect((await getAttendanceList(scope, debate.id, 3)).term).toBe("nowy termin nie jest jeszcze znany");
});

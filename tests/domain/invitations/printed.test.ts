import { describe, expect, test } from "vitest";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { invitationsSheet } from "~/domain/invitations/document.server";
import { letters } from "~/domain/invitations/messages.letters.pl";
import { listPrintedLetters } from "~/domain/invitations/queries.papers.server";
import { absolute } from "~/platform/links.server";
import { renderSheet } from "~/platform/pdf/render";
import { formatGenitive } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { aDebate } from "../../setup/factories.debates";
import { anInvitation } from "../../setup/factories.invitations";
import { HOSTILE_WORDS } from "../../setup/hostile-words";
import { checkTagged, pagesOf, rolesOf } from "../../setup/pdf";

const NOW = new Date();
const addDaysTo = (at: Date) => new Date(at.getTime() + 5 * 24 * 60 * 60 * 1000);
async function twoGuests() {
  const { scope } = await aUnit({ locality: "Wierzbinów", headOffice: "Komendant Powiatowy Policji w Wierzbinowie" });
  const { debate } = await aDebate({}, { scope, announced: true, withAgenda: true });
  const on = { scope, debateId: debate.id };
  const mayor = await anInvitation({ ...on, bodyName: "Urząd Miejski", title: "Burmistrz" });
  const deputy = await anInvitation({
    ...on,
    bodyName: "Straż Pożarna",
    title: "Zastępca Komendanta",
    name: "Jan Nowak",
    gender: "male",
  });
  await anInvitation({ ...on, bodyName: "Bez listu", sent: false });
  return { scope, debate, mayor, deputy };
}
const flat = (page = "") => page.replace(/\s+/g, " ");

describe("invitations on paper", () => {
  test("one page a guest, with the real post, a salutation one rank up, until when, and the link of the e-mail", async () => {
    const { scope, debate, mayor, deputy } = await twoGuests();
    const bytes = await renderSheet(invitationsSheet(await listPrintedLetters(scope, debate.id, "", NOW)));
    expect(await checkTagged(bytes)).toEqual([]);
    const [first, second, ...more] = (await pagesOf(bytes)).map(flat);
    expect(more).toEqual([]);
    expect(await rolesOf(bytes)).toMatchObject({ H1: 2, Figure: 2 });
    expect(first).toContain("Szanowny Pan Jan Nowak Zastępca Komendanta Straż Pożarna");
    expect(first).toContain("Szanowny Panie Komendancie,");
    expect(first).toContain(absolute(`/i/${deputy.token}`));
    expect(second).toContain("Szanowna Pani Anna Łącka-Żak Burmistrz Urząd Miejski");
    expect(second).toContain(absolute(`/i/${mayor.token}`));
    for (const page of [first, second]) {
      expect(page).toContain("Porządek w skrócie");
      expect(page).toContain(flat(formatGenitive(new Date(debate.answersCloseAt.getTime() - 1))));
      expect(page).toContain("Z wyrazami szacunku");
      expect(page).not.toContain("przycisk");
    }
  });

  test("a long sentence on access makes the letter a little smaller, not a second page", async () => {
    const { scope, debate } = await twoGuests();
    const props = await listPrintedLetters(scope, debate.id, "", NOW);
    const more = { p: "Wejście bez schodów jest od ulicy Kolejowej, tłumacza zapewniamy po zgłoszeniu. ".repeat(3) };
    const letters = props.letters.map((letter) => ({ ...letter, body: [...letter.body, more] }));
    expect(await pagesOf(await renderSheet(invitationsSheet({ ...props, letters })))).toHaveLength(2);
  });

  test("for the files, after the evening, a letter asks as it asked on its day", async () => {
    const { scope, debate } = await twoGuests();
    await openDebate(scope, debate.id, debate.startsAt);
    await holdDebate(scope, debate.id, debate.endsAt);
    const { letters } = await listPrintedLetters(scope, debate.id, "", addDaysTo(debate.endsAt));
    expect(JSON.stringify(letters)).toContain("Uprzejmie proszę o potwierdzenie udziału do");
  });

  test("one alone; nobody who was not asked yet", async () => {
    const { scope, debate, mayor } = await twoGuests();
    const { letters } = await listPrintedLetters(scope, debate.id, mayor.invitation.id, NOW);
    expect(letters.map(({ guest }) => guest)).toEqual(["Burmistrz, Urząd Miejski"]);
    await expect(listPrintedLetters(scope, debate.id, "kot", NOW)).rejects.toMatchObject({ status: 404 });
  });

  test.each(Object.entries(HOSTILE_WORDS))("letters do not run into each other with %s", async (_, words) => {
    const { scope, debate } = await twoGuests();
    const props = await listPrintedLetters(scope, debate.id, "", NOW);
    const letters = props.letters.map((letter) => ({
      ...letter,
      to: [words, words, words],
      salutation: words,
      guest: words,
    }));
    const bytes = await renderSheet(invitationsSheet({ ...props, unit: { name: words, details: [words] }, letters }));
    expect(await checkTagged(bytes)).toEqual([]);
    const pages = (await pagesOf(bytes)).map(flat);
    for (const { link } of letters) expect(pages.filter((page) => page.includes(link))).toHaveLength(1);
    expect(pages.filter((page) => page.includes("/i/"))).toHaveLength(2);
  });
});

test("of two ways to answer the second comes after „albo”", () => {
  const day = new Date("2026-03-11T22:59:59Z");
  const said = (phone: string, email: string) =>
    letters.invitation.confirm(day, letters.contact(phone, email), false).replaceAll("\u00a0", " ");
  expect(said("600 100 200", "")).toContain("po naciśnięciu przycisku albo telefonicznie pod nr 600 100 200.");
  expect(said("600 100 200", "a@b.test")).toContain(
    "przycisku, telefonicznie pod nr 600 100 200 lub e-mailem: a@b.test.",
  );
  expect(said("", "")).toContain("po naciśnięciu przycisku. W");
});

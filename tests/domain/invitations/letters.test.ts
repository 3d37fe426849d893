import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { planDebate } from "~/domain/agenda/commands.server";
import { announceDebate, cancelDebate, postponeDebate, rescheduleDebate } from "~/domain/debates/commands.moves.server";
import { reviseDebate } from "~/domain/debates/commands.server";
import { getDebate } from "~/domain/debates/queries.server";
import {
  answerInvitation,
  recordAnswer,
  remindInvitees,
  withdrawInvitation,
} from "~/domain/invitations/commands.server";
import { confirmSubstitute, declineSubstitute } from "~/domain/invitations/commands.substitutes.server";
import { getInvitation, getSubstitute } from "~/domain/invitations/queries.server";
import { workOutboxOff } from "~/jobs.server";
import { read } from "~/platform/db.server";
import * as schema from "~db/schema";
import { aPlan, wallClock } from "../../setup/factories.debates";
import { anInvitation, aSubstitute, someone } from "../../setup/factories.invitations";

type Delivered = Parameters<NonNullable<Parameters<typeof workOutboxOff>[0]>>[0];

/** Everything that waits, as the mail server would get it; blanks are as in a typed text. */
async function post() {
  const delivered: Delivered[] = [];
  await workOutboxOff(async (message) => void delivered.push(message));
  const plain = (text: string) => text.replace(/\u00a0/g, " ");
  return delivered.map((message) => ({ ...message, subject: plain(message.subject), text: plain(message.text) }));
}
const to = (mails: Awaited<ReturnType<typeof post>>, address: string) =>
  mails.filter((mail) => mail.to.address === address);

// In the past, so that what follows is due whatever the clock of the machine says.
const now = new Date("2026-01-04T08:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const evening = { startsAt: wallClock("2026-03-18", "17:00"), endsAt: wallClock("2026-03-18", "19:05") };
const yes = { status: "accepted", needs: "" } as const;

describe("the invitation", () => {
  test("what staff add on access is a sentence of its own", async () => {
    await anInvitation({ now, debate: { ...evening, accessNote: "wejście od parkingu." } });
    const [mail] = to(await post(), "burmistrz@um.test");
    expect(mail?.text).toContain("brak pętli indukcyjnej. Wejście od parkingu.");
    expect(mail?.text).not.toContain("parkingu..");
  });

  test("is a formal letter with salutation, weekday, place, deadline, agenda and one link", async () => {
    const { token, scope } = await anInvitation({ now, debate: evening });
    const [mail] = to(await post(), "burmistrz@um.test");
    expect(mail?.to.name).toBe("Anna Łącka-Żak");
    expect(mail?.subject).toBe("Zaproszenie na debatę społeczną – 18 marca 2026 r., godz. 17.00, Testów");
    for (const words of [
      "Szanowna Pani Burmistrz,",
      "mam zaszczyt zaprosić Panią do udziału w debacie społecznej pn. „Porozmawiajmy o bezpieczeństwie – możesz mieć na nie wpływ”, na temat: „Bezpieczny ruch drogowy i porządek w mieście”.",
      "Debata społeczna odbędzie się w środę, 18 marca 2026 r., o godz. 17.00: Gminny Ośrodek Kultury, sala widowiskowa, ul. Kolejowa 4, Testów.",
      "dlatego Pani obecność będzie szczególnie ważna",
      "do środy, 11 marca 2026 r.",
      "telefonicznie pod nr 00 000 00 00 lub e-mailem: prewencja@policja.test",
      "wskazanie na tej stronie osoby upoważnionej",
      "Dostępność miejsca: wejście bez schodów; brak pętli indukcyjnej.",
      "tłumacz PJM, dostęp dla wózka",
      "Z wyrazami szacunku\nKomendant Powiatowy Policji w Testowie",
    ])
      expect(mail?.text).toContain(words);
    const links = mail?.text.match(/http:\/\/app\.test\/i\/\S+/g);
    expect(links).toEqual([`http://app.test/i/${token}`]);
    expect(mail?.html).toContain(`href="http://app.test/i/${token}"`);
    expect(mail?.html).not.toContain("[[link");
    expect(scope.organizationId).toBeTruthy();
  });

  test("brings the date for the calendar, with the public page and no personal link in it", async () => {
    await anInvitation({ now, debate: evening, email: "kalendarz@um.test" });
    const [mail] = to(await post(), "kalendarz@um.test");
    const calendar = new ICAL.Component(ICAL.parse(mail?.calendar?.text ?? ""));
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent")!);
    expect(event.startDate.toString()).toBe("2026-03-18T17:00:00");
    expect(event.location).toContain("Gminny Ośrodek Kultury");
    expect(event.attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual([
      "mailto:kalendarz@um.test",
    ]);
    expect(mail?.calendar?.text.replace(/\r\n /g, "")).not.toContain("/i/");
  });

  test("shortens the agenda to its public items", async () => {
    const guest = await anInvitation({ now, sent: false });
    const planned = await planDebate(guest.scope, aPlan(evening, now), {}, now);
    if (!planned.ok) throw new Error(planned.reason);
    await announceDebate(guest.scope, planned.value.id, now);
    await anInvitation({ scope: guest.scope, debateId: planned.value.id, now, email: "porzadek@um.test" });
    const [mail] = to(await post(), "porzadek@um.test");
    expect(mail?.text).toMatch(/Porządek w skrócie:\n\n– 17\.00 \p{Lu}/u);
  });

  test("keeps every Polish letter", async () => {
    const letters = "Zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ";
    await anInvitation({ now, debate: { ...evening, topic: letters }, name: letters, email: "litery@um.test" });
    const [mail] = to(await post(), "litery@um.test");
    expect(mail?.to.name).toBe(letters);
    for (const part of [mail?.text, mail?.html, mail?.calendar?.text.replace(/\r\n /g, "")])
      expect(part?.replace(/\u00a0/g, " ")).toContain(letters);
  });

  test.each([
    ["Wójt", "male", "Szanowny Panie Wójcie,", "zaprosić Pana"],
    ["Proboszcz", "male", "Czcigodny Księże Proboszczu,", "zaprosić Księdza"],
    ["Rzecznik", "unknown", "Szanowni Państwo,", "zaprosić Państwa"],
  ] as const)("speaks to %s (%s) as one should", async (title, gender, salutation, whom) => {
    const email = `${title.length}-${gender}@um.test`;
    await anInvitation({ now, debate: evening, title, gender, email });
    const [mail] = to(await post(), email);
    expect(mail?.text).toContain(salutation);
    expect(mail?.text).toContain(whom);
  });

  test("leaves no token in the database", async () => {
    const { token, substituteToken } = await aSubstitute({ now, debate: evening });
    await post();
    const tables = Object.values(schema).filter((value) => is(value, Table)) as Table[];
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables) {
      const rows = JSON.stringify(await read.select(getTableColumns(table)).from(table as typeof schema.messages));
      for (const secret of [token, substituteToken])
        expect(rows.includes(secret), `${getTableName(table)} holds a token`).toBe(false);
    }
  });
});

describe("what follows", () => {
  test("a reminder has the same link, and says until when", async () => {
    const { scope, debateId, token } = await anInvitation({ now, debate: evening, email: "cisza@um.test" });
    await post();
    await remindInvitees(scope, debateId, later(1));
    const [mail] = to(await post(), "cisza@um.test");
    expect(mail?.subject).toBe("Przypomnienie: prosimy o odpowiedź – debata społeczna, 18 marca 2026 r.");
    expect(mail?.text).toContain(`/i/${token}`);
    expect(mail?.text).toContain("Proszę o odpowiedź do środy, 11 marca 2026 r.");
  });

  test("who answers meanwhile is not reminded", async () => {
    const { scope, debateId, invitation, link } = await anInvitation({ now, debate: evening, email: "szybki@um.test" });
    await post();
    await remindInvitees(scope, debateId, later(1));
    await answerInvitation(link, invitation.id, yes, later(1));
    expect(to(await post(), "szybki@um.test")).toEqual([]);
  });

  test("a substitute is asked with a link of their own; their refusal is told to the guest", async () => {
    const { substitute, substituteToken, substituteLink, token } = await aSubstitute({
      now,
      debate: evening,
      email: "gosc1@um.test",
      named: { email: "zastepca1@um.test" },
    });
    const [asked] = to(await post(), "zastepca1@um.test");
    expect(asked?.text).toContain(`/i/${substituteToken}`);
    expect(asked?.text).not.toContain(token);
    expect(asked?.text).toMatch(/Zastępca Burmistrza – w zastępstwie: Burmistrz, Urząd Miejski/);
    expect(asked?.calendar?.method).toBe("REQUEST");

    await declineSubstitute(substituteLink, substitute.id, later(1));
    await declineSubstitute(substituteLink, substitute.id, later(2));
    const told = to(await post(), "gosc1@um.test");
    expect(told.map(({ subject }) => subject)).toEqual([
      "Zastępca nie może przyjść – debata społeczna, 18 marca 2026 r.",
    ]);
    expect(told[0]?.text).toContain("może Pani wskazać inną osobę albo potwierdzić własny udział");
    expect(told[0]?.text).toContain(`/i/${token}`);
  });

  test("whoever is replaced learns that the place is taken back, in the calendar too", async () => {
    const { invitation, link } = await aSubstitute({
      now,
      debate: evening,
      named: { email: "dawny@um.test" },
    });
    await post();
    await answerInvitation(link, invitation.id, yes, later(1));
    const [mail] = to(await post(), "dawny@um.test");
    expect(mail?.subject).toContain("Zastępstwo nieaktualne");
    expect(mail?.calendar?.method).toBe("CANCEL");
  });

  test("a withdrawn guest is told; one who had only been listed is not", async () => {
    const sent = await anInvitation({ now, debate: evening, email: "wycofany@um.test" });
    const draft = await anInvitation({ now, debate: evening, email: "szkic@um.test", sent: false });
    await post();
    for (const { scope, invitation } of [sent, draft]) await withdrawInvitation(scope, invitation.id, later(1));
    const mails = await post();
    expect(to(mails, "wycofany@um.test")).toMatchObject([{ calendar: { method: "CANCEL" } }]);
    expect(to(mails, "szkic@um.test")).toEqual([]);
  });
});

describe("changes of the debate", () => {
  /** One who comes, one who sends somebody, one who said no, one who has not been asked yet. */
  async function guests(tag: string) {
    const mayor = await anInvitation({ now, debate: evening, email: `tak.${tag}@um.test` });
    const shared = { scope: mayor.scope, debateId: mayor.debateId, now };
    const sends = await aSubstitute({
      ...shared,
      email: `wysyla.${tag}@um.test`,
      named: { email: `zastepca.${tag}@um.test` },
    });
    const refused = await anInvitation({ ...shared, email: `nie.${tag}@um.test` });
    await anInvitation({ ...shared, email: `szkic.${tag}@um.test`, sent: false });
    await answerInvitation(mayor.link, mayor.invitation.id, yes, later(1));
    await confirmSubstitute(sends.substituteLink, sends.substitute.id, {}, later(1));
    await recordAnswer(mayor.scope, refused.invitation.id, { status: "declined", statement: "" }, "phone", later(1));
    await post();
    return { ...mayor, sends, refused };
  }
  const addresses = (mails: Awaited<ReturnType<typeof post>>) =>
    mails.map((mail) => mail.to.address.split("@")[0]).sort();
  const sequenceOf = (mail: Awaited<ReturnType<typeof post>>[number] | undefined) =>
    Number(/SEQUENCE:(\d+)/.exec(mail?.calendar?.text ?? "")?.[1]);

  test("a new date asks again everybody who had been asked", async () => {
    const { scope, debateId, invitation, sends, refused } = await guests("a");
    const day = { startsAt: wallClock("2026-03-25", "17:00"), endsAt: wallClock("2026-03-25", "19:00") };
    await postponeDebate(scope, debateId, { ...day, reason: "Powódź w gminie" }, later(2));
    const mails = await post();
    expect(addresses(mails)).toEqual(["nie.a", "tak.a", "wysyla.a", "zastepca.a"]);
    const [mail] = to(mails, "tak.a@um.test");
    expect(mail?.subject).toBe("Zmiana terminu: debata społeczna – 25 marca 2026 r., godz. 17.00");
    expect(mail?.text).toContain("została przełożona");
    expect(mail?.text).toContain("Powód: Powódź w gminie");
    expect(mail?.text).toContain("Poprzednia odpowiedź dotyczyła dawnego terminu i nie jest już wiążąca");
    expect(mail?.text).toContain("do środy, 18 marca 2026 r.");
    expect(mail?.calendar?.method).toBe("REQUEST");
    expect(sequenceOf(mail)).toBe(1);
    expect(to(mails, "wysyla.a@um.test")[0]?.text).toContain("Wskazane zastępstwo pozostaje w mocy");
    expect(to(mails, "zastepca.a@um.test")[0]?.text).toContain("proszę o nowe");
    expect(await getInvitation(scope, invitation.id)).toMatchObject({ status: "sent", respondedAt: null });
    expect(await getInvitation(scope, refused.invitation.id)).toMatchObject({ status: "sent" });
    expect(await getSubstitute(scope, sends.substitute.id)).toMatchObject({ status: "asked", respondedAt: null });
  });

  test("a new date only asks who had not answered the old one", async () => {
    const { scope, debateId } = await anInvitation({ now, debate: evening, email: "milczy@um.test" });
    await post();
    const day = { startsAt: wallClock("2026-03-25", "17:00"), endsAt: wallClock("2026-03-25", "19:00") };
    await postponeDebate(scope, debateId, { ...day, reason: "" }, later(2));
    const [mail] = to(await post(), "milczy@um.test");
    expect(mail?.text).toContain("Nowy termin: środa, 25 marca 2026 r., godz. 17.00–19.00");
    expect(mail?.text).toContain("Proszę o odpowiedź do środy, 18 marca 2026 r.");
    expect(mail?.text).not.toContain("Poprzednia odpowiedź");
  });

  test("without a new date the entry leaves the calendars; it comes back with the date", async () => {
    const { scope, debateId } = await guests("b");
    await postponeDebate(scope, debateId, { reason: "Awaria prądu" }, later(2));
    const [pending] = to(await post(), "tak.b@um.test");
    expect(pending?.text).toContain("Nowy termin nie jest jeszcze znany");
    expect(pending?.calendar?.method).toBe("CANCEL");
    const day = { startsAt: wallClock("2026-04-15", "16:00"), endsAt: wallClock("2026-04-15", "18:00") };
    await rescheduleDebate(scope, debateId, day, later(3));
    const [again] = to(await post(), "tak.b@um.test");
    expect(again?.subject).toContain("15 kwietnia 2026 r., godz. 16.00");
    expect(again?.calendar?.method).toBe("REQUEST");
    expect(sequenceOf(again)).toBeGreaterThan(sequenceOf(pending));
  });

  test("another place leaves answers as they are", async () => {
    const { scope, debateId, invitation } = await guests("c");
    const { version } = await getDebate(scope, debateId);
    const plan = aPlan({ ...evening, venueName: "Hala sportowa" }, now);
    expect((await reviseDebate(scope, debateId, version, plan, later(2))).ok).toBe(true);
    const mails = await post();
    expect(addresses(mails)).toEqual(["tak.c", "wysyla.c", "zastepca.c"]);
    expect(mails[0]?.text).toContain("Hala sportowa");
    expect(mails[0]?.text).toContain("przekazana odpowiedź pozostaje ważna");
    expect(await getInvitation(scope, invitation.id)).toMatchObject({ status: "accepted" });
  });

  test("a cancelled debate leaves the calendars, with its reason", async () => {
    const { scope, debateId } = await guests("d");
    await cancelDebate(scope, debateId, "Żałoba narodowa", later(2));
    const mails = await post();
    expect(addresses(mails)).toEqual(["tak.d", "wysyla.d", "zastepca.d"]);
    for (const mail of mails) {
      expect(mail.text).toContain("została odwołana");
      expect(mail.text).toContain("Żałoba narodowa");
      expect(mail.calendar?.method).toBe("CANCEL");
      expect(mail.text).not.toContain("/i/");
    }
  });
});

test("a substitute without an address gets no letter", async () => {
  const { scope, invitation } = await anInvitation({ now, debate: evening, email: "telefon@um.test" });
  await post();
  await recordAnswer(scope, invitation.id, { ...someone, email: "" }, "phone", later(1));
  expect(await post()).toEqual([]);
});

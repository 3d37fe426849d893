import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Deliver, queueMail, retryMail, sendDueMail } from "~/domain/history/commands.mail.server";
import { getLetter } from "~/domain/history/queries.letter.server";
import { countMessages, deliveryOf, listMessages } from "~/domain/history/queries.server";
import { config } from "~/platform/config.server";
import { inTransaction, read } from "~/platform/db.server";
import type { Letter } from "~/platform/letter.server";
import { absolute, pathOf, placeholderOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { openMailer } from "~/platform/smtp.server";
import { messages } from "~db/schema";
import { type Mailbox, startMailbox } from "../../browser/harness/mailbox";
import { aUnit } from "../../setup/factories";

const letterWith = (href: string): Letter => ({
  subject: "Zaproszenie: zażółć gęślą jaźń",
  sender: "Komenda Powiatowa Policji w Testowie",
  salutation: "Szanowna Pani Burmistrz,",
  body: [{ p: "zapraszam na debatę w środę o 17:00." }, { actions: [{ label: "Odpowiedz", href }] }],
  signature: ["Komendant"],
  footer: ["Wiadomość z serwisu Debata."],
});

async function aLetter({ scope, to = "um@urzad.test" }: { scope?: Scope; to?: string } = {}, now = new Date()) {
  const ours = scope ?? (await aUnit()).scope;
  const subjectId = randomUUID();
  const mail = {
    kind: "invitation",
    subjectId,
    to: { name: "Burmistrz, „Łąka” <x>", address: to },
    letter: letterWith(placeholderOf("invitation", subjectId)),
    revision: 1,
    calendar: {
      method: "REQUEST" as const,
      text: `BEGIN:VCALENDAR\r\nURL:${placeholderOf("invitation", subjectId)}\r\n`,
    },
  };
  await inTransaction(() => queueMail(ours, mail, now));
  const row = async () => {
    const [found] = await read.select().from(messages).where(eq(messages.subjectId, subjectId));
    if (!found) throw new Error("no letter");
    return found;
  };
  return { scope: ours, subjectId, mail, row, id: (await row()).id, link: absolute(pathOf("invitation", subjectId)) };
}

/** Everything that waits, as the process beside the server would do it. */
async function deliverAll(deliver: Deliver | undefined, now = new Date()) {
  while ((await sendDueMail(deliver, now)) > 0);
}
const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

describe("with an SMTP server", () => {
  let mailbox: Mailbox;
  let mailer: NonNullable<ReturnType<typeof openMailer>>;
  beforeAll(async () => {
    mailbox = await startMailbox();
    config.smtpUrl = mailbox.url;
    const opened = openMailer();
    if (!opened) throw new Error("no mailer");
    mailer = opened;
  });
  afterAll(async () => {
    await mailer.close();
    await mailbox.stop();
    config.smtpUrl = undefined;
  });

  test("a letter arrives whole, with its links, its calendar and one Message-ID", async () => {
    const { row, link, subjectId } = await aLetter({ to: "cala@urzad.test" });
    await deliverAll(mailer.deliver);

    const mail = await mailbox.waitFor({ to: "cala@urzad.test" });
    expect(mail.subject).toBe("Zaproszenie: zażółć gęślą jaźń");
    expect(mail.messageId).toBe(`<invitation.${subjectId}.1@app.test>`);
    expect(mail.to).toMatchObject({ value: [{ name: "Burmistrz, „Łąka” <x>", address: "cala@urzad.test" }] });
    expect(mail.links).toEqual([link]);
    expect(mail.calendar).toContain(`URL:${link}`);
    expect(mail.text).toContain("Szanowna Pani Burmistrz,");
    expect(await row()).toMatchObject({ status: "sent", attempts: 1, failure: null });
  });

  test("a letter to somebody who follows a matter can be ended by its header, every other cannot", async () => {
    const id = randomUUID();
    const { scope } = await aUnit();
    const send = (to: string, link: string) =>
      inTransaction(() =>
        queueMail(scope, {
          ...{
            kind: "follow_news",
            subjectId: id,
            to: { name: "", address: to },
            letter: letterWith(link),
            revision: to,
          },
        }),
      );
    await send("obserwuje@dom.test", placeholderOf("follower", id, 3));
    await send("inny@dom.test", placeholderOf("follower", randomUUID(), 1));
    await deliverAll(mailer.deliver);
    const listHeaders = async (to: string) =>
      (await mailbox.waitFor({ to })).headerLines.filter(({ key }) => key.startsWith("list-")).map(({ line }) => line);
    expect((await listHeaders("obserwuje@dom.test")).map((line) => line.replace(/\r?\n\s+/g, " ")).sort()).toEqual([
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      `List-Unsubscribe: <${absolute(pathOf("follower", id, 3))}>`,
    ]);
    expect(await listHeaders("inny@dom.test")).toEqual([]);
  });

  test("the database holds no working link", async () => {
    const { row, link } = await aLetter();
    expect(JSON.stringify(await row())).not.toContain(link.split("/").pop());
  });

  test("later means later: the same letter, once, under the same Message-ID", async () => {
    await deliverAll(mailer.deliver); // whatever other tests have left
    const { row } = await aLetter({ to: "pozniej@urzad.test" });
    mailbox.refuseNext(450);
    await deliverAll(mailer.deliver);
    const waiting = await row();
    expect(waiting).toMatchObject({ status: "queued", attempts: 1, failure: "450" });
    expect(waiting.nextAttemptAt.getTime()).toBeGreaterThan(Date.now());

    await deliverAll(mailer.deliver);
    expect(mailbox.mails.filter(({ recipient }) => recipient === "pozniej@urzad.test")).toEqual([]);
    await deliverAll(mailer.deliver, later(60));
    await deliverAll(mailer.deliver, later(3600));
    const arrived = mailbox.mails.filter(({ recipient }) => recipient === "pozniej@urzad.test");
    expect(arrived.map(({ messageId }) => messageId)).toEqual([`<${waiting.messageId}>`]);
    expect(await row()).toMatchObject({ status: "sent", attempts: 2 });
  });

  test("never means never, until staff ask again", async () => {
    await deliverAll(mailer.deliver);
    const { row, scope, id, subjectId } = await aLetter({ to: "nigdy@urzad.test" });
    mailbox.refuseNext(550);
    await deliverAll(mailer.deliver);
    await deliverAll(mailer.deliver, later(86_400));
    expect(await row()).toMatchObject({ status: "failed", attempts: 1, failure: "550" });
    expect((await deliveryOf(scope, [subjectId])).get(subjectId)).toMatchObject({ status: "failed", failure: "550" });
    expect(await countMessages(scope)).toEqual({ failed: 1 });

    expect(await retryMail(scope, id)).toEqual({ ok: true, value: { id } });
    expect(await retryMail(scope, id)).toEqual({ ok: false, reason: "not_failed" });
    await deliverAll(mailer.deliver);
    expect((await mailbox.waitFor({ to: "nigdy@urzad.test" })).messageId).toBe(`<invitation.${subjectId}.1@app.test>`);
    expect(await row()).toMatchObject({ status: "sent", failure: null });
  });

  test("staff do not see the links of others", async () => {
    const { scope, id, link } = await aLetter();
    const letter = await getLetter(scope, id, () => true);
    expect(letter.parts).toContainEqual({ masked: true });
    expect(JSON.stringify(letter)).not.toContain(link);
  });

  test("a hundred letters and two processes: each once", async () => {
    const { scope } = await aUnit();
    for (let i = 0; i < 100; i++) await aLetter({ scope, to: `gosc${i}@urzad.test` });
    await Promise.all([deliverAll(mailer.deliver), deliverAll(mailer.deliver)]);
    const recipients = mailbox.mails.map(({ recipient }) => recipient).filter((name) => name.startsWith("gosc"));
    expect(recipients).toHaveLength(100);
    expect(new Set(recipients).size).toBe(100);
    expect(await countMessages(scope)).toEqual({ sent: 100 });
  });
});

describe("without an SMTP server", () => {
  test("a letter is kept, and staff read it with links that work", async () => {
    const { scope, id, row, link } = await aLetter();
    await deliverAll(undefined);
    expect(await row()).toMatchObject({ status: "kept", failure: null });

    const letter = await getLetter(scope, id, () => true);
    expect(letter.parts).toContainEqual({ href: link });
    expect(letter).toMatchObject({ status: "kept", hasCalendar: true });
    expect((await getLetter(scope, id, (kind) => kind !== "invitation")).parts).toContainEqual({ masked: true });
  });
});

describe("a server that is not there", () => {
  const failing =
    (error: object): Deliver =>
    async () => {
      throw Object.assign(new Error("no"), error);
    };

  test("is asked again and again for a day, then a person has to look", async () => {
    const { row } = await aLetter();
    let now = new Date();
    const seen: string[] = [];
    for (let i = 0; i < 9; i++) {
      await deliverAll(failing({ code: "ECONNREFUSED" }), now);
      const { status, attempts, failure } = await row();
      seen.push(`${attempts} ${status} ${failure}`);
      now = new Date(now.getTime() + 13 * 3600_000);
    }
    expect(seen).toEqual(
      [...Array(8).keys()].map((i) => `${i + 1} queued ECONNREFUSED`).concat("9 failed ECONNREFUSED"),
    );
  });

  test("our own wrong password to it does not make letters undeliverable", async () => {
    const { row } = await aLetter();
    await deliverAll(failing({ code: "EAUTH", responseCode: 535 }));
    expect(await row()).toMatchObject({ status: "queued", failure: "535" });
  });

  test("a letter that was being sent when the process died is sent again, not at once", async () => {
    const { row } = await aLetter();
    let release = () => {};
    const stuck = sendDueMail(
      () =>
        new Promise<void>((sent) => {
          release = sent;
        }),
    );
    await sleep(50);
    const others: string[] = [];
    const other: Deliver = async ({ messageId }) => void others.push(messageId);
    const { messageId } = await row();
    await deliverAll(other, later(60));
    expect(others).not.toContain(messageId);
    await deliverAll(other, later(301));
    expect(others.filter((id) => id === messageId)).toHaveLength(1);
    release();
    await stuck;
    expect(await row()).toMatchObject({ status: "sent" });
  });
});

describe("the outbox", () => {
  test("begins no letter when the process is about to end, and gives back at once what it had taken", async () => {
    const letters = [await aLetter(), await aLetter(), await aLetter()];
    const begun: string[] = [];
    await sendDueMail(
      async ({ messageId }) => void begun.push(messageId),
      new Date(),
      () => begun.length > 0,
    );
    expect(begun).toHaveLength(1);
    await deliverAll(async ({ messageId }) => void begun.push(messageId));
    const rows = await Promise.all(letters.map(({ row }) => row()));
    expect(rows.map(({ status, attempts }) => [status, attempts])).toEqual(rows.map(() => ["sent", 1]));
    expect(new Set(begun).size).toBe(begun.length);
  });

  test("does not wait for a time that a wrong clock gave it, and sends nothing twice when the clock is put right", async () => {
    const ahead = later(6 * 3600);
    const { row } = await aLetter({}, ahead);
    const sent: string[] = [];
    const { messageId } = await row();
    const deliver: Deliver = async (letter) => void sent.push(letter.messageId);
    await deliverAll(deliver);
    expect(await row()).toMatchObject({ status: "sent", attempts: 1 });
    await deliverAll(deliver, ahead);
    await deliverAll(deliver);
    expect(sent.filter((id) => id === messageId)).toHaveLength(1);

    // One that another process has taken is its own, whatever its clock says.
    const taken = await aLetter({}, ahead);
    await sendDueMail(async () => Promise.reject(new Error("451 later")), ahead);
    await deliverAll(deliver);
    expect(sent).not.toContain((await taken.row()).messageId);
  });

  test("takes the same letter to the same person once, a new revision anew", async () => {
    const { scope, mail } = await aLetter();
    await inTransaction(() => queueMail(scope, mail));
    expect(await listMessages(scope)).toHaveLength(1);
    await inTransaction(() => queueMail(scope, { ...mail, revision: 2 }));
    expect(await listMessages(scope)).toHaveLength(2);
  });

  test("forgets a letter whose cause was not saved", async () => {
    const { scope, mail } = await aLetter();
    const failed = inTransaction(async () => {
      await queueMail(scope, { ...mail, revision: 2 });
      throw new Error("abandoned");
    });
    await expect(failed).rejects.toThrow("abandoned");
    expect(await listMessages(scope)).toHaveLength(1);
  });

  test("is read page by page, newest first, by state", async () => {
    const { scope } = await aUnit();
    const day = (n: number) => new Date(Date.UTC(2026, 2, n));
    const ids: string[] = [];
    for (let i = 1; i <= 5; i++) ids.unshift((await aLetter({ scope }, day(i < 3 ? 1 : i))).id);
    const first = await listMessages(scope, { limit: 2 });
    const rest = await listMessages(scope, { before: first[1] });
    expect(first.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(rest.map(({ id }) => id).sort()).toEqual(ids.slice(2).sort());
    expect(await listMessages(scope, { status: "failed" })).toEqual([]);
    expect(await listMessages(scope, { status: "queued" })).toHaveLength(5);
  });
});

import { and, asc, eq, gt, inArray, lte, notInArray, or, sql } from "drizzle-orm";
import { config } from "~/platform/config.server";
import { afterCommit, inTransaction, read, write } from "~/platform/db.server";
import type { Letter, RenderedLetter } from "~/platform/letter.server";
import { renderLetter } from "~/platform/letter.server";
import { withLinks } from "~/platform/links.server";
import { log } from "~/platform/log.server";
import { ringOutbox } from "~/platform/outbox-bell.server";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import { isQuiet } from "~/platform/quiet-hours";
import type { Scope } from "~/platform/scope";
import { messages } from "~db/schema";
import type { MailStatus } from "~db/vocabulary";
import { recordEvent } from "./commands.server";
import { BY_DAY_ONLY, decideRetry } from "./rules";

export type NewMail = {
  /** "invitation", "reminder" … */
  kind: string;
  subjectId: string;
  debateId?: string | null;
  to: { name: string; address: string };
  /** Written already when many get the same one: each with the link of its own. */
  letter: Letter | RenderedLetter;
  /** A new revision of the same letter to the same person is a new message. */
  revision: string | number;
  calendar?: { method: "REQUEST" | "CANCEL" | "PUBLISH"; text: string };
};

/** Puts a letter in the outbox, in the transaction of its cause. The same (kind, subject, revision) is put there once. */
export const queueMail = async (scope: Scope, mail: NewMail, now = new Date()) =>
  void (await queueMails(scope, [mail], now));

/** The same for many. Gives those that were not there yet, each with its Message-ID. */
export async function queueMails<Mail extends NewMail>(scope: Scope, mails: readonly Mail[], now = new Date()) {
  const asked = mails.map((mail) => ({
    ...mail,
    messageId: `${mail.kind}.${mail.subjectId}.${mail.revision}@${config.publicUrl.hostname}`,
  }));
  if (asked.length === 0) return [];
  const there = await read
    .select({ messageId: messages.messageId })
    .from(messages)
    .where(
      inArray(
        messages.messageId,
        asked.map(({ messageId }) => messageId),
      ),
    );
  const known = new Set(there.map(({ messageId }) => messageId));
  const fresh = asked.filter(({ messageId }) => !known.has(messageId));
  if (fresh.length > 0) await write.insert(messages).values(fresh.map((mail) => rowOf(scope, mail, now)));
  if (fresh.length > 0) afterCommit(ringOutbox);
  return fresh;
}

const rowOf = ({ organizationId }: Scope, mail: NewMail & { messageId: string }, now: Date) => ({
  organizationId,
  debateId: mail.debateId ?? null,
  kind: mail.kind,
  subjectId: mail.subjectId,
  recipientName: mail.to.name,
  recipientEmail: mail.to.address,
  ...("html" in mail.letter ? mail.letter : renderLetter(mail.letter)),
  calendar: mail.calendar?.text ?? null,
  calendarMethod: mail.calendar?.method ?? null,
  messageId: mail.messageId,
  nextAttemptAt: now,
  createdAt: now,
});

/** Delivers one message; throws when the server does not take it. */
export type Deliver = (message: {
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  calendar?: { method: string; text: string };
  /** Where one POST ends letters of this kind (RFC 8058). */
  unsubscribe?: string;
}) => Promise<void>;

/** Few at once, and a lease that outlasts them all even if each meets every time limit of the connection. */
const BATCH = 5;
const LEASE_MS = 5 * 60 * 1000;

const never = () => false;

/**
 * Sends what is due. Returns how many were tried. Without `deliver` (no SMTP server) messages are kept for staff to read.
 * `isOver`: no further letter is begun, because the process is about to end.
 */
export async function sendDueMail(deliver: Deliver | undefined, now = new Date(), isOver = never, most = BATCH) {
  const due = await takeDue(now, most);
  for (const [index, message] of due.entries()) {
    if (isOver()) {
      await giveBack(due.slice(index), now);
      break;
    }
    if (!deliver) {
      await settle(message.id, { status: "kept", sentAt: now, failure: null });
      continue;
    }
    try {
      await deliver({
        messageId: message.messageId,
        to: { name: message.recipientName, address: message.recipientEmail },
        subject: message.subject,
        text: withLinks(message.text),
        html: withLinks(message.html),
        calendar: message.calendar
          ? { method: message.calendarMethod ?? "REQUEST", text: withLinks(message.calendar) }
          : undefined,
        unsubscribe: unsubscribeLink(message),
      });
      await settle(message.id, { status: "sent", sentAt: now, failure: null });
    } catch (error) {
      const { status, nextAttemptAt } = decideRetry(message.attempts + 1, permanent(error), now);
      log.warn({ kind: message.kind, attempt: message.attempts + 1, status }, "mail was not taken");
      await settle(message.id, { status, nextAttemptAt, failure: reasonOf(error) });
    }
  }
  return due.length;
}

/** A letter to somebody who follows a matter carries that person's own link; pressing „unsubscribe” ends it there. */
function unsubscribeLink({ text, subjectId }: { text: string; subjectId: string }) {
  const [, placeholder] = text.match(new RegExp(`(\\[\\[link:follower:${subjectId}:\\d{1,6}\\]\\])`)) ?? [];
  return placeholder && withLinks(placeholder);
}

/** Leased for a while, so that a second server does not send the same letter meanwhile. */
function takeDue(now: Date, most: number) {
  return inTransaction(async () => {
    const due = await read
      .select()
      .from(messages)
      .where(
        and(
          eq(messages.status, "queued"),
          // Never tried, and written by a clock that was ahead and has been put right: it would wait for as long as that was.
          or(lte(messages.nextAttemptAt, now), and(eq(messages.attempts, 0), gt(messages.createdAt, now))),
          isQuiet(now) ? notInArray(messages.kind, [...BY_DAY_ONLY]) : undefined,
        ),
      )
      .orderBy(asc(messages.nextAttemptAt))
      .limit(most);
    if (due.length > 0) {
      await write
        .update(messages)
        .set({ nextAttemptAt: new Date(now.getTime() + LEASE_MS), attempts: sql`${messages.attempts} + 1` })
        .where(
          inArray(
            messages.id,
            due.map(({ id }) => id),
          ),
        );
    }
    return due;
  });
}

/** Whoever comes next need not wait for the end of our lease. */
const giveBack = (letters: { id: string }[], now: Date) =>
  inTransaction(async () => {
    const ids = letters.map(({ id }) => id);
    await write
      .update(messages)
      .set({ nextAttemptAt: now, attempts: sql`${messages.attempts} - 1` })
      .where(inArray(messages.id, ids));
  });

type Settled = { status: MailStatus; sentAt?: Date; nextAttemptAt?: Date; failure: string | null };
const settle = (id: string, columns: Settled) =>
  inTransaction(async () => void (await write.update(messages).set(columns).where(eq(messages.id, id))));

/** Staff ask to try a failed letter again. */
export function retryMail(scope: Scope, id: string, now = new Date()) {
  return inTransaction(async () => {
    const mine = and(eq(messages.id, id), eq(messages.organizationId, scope.organizationId));
    const [message] = await read
      .select({ status: messages.status, debateId: messages.debateId })
      .from(messages)
      .where(mine);
    if (!message) return notFound();
    if (message.status !== "failed") return refuse("not_failed");
    await write.update(messages).set({ status: "queued", attempts: 0, nextAttemptAt: now, failure: null }).where(mine);
    await recordEvent(scope, { action: "message_retried", subjectId: id, debateId: message.debateId }, now);
    afterCommit(ringOutbox);
    return allow({ id });
  });
}

type SmtpError = { responseCode?: number; code?: string };

/**
 * SMTP says 5xx for what will never work (an unknown mailbox), 4xx or nothing for what may. A 5xx to our own sign-in
 * says nothing about the letter: the operator corrects the settings, and the letter goes out by itself.
 */
const permanent = (error: unknown) => {
  const { responseCode = 0, code } = error as SmtpError;
  return responseCode >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
};
const reasonOf = (error: unknown) => {
  const { responseCode, code } = error as SmtpError;
  return String(responseCode ?? code ?? "error").slice(0, 40);
};

import { config } from "~/platform/config.server";
import { withLinks } from "~/platform/links.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { findMessage } from "./queries.server";

/** A piece of a letter: words, a link that works, or a personal link that only its addressee may see. */
export type LetterPart = { text: string } | { href: string } | { masked: true };

/** Does mail leave this machine? If not, staff read it here and hand the links on themselves. */
export const isMailDelivered = () => config.smtpUrl !== undefined;

/** One letter as staff may read it. Its personal links are shown only where nothing else delivers them. */
export async function getLetter(scope: Scope, id: string, mayOpenLinks: (kind: string) => boolean) {
  const message = await findMessage(scope, id);
  if (!message) return notFound();
  const { recipientName, recipientEmail, subject, status, attempts, failure, sentAt, createdAt, nextAttemptAt } =
    message;
  return {
    recipientName,
    recipientEmail,
    subject,
    status,
    attempts,
    failure,
    sentAt,
    createdAt,
    nextAttemptAt: status === "queued" && attempts > 0 ? nextAttemptAt : null,
    hasCalendar: message.calendar !== null,
    parts: partsOf(message.text, !isMailDelivered() && mayOpenLinks(message.kind)),
  };
}

function partsOf(text: string, mayOpenLinks: boolean): LetterPart[] {
  return text
    .split(/(\[\[link:[^\]]{1,120}\]\]|https?:\/\/[^\s<>"]+)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part.startsWith("[[link:")) return mayOpenLinks ? { href: withLinks(part) } : { masked: true };
      return part.startsWith("http") ? { href: part } : { text: part };
    });
}

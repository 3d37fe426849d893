import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { changeSecondFactor } from "~/domain/organizations/commands.second-factor.server";
import { requireAccount } from "~/domain/organizations/gate.account.server";
import { read } from "~/platform/db.server";
import { auditEntries, messages, users } from "~db/schema";
import { aMember, PASSWORD } from "./factories.organizations";

/** What the phone shows; `steps` of half a minute later or earlier. */
export const codeOf = (secret: string, steps = 0, now = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + steps * 30_000 });

export const asking = (cookie: string, path = "/account") =>
  new Request(`http://app.test${path}`, { headers: { Cookie: cookie } });

/** A member who has set up a phone. */
export async function aMemberWithPhone(...member: Parameters<typeof aMember>) {
  const who = await aMember(...member);
  return { ...who, ...(await aPhoneOf(who)) };
}

export async function aPhoneOf({ cookie }: { cookie: string }) {
  const visit = await requireAccount(asking(cookie));
  const sent = { key: randomUUID() };
  const then = new Date(Date.now() - 5 * 60_000); // so that no code of now has been used
  const offered = await changeSecondFactor(visit, { do: "start", current: PASSWORD }, sent, then);
  const { secret = "", sealed = "" } = (offered.ok && offered.value.offer) || {};
  const form = { do: "confirm", sealed, code: codeOf(secret, 0, then.getTime()) } as const;
  const confirmed = await changeSecondFactor(visit, form, sent, then);
  if (!confirmed.ok) throw new Error(confirmed.reason);
  return { secret, codes: confirmed.value.codes ?? [] };
}

export const userOf = async (userId: string) => (await read.select().from(users)).find(({ id }) => id === userId);

/** What was written down about an account, and the subjects of the letters its owner got. */
export async function traceOf(userId: string, email: string) {
  const entries = (await read.select().from(auditEntries)).filter(({ subjectId }) => subjectId === userId);
  const letters = (await read.select().from(messages)).filter(({ recipientEmail }) => recipientEmail === email);
  return { acts: entries.map(({ action }) => action), subjects: letters.map(({ subject }) => subject) };
}

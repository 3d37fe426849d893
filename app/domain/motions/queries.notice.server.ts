import type { Letter } from "~/platform/letter.server";
import type { Scope } from "~/platform/scope";
import { motionLetter } from "./mail.server";
import { getPost } from "./queries.server";

/** What an applicant would be told on passing on, before it is done; null when there is no address. */
export async function getReferralNotice(
  scope: Scope,
  id: string,
  bodyName: string,
  now = new Date(),
): Promise<{ to: string; letter: Letter } | null> {
  const { unit, debate, authorName, authorEmail, ...motion } = await getPost(scope, id);
  if (!authorEmail) return null;
  const letter = motionLetter("referred", { unit, debate, motion, message: "", about: bodyName, now });
  return { to: [authorName, authorEmail].filter(Boolean).join(", "), letter };
}

/** A body has passed the matter on: told at the same time, and why (art. 243 KPA holds for each that does so). */
export async function getPassedOnNotice(
  scope: Scope,
  id: string,
  { to, reason }: { to: string; reason: string },
  now = new Date(),
) {
  const { unit, debate, debateId, authorName: name, authorEmail: address, ...motion } = await getPost(scope, id);
  if (!address) return null;
  const letter = motionLetter("passed_on", { unit, debate, motion, message: reason, about: to, now });
  return { kind: "motion_passed_on", subjectId: id, debateId, to: { name, address }, letter };
}

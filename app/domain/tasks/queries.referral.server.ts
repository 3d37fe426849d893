import { listCompetences } from "~/domain/directory/queries.competence.server";
import { listBodies } from "~/domain/directory/queries.server";
import { suggestBody } from "~/domain/directory/rules.competence";
import { getReferralNotice } from "~/domain/motions/queries.notice.server";
import { findReferralBody, getMotion, getPost } from "~/domain/motions/queries.server";
import {
  decideReferral,
  type Referral,
  type ReferralRefusal,
  referralClock,
  titleOf,
} from "~/domain/motions/rules.referral";
import { type Letter, renderLetter } from "~/platform/letter.server";
import type { Scope } from "~/platform/scope";
import { taskLetter } from "./mail.server";

type Outgoing = { to: string; subject: string; text: string };
export type ReferralPreview =
  | { ok: false; reason: ReferralRefusal }
  | {
      ok: true;
      body: { id: string; name: string };
      referral: Referral;
      title: string;
      /** Null: the body has no address, so the letter is printed. */
      letter: Outgoing | null;
      /** Null: the author gave no address and reads it behind the code. */
      notice: Outgoing | null;
    };

/** Everything that one press would send, word for word, before anything is sent. `bodyId` null: as suggested. */
export async function getReferralPage(scope: Scope, id: string, bodyId: string | null, now = new Date()) {
  const motion = await getMotion(scope, id);
  const suggestion = suggestBody(await listCompetences(scope), motion);
  const chosen = bodyId ?? motion.referredToBodyId ?? suggestion?.bodyId ?? null;
  const bodies = await listBodies(scope);
  const { number, debateId, category, place, textPublic, legalTrack, raisedBy, sensitivity, version } = motion;
  return {
    motion: { id, number, debateId, category, place, textPublic, legalTrack, raisedBy, sensitivity, version },
    clock: referralClock(motion, now),
    suggestion,
    chosen,
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    preview: chosen ? await previewReferral(scope, motion, chosen, now) : null,
  };
}

type Motion = Awaited<ReturnType<typeof getMotion>>;

async function previewReferral(scope: Scope, motion: Motion, bodyId: string, now: Date): Promise<ReferralPreview> {
  const body = await findReferralBody(scope, bodyId);
  const decision = decideReferral(motion, body, now);
  if (!decision.ok || !body) return { ok: false, reason: decision.ok ? "unknown_body" : decision.reason };
  const { unit, debate } = await getPost(scope, motion.id);
  const { number, place, textPublic, submittedAt, sensitivity } = motion;
  const debateOf = { number: motion.debateNumber, year: motion.debateYear, ...debate };
  const isPublic = sensitivity === "public";
  const letter = taskLetter({
    ...decision.value,
    title: titleOf(motion),
    internal: !isPublic,
    number: `${debateOf.number}/${debateOf.year}/Z…`,
    debate: debateOf,
    unit,
    motions: isPublic ? [{ number, place, text: textPublic, submittedAt }] : [],
    link: PRIVATE_LINK,
  });
  const notice = await getReferralNotice(scope, motion.id, body.name, now);
  return {
    ok: true,
    body: { id: body.id, name: body.name },
    referral: decision.value,
    title: titleOf(motion),
    letter: body.email ? outgoing(body.email, letter) : null,
    notice: notice && outgoing(notice.to, notice.letter),
  };
}

const PRIVATE_LINK = "[link osobisty]";

function outgoing(to: string, letter: Letter): Outgoing {
  const { subject, text } = renderLetter(letter);
  return { to, subject, text: text.replace(/\[\[link:[^\]]{1,120}\]\]/g, PRIVATE_LINK) };
}

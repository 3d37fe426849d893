import { termEnd } from "~/platform/deadlines";
import { type CalendarDate, warsawDate } from "~/platform/time";
import type { LegalTrack, MotionOutcome, RaisedBy, Sensitivity } from "~db/vocabulary";

export type Referred = {
  number: string;
  place: string;
  /** What everybody may read, and what the applicant wrote. */
  textPublic: string;
  textRaw: string;
  outcome: MotionOutcome | null;
  sensitivity: Sensitivity;
  legalTrack: LegalTrack;
  raisedBy: RaisedBy;
  submittedAt: Date;
  authorName: string;
  authorEmail: string;
  body: { id: string; name: string; address: string };
};

const isStatutory = ({ legalTrack }: Pick<Referred, "legalTrack">) => legalTrack === "kpa_motion";

/**
 * May a letter carry it out of the house? What is kept for the police never. What is internal only as a motion after
 * KPA: the competent body has to settle it, so art. 243 leaves no choice. Complaints and petitions are passed on by
 * rules of their own, so nothing here speaks for them.
 */
export function mayLeave({
  outcome,
  sensitivity,
  legalTrack,
}: Pick<Referred, "outcome" | "sensitivity" | "legalTrack">) {
  if (outcome !== "referred" || sensitivity === "police_only") return false;
  return isStatutory({ legalTrack }) || (legalTrack === "debate_only" && sensitivity === "public");
}

/** The first day on which art. 243 has run out for one of them: seven days after it came in. */
export const firstReferralDue = (motions: readonly Referred[]): CalendarDate | null =>
  motions
    .filter((motion) => isStatutory(motion) && mayLeave(motion))
    .map(({ submittedAt }) => termEnd("art_243", warsawDate(submittedAt)))
    .sort()[0] ?? null;

type Applicant = { name: string; email: string };
type Common = { number: string; place: string; text: string; receivedAt: Date };
export type ReferralLetter =
  /** One motion after KPA: the body answers the applicant, so it has to know who that is. */
  | { kind: "statutory"; body: Referred["body"]; motion: Common & { applicant: Applicant | null; councillor: boolean } }
  /** What was said at a debate and no more: all of one body in one letter, without a word of who said it. */
  | { kind: "courtesy"; body: Referred["body"]; motions: Common[] };
export type ReferralNotice = { statutory: boolean; body: Referred["body"]; applicant: Applicant; motion: Common };

/** The letters to the competent bodies, and the notices to those who can be told: a notice needs an address. */
export function referralsOf(motions: readonly Referred[]): { letters: ReferralLetter[]; notices: ReferralNotice[] } {
  const leaving = motions.filter(mayLeave);
  const bodies = [...new Map(leaving.map(({ body }) => [body.id, body])).values()];
  const letters = bodies.flatMap((body): ReferralLetter[] => {
    const own = leaving.filter((motion) => motion.body.id === body.id);
    const said = own.filter((motion) => !isStatutory(motion)).map((motion) => common(motion, motion.textPublic));
    return [
      ...own.filter(isStatutory).map(
        (motion): ReferralLetter => ({
          kind: "statutory",
          body,
          motion: {
            ...common(motion, motion.textRaw),
            applicant: motion.authorName || motion.authorEmail ? applicantOf(motion) : null,
            councillor: motion.raisedBy === "councillor",
          },
        }),
      ),
      ...(said.length ? [{ kind: "courtesy", body, motions: said } as const] : []),
    ];
  });
  const notices = leaving
    .filter(({ authorEmail }) => authorEmail !== "")
    .map((motion) => ({
      statutory: isStatutory(motion),
      body: motion.body,
      applicant: applicantOf(motion),
      motion: common(motion, motion.textRaw),
    }));
  return { letters, notices };
}

const applicantOf = ({ authorName, authorEmail }: Referred): Applicant => ({ name: authorName, email: authorEmail });
const common = ({ number, place, submittedAt }: Referred, text: string): Common => ({
  number,
  place,
  text,
  receivedAt: submittedAt,
});

import { typeset } from "~/platform/language";
import { Badge, type Tone } from "~/ui/badge";
import { MotionRow } from "~/ui/motion-row";
import { debatePage } from "../messages.page.pl";
import { messages } from "../messages.pl";
import type { DebatePageData } from "../queries.page.server";
import { PublicMotionBadge } from "./motion-badge";

export type PublicMotion = DebatePageData["motions"][number];
/** What a later room knows of a matter: its task's state, who owns it, what was said last. By number. */
export type Progress = Record<string, { tone: Tone; label: string; text?: string; owner?: string; href?: string }>;

const noOf = ({ number, category }: PublicMotion) => `${number} · ${messages.categories[category]}`;

/** Before the debate: what others have written already. */
export function RaisedMotions({ motions }: { motions: readonly PublicMotion[] }) {
  return (
    <div>
      {motions.map((motion) => (
        <MotionRow
          key={motion.number}
          no={noOf(motion)}
          title={<span className="pre">{typeset(motion.text)}</span>}
          meta={[motion.place && typeset(motion.place), debatePage.askedBy(motion.askedBy)]}
        />
      ))}
    </div>
  );
}

/** Afterwards: each with what became of it, refusals as openly as results. */
export function SettledMotions({ motions, progress = {} }: { motions: readonly PublicMotion[]; progress?: Progress }) {
  return (
    <div className="mt">
      {motions.map((motion) => {
        const known = motion.settlement ? undefined : progress[motion.number];
        const owner = progress[motion.number]?.owner ?? motion.referredTo;
        return (
          <MotionRow
            key={motion.number}
            no={noOf(motion)}
            title={<span className="pre">{typeset(motion.text)}</span>}
            href={progress[motion.number]?.href}
            meta={[
              motion.place && typeset(motion.place),
              owner && debatePage.dealtWithBy(owner),
              debatePage.askedBy(motion.askedBy),
            ]}
          >
            {known ? <Badge tone={known.tone}>{known.label}</Badge> : <PublicMotionBadge {...motion} />}
            <Words text={known?.text || motion.settlementNote || motion.answer} />
            {motion.answeredBy && <p>{typeset(debatePage.answeredBy(motion.answeredBy))}</p>}
          </MotionRow>
        );
      })}
    </div>
  );
}

const Words = ({ text }: { text: string }) => (text ? <p className="pre">{typeset(text)}</p> : null);

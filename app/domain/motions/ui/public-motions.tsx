import { typeset } from "~/platform/language";
import { Badge, type Tone } from "~/ui/badge";
import { MotionRow } from "~/ui/motion-row";
import { debatePage } from "../messages.page.pl";
import { messages } from "../messages.pl";
import type { DebatePageData } from "../queries.page.server";
import { PublicMotionBadge } from "./motion-badge";

export type PublicMotion = DebatePageData["motions"][number];
/** What a later room knows of a matter: its task's state, who owns it, what was said last. By number. */
type Known = { tone: Tone; label: string; text?: string; owner?: string; href?: string; priority?: boolean };
export type Progress = Record<string, Known>;
/** How many matters there are and where they stand, in the words of the page that follows them up. */
export type MatterCounts = { all: number; done: number; open: number; figures: { label: string; value: number }[] };

const noOf = ({ number, category }: PublicMotion) => `${number} · ${messages.categories[category]}`;

const LONGEST_HEAD = 140;

/** A matter of two pages has no heading of two pages: its first sentence, or as many words as fit. */
function headOf(text: string) {
  const line = text.replace(/\s+/g, " ");
  if ([...line].length <= LONGEST_HEAD) return line;
  const start = [...line].slice(0, LONGEST_HEAD).join("");
  const sentence = /^.{20,}?[.!?](?=\s)/u.exec(start)?.[0];
  return sentence ?? `${start.slice(0, Math.max(start.lastIndexOf(" "), LONGEST_HEAD / 2))}…`;
}

function WholeText({ text }: { text: string }) {
  if (headOf(text) === text) return null;
  return (
    <details className="more">
      <summary>{debatePage.wholeText}</summary>
      <p className="pre">{typeset(text)}</p>
    </details>
  );
}

/** Before the debate: what others have written already. */
export function RaisedMotions({ motions }: { motions: readonly PublicMotion[] }) {
  return (
    <div>
      {motions.map((motion) => (
        <article key={motion.number} className="motion">
          <p className="motion__no">{noOf(motion)}</p>
          <h3 className="motion__title">{typeset(headOf(motion.text))}</h3>
          <WholeText text={motion.text} />
          <p className="motion__meta">
            {motion.place && <span>{typeset(motion.place)}</span>}
            {motion.askedBy > 1 && <span>{debatePage.askedBy(motion.askedBy)}</span>}
          </p>
        </article>
      ))}
    </div>
  );
}

/** Afterwards: each with what became of it, refusals as openly as results; the priorities of the debate first. */
export function SettledMotions({ motions, progress = {} }: { motions: readonly PublicMotion[]; progress?: Progress }) {
  const rank = ({ number }: PublicMotion) => (progress[number]?.priority ? 0 : 1);
  return (
    <div className="mt">
      {[...motions]
        .sort((a, b) => rank(a) - rank(b))
        .map((motion) => {
          const known = progress[motion.number];
          const owner = known ? known.owner : motion.referredTo;
          return (
            <MotionRow
              key={motion.number}
              no={noOf(motion)}
              title={typeset(headOf(motion.text))}
              href={known?.href}
              meta={[
                motion.place && typeset(motion.place),
                owner && debatePage.dealtWithBy(owner),
                debatePage.askedBy(motion.askedBy),
              ]}
            >
              {!known?.href && <WholeText text={motion.text} />}
              {known ? <Badge tone={known.tone}>{known.label}</Badge> : <PublicMotionBadge {...motion} />}
              {known?.priority && <Badge>{debatePage.priority}</Badge>}
              <Words text={known?.text || motion.settlementNote || motion.answer} />
              {motion.answeredBy && <p>{typeset(debatePage.answeredBy(motion.answeredBy))}</p>}
            </MotionRow>
          );
        })}
    </div>
  );
}

const Words = ({ text }: { text: string }) => (text ? <p className="pre">{typeset(text)}</p> : null);

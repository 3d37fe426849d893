import type { ReactNode } from "react";
import { numberOf } from "~/domain/debates/messages.pl";
import type { FormErrors } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatDate, formatLongWithTime, warsawDate } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/notes";
import { PublicPage } from "~/ui/public-page";
import { type Moment, Timeline } from "~/ui/timeline";
import { debatePage } from "../messages.page.pl";
import { messages } from "../messages.pl";
import { own } from "../messages.resident.pl";
import type { OwnPageData } from "../queries.own.server";
import { stateOf } from "../rules";
import { PublicMotionBadge } from "./motion-badge";
import type { Progress } from "./public-motions";

type Motion = OwnPageData["motion"];
type Props = OwnPageData & {
  maySubmit: boolean;
  progress?: Progress[string] | null;
  /** What later rooms ask of whoever raised the matter, and the answer to it. */
  children?: ReactNode;
  answer?: string;
  errors?: FormErrors;
};

/** A resident's own motion, as long as it lives: where it stands, what was settled, what happened when. */
export function OwnPage({ unit, motion, code, maySubmit, progress, children, answer, errors }: Props) {
  const path = `/u/${unit.slug}/debates/${motion.debateSlug}`;
  const debate = { number: motion.debateNumber, year: motion.debateYear };
  const crumbs = [{ label: `Debata nr ${numberOf(debate)}`, href: path }, { label: own.title(motion.number) }];
  // A merged motion stands where its leading one stands.
  const shown = motion.mergedInto ?? motion;
  return (
    <PublicPage unit={unit} narrow crumbs={crumbs}>
      <div className="stack stack--l">
        <div className="stack">
          <ErrorSummary errors={errors} />
          {answer && (
            <Note tone="good" status>
              <p>{answer}</p>
            </Note>
          )}
          <p>{progress ? <Badge tone={progress.tone}>{progress.label}</Badge> : <PublicMotionBadge {...shown} />}</p>
          <h1>{own.title(motion.number)}</h1>
          <p className="muted">
            {typeset(own.meta(motion.place, messages.categories[motion.category], formatDate(motion.submittedAt)))}
          </p>
        </div>
        <Result motion={motion} maySubmit={maySubmit} path={path} progress={progress} />
        {children}
        <Words motion={motion} />
        <section aria-labelledby="his">
          <h2 id="his">{own.history}</h2>
          <div className="mt">
            <Timeline items={momentsOf(motion)} />
          </div>
        </section>
        <p className="no-print">
          <LinkButton href={`/m/${code}?nowe`}>{own.confirmation}</LinkButton>
        </p>
      </div>
    </PublicPage>
  );
}

type ResultProps = { motion: Motion; maySubmit: boolean; path: string; progress?: Progress[string] | null };

function Result({ motion, maySubmit, path, progress }: ResultProps) {
  if (motion.status === "returned")
    return (
      <Note tone="warn">
        <h2>{own.reason}</h2>
        <p className="pre">{typeset(motion.returnReason)}</p>
        {maySubmit && (
          <p>
            {own.returned} <a href={`${path}/motions/new`}>{own.resubmit}</a>
          </p>
        )}
      </Note>
    );
  const isSettled = (motion.mergedInto ?? motion).settlement !== null;
  return (
    <Note>
      <h2>{own.settled}</h2>
      {sentencesOf(motion).map((sentence) => (
        <p key={sentence} className="pre">
          {typeset(sentence)}
        </p>
      ))}
      {progress && !isSettled && (
        <>
          {progress.owner && <p>{typeset(debatePage.dealtWithBy(progress.owner))}</p>}
          {progress.text && <p>{typeset(progress.text)}</p>}
        </>
      )}
      {progress && (
        <p>
          <a href={progress.href}>{own.tracker}</a>
        </p>
      )}
    </Note>
  );
}

/** What can be said in words; a promise for another body is never among them. */
function sentencesOf(motion: Motion): string[] {
  if (motion.outcome === "merged") {
    if (!motion.mergedInto) return [own.mergedHidden];
    return [own.merged(motion.mergedInto.number), ...resultOf(motion.mergedInto)];
  }
  return resultOf(motion);
}

type Stands = Pick<
  Motion,
  "status" | "outcome" | "settlement" | "settlementNote" | "answer" | "answeredBy" | "referredTo" | "referredAt"
>;

function resultOf(motion: Stands): string[] {
  const { settlement, settlementNote, answer, answeredBy, referredTo, referredAt } = motion;
  const state = stateOf(motion);
  const settled = settlement ? [`${messages.settlements[settlement]}.`, settlementNote] : [];
  const said = {
    submitted: [own.checking],
    returned: [],
    open: [own.waiting],
    answered_on_spot: [own.answered, answer, answeredBy && own.answeredBy(answeredBy)],
    task: [own.task],
    referred: [(referredAt ? own.referred : own.toBeReferred)(referredTo ?? ""), answer],
    merged: [own.mergedHidden],
    out_of_scope: [own.outOfScope, answer],
    // Why it is kept is for the police to know.
    police_only: [own.secret],
  }[state];
  return [...(state === "police_only" ? [] : settled), ...said].filter(Boolean);
}

const Words = ({ motion }: { motion: Motion }) => (
  <section className="stack" aria-labelledby="tr">
    <h2 id="tr">{own.yourWords}</h2>
    <p className="prose pre">{typeset(motion.ownText)}</p>
    {motion.text !== motion.ownText && motion.status === "admitted" && motion.sensitivity === "public" && (
      <>
        <h3>{own.publicWords}</h3>
        <p className="prose pre">{typeset(motion.text)}</p>
      </>
    )}
  </section>
);

function momentsOf(motion: Motion): Moment[] {
  const { moments } = own;
  const at = (key: string, instant: Date | null, title: string): Moment[] =>
    instant ? [{ key, title, date: { text: formatDate(instant), dateTime: warsawDate(instant) } }] : [];
  const outcome = motion.status === "returned" ? "returned" : motion.outcome;
  const waits = outcome === "referred" && motion.referredAt === null;
  const isJustDecided = motion.outcome === "merged" || motion.outcome === "police_only";
  return [
    ...at("settled", motion.sensitivity === "police_only" ? null : motion.settledAt, moments.settled),
    ...at("decided", motion.decidedAt, moments[waits ? "to_be_referred" : (outcome ?? "admitted")]),
    ...at("admitted", isJustDecided ? null : motion.admittedAt, moments.admitted),
    ...at("submitted", motion.submittedAt, moments[motion.channel]).map((moment) => ({
      ...moment,
      date: { text: formatLongWithTime(motion.submittedAt), dateTime: motion.submittedAt.toISOString() },
    })),
  ];
}

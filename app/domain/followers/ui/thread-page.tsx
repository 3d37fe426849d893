import type { ReactNode } from "react";
import { own } from "~/domain/motions/messages.resident.pl";
import { chain } from "~/domain/tasks/messages.due.pl";
import { messages } from "~/domain/tasks/messages.pl";
import { categoryOf, describeMatter, type Matter, matter, tracker } from "~/domain/tasks/messages.tracker.pl";
import { numberInPath } from "~/domain/tasks/rules.tracker";
import { DueExplanation } from "~/domain/tasks/ui/due-explanation";
import { StateBadge, WatchBadges } from "~/domain/tasks/ui/task-badges";
import { type ChainLink, TaskChain } from "~/domain/tasks/ui/task-chain";
import type { Refused } from "~/platform/forms";
import { listed, typeset } from "~/platform/language";
import { formatDate, warsawDate } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { ErrorSummary } from "~/ui/error-summary";
import { Facts } from "~/ui/facts";
import { MotionRow } from "~/ui/motion-row";
import { Note } from "~/ui/notes";
import { PublicPage, type PublicUnit } from "~/ui/public-page";
import { type Moment, Timeline } from "~/ui/timeline";
import type { CalendarDate, DebateStatus, DueBasis, MotionChannel } from "~db/vocabulary";
import { opinion, publicVoice } from "../messages.opinions.pl";
import { follow, voicesLine } from "../messages.pl";
import { type Entry, nextStepOf, stepsOf, thread } from "../messages.thread.pl";
import type { ShownTally } from "../rules.opinions";
import { FollowForm } from "./follow-form";
import { type Proof, ProofList } from "./proof-list";

type Tracked = Omit<Matter, "tasks"> & {
  place: string;
  text: string;
  answeredBy: string;
  referredAt: Date | null;
  reportText: string;
  channel: MotionChannel;
  decidedAt: Date | null;
  settledAt: Date | null;
  reportedAt: Date | null;
  submittedAt: Date;
  admittedAt: Date | null;
  mergedInto: string | null;
  debate: { slug: string; number: number; year: number; status: DebateStatus; startsAt: Date };
};
type Task = Matter["tasks"][number] & {
  title: string;
  sequence: number;
  dueBasis: DueBasis;
  dueFrom: CalendarDate | null;
  progress: number;
  proposedDueOn: CalendarDate | null;
  disownedAt: Date | null;
};
type Props = {
  unit: PublicUnit;
  now: Date;
  motion: Tracked;
  tasks: Task[];
  entries: readonly Entry[];
  chains: ChainLink[][];
  proof: readonly Proof[];
  /** Where the published minutes of its debate speak of it. */
  place: { id: string; title: string } | null;
  /** How many motions of residents say the same, this one included. */
  askedBy: number;
  supporters: number;
  /** What those who raised or support it have answered; null when nobody has. */
  tally: ShownTally;
  /** The request to follow has just been sent. */
  isSent: boolean;
  refused?: Refused;
  /** What later rooms know of how its tasks are fulfilled, e.g. an agreement. */
  children?: ReactNode;
};

/** One matter with everything that was said about it in public. */
export function ThreadPage(props: Props) {
  const { unit, now, motion, tasks, chains, askedBy, supporters, tally, isSent, refused, children } = props;
  const { tone, label, lines } = describeMatter({ ...motion, tasks }, now);
  const path = `/u/${unit.slug}/tracker`;
  const { number, category, place, text, submittedAt, mergedInto, debate } = motion;
  return (
    <PublicPage
      unit={unit}
      current="tracker"
      narrow
      crumbs={[{ label: tracker.title, href: path }, { label: matter.title(number) }]}
    >
      <div className="stack stack--l">
        <div className="stack">
          <ErrorSummary errors={refused?.errors} labels={follow.labels} />
          {!mergedInto && (
            <p>
              <Badge tone={tone}>{label}</Badge>
            </p>
          )}
          <h1 className="pre">{typeset(text)}</h1>
          <p className="muted">
            {[typeset(place), categoryOf(category), matter.raisedOn(submittedAt)].filter(Boolean).join(" · ")}
            {" · "}
            <a href={`/u/${unit.slug}/debates/${debate.slug}`}>{typeset(matter.debate(debate.number, debate.year))}</a>
          </p>
          {(askedBy > 1 || supporters > 0) && <p>{typeset(voicesLine(askedBy, supporters))}</p>}
        </div>
        {mergedInto ? (
          <Note>
            <p>
              {matter.merged} <a href={`${path}/${numberInPath(mergedInto)}`}>{mergedInto}</a>.
            </p>
          </Note>
        ) : (
          <>
            {lines.length > 0 && <Agreed motion={motion} lines={lines} />}
            {tasks.length > 0 && <Today tasks={tasks} />}
            {tasks.length > 0 && <Sides motion={motion} tasks={tasks} tally={tally} />}
            {tasks.length > 0 && <Tasks {...props} />}
            {chains.length > 0 && <Chains chains={chains} />}
            {children}
          </>
        )}
        <section aria-labelledby="historia">
          <h2 id="historia">{matter.history}</h2>
          <div className="mt">
            <Timeline items={momentsOf(props)} />
          </div>
        </section>
        {!mergedInto && (
          <FollowForm
            path={`${path}/${numberInPath(number)}`}
            privacyHref={`/u/${unit.slug}/privacy`}
            isSent={isSent}
            refused={refused}
          />
        )}
      </div>
    </PublicPage>
  );
}

const Agreed = ({ motion, lines }: { motion: Tracked; lines: string[] }) => (
  <Note>
    <h2>{matter.agreed}</h2>
    {lines.map((line) => (
      <p key={line} className="pre">
        {typeset(line)}
      </p>
    ))}
    {motion.answeredBy && <p>{typeset(matter.answeredBy(motion.answeredBy))}</p>}
  </Note>
);

/** What a body says, what the unit has confirmed and what residents think: three voices, never one badge. */
function Sides({ motion, tasks, tally }: Pick<Props, "motion" | "tasks" | "tally">) {
  const { bySide, notYet } = matter;
  const said = tasks.filter(({ heardAt, state }) => heardAt && state !== "transferred");
  const hall = motion.hallVerdict ? messages.verdicts[motion.hallVerdict] : "";
  return (
    <Facts
      items={[
        {
          term: bySide.body,
          value:
            said.length > 0
              ? said.map(({ id, ownerName, state }) => (
                  <p key={id}>
                    {typeset(ownerName)}: <b>{messages.states[state === "confirmed" ? "reported_done" : state]}</b>
                  </p>
                ))
              : notYet,
        },
        { term: bySide.unit, value: motion.settlement ? tracker.states[motion.settlement] : notYet },
        { term: opinion.residents, value: tally && typeset(publicVoice(tally)) },
        { term: thread.byHall, value: [hall, motion.reportText].filter(Boolean).map(typeset).join(" – ") },
      ]}
    />
  );
}

/** Who does what next, and until when: the first thing that anybody wants to know. */
function Today({ tasks }: Pick<Props, "tasks">) {
  const living = tasks.filter(({ state }) => state !== "transferred");
  const steps = living.map((task) => ({ id: task.id, step: nextStepOf(task) })).filter(({ step }) => step !== "");
  return (
    <section className="card stack" aria-labelledby="teraz">
      <h2 id="teraz">{thread.today}</h2>
      <Facts
        items={[
          { term: thread.who, value: typeset(listed([...new Set(living.map(({ ownerName }) => ownerName))])) },
          {
            term: thread.nextStep,
            value: steps.length > 0 ? steps.map(({ id, step }) => <p key={id}>{typeset(step)}</p>) : thread.nothing,
          },
        ]}
      />
    </section>
  );
}

const Tasks = ({ unit, motion, tasks, proof, now }: Props) => (
  <section aria-labelledby="zadania">
    <h2 id="zadania">{matter.tasks}</h2>
    <div className="mt">
      {tasks.map((task) => (
        <MotionRow key={task.id} no={`Z${task.sequence}`} title={task.title} meta={[typeset(task.ownerName)]}>
          <p className="cluster">
            <StateBadge {...task} />
            <WatchBadges task={task} now={now} />
          </p>
          {task.result && <p className="pre">{typeset(task.result)}</p>}
          <p>{typeset(`${matter.due(task.dueOn)} (${messages.bases[task.dueBasis]})`)}</p>
          {task.state !== "transferred" && <DueExplanation task={task} />}
          <ProofList
            items={proof.filter(({ taskId }) => taskId === task.id)}
            path={`/u/${unit.slug}/tracker/${numberInPath(motion.number)}/evidence`}
          />
        </MotionRow>
      ))}
    </div>
  </section>
);

/** Body after body, with dates and reasons. */
const Chains = ({ chains }: { chains: readonly (readonly ChainLink[])[] }) => (
  <section aria-labelledby="droga">
    <h2 id="droga">{chain.title}</h2>
    {chains.map((links) => (
      <div key={links[0]?.id} className="mt">
        <TaskChain links={links} />
      </div>
    ))}
  </section>
);

/** Oldest last, as the office reads it; a debate that has not been held is not in it. */
function momentsOf({ unit, motion, entries, place, now }: Props): Moment[] {
  const { debate, submittedAt, admittedAt, channel } = motion;
  const wasHeld = (debate.status === "held" || debate.status === "closed") && debate.startsAt < now;
  const none = { who: "", note: "" };
  const said = stepsOf(motion, entries).map((step) => ({
    ...step,
    note: step.note && <span className="pre">{typeset(step.note)}</span>,
  }));
  const inMinutes = place && (
    <a href={`/u/${unit.slug}/debates/${debate.slug}/minutes#${place.id}`}>{thread.minutes(place.title)}</a>
  );
  const steps = [
    { ...none, key: "raised", at: submittedAt, title: own.moments[channel] },
    ...(admittedAt
      ? [{ ...none, key: "admitted", at: admittedAt, title: matter.admitted, who: matter.organizer }]
      : []),
    ...(wasHeld ? [{ ...none, key: "discussed", at: debate.startsAt, title: matter.discussed, note: inMinutes }] : []),
    ...said,
  ];
  return steps
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, title, ...step }) => ({
      ...step,
      title: typeset(title),
      date: { text: formatDate(at), dateTime: warsawDate(at) },
    }));
}

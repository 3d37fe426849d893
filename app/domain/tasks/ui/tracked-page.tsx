import { typeset } from "~/platform/language";
import { formatDate, warsawDate } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { Facts } from "~/ui/facts";
import { MotionRow } from "~/ui/motion-row";
import { Note } from "~/ui/notes";
import { PublicPage, type PublicUnit } from "~/ui/public-page";
import { type Moment, Timeline } from "~/ui/timeline";
import type { CalendarDate, DebateStatus, DueBasis, TaskEntryKind, TaskState } from "~db/vocabulary";
import { messages } from "../messages.pl";
import { categoryOf, describeMatter, type Matter, matter, tracker } from "../messages.tracker.pl";
import { numberInPath } from "../rules.tracker";
import { StateBadge, WatchBadges } from "./task-badges";

type Tracked = Omit<Matter, "tasks"> & {
  place: string;
  text: string;
  answeredBy: string;
  reportText: string;
  settledAt: Date | null;
  submittedAt: Date;
  admittedAt: Date | null;
  mergedInto: string | null;
  debate: { slug: string; number: number; year: number; status: DebateStatus; startsAt: Date };
};
type Task = Matter["tasks"][number] & { title: string; sequence: number; dueBasis: DueBasis };
type Entry = {
  id: string;
  kind: TaskEntryKind;
  toState: TaskState | null;
  text: string;
  dueOn: CalendarDate | null;
  at: Date;
  ownerName: string;
  isFromBody: boolean;
};

type Props = { unit: PublicUnit; now: Date; motion: Tracked; tasks: Task[]; entries: Entry[] };

/** One matter with everything that was said about it in public. */
export function TrackedPage({ unit, now, motion, tasks, entries }: Props) {
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
            {tasks.length > 0 && <Sides motion={motion} tasks={tasks} />}
            {tasks.length > 0 && <Tasks tasks={tasks} now={now} />}
          </>
        )}
        <section aria-labelledby="historia">
          <h2 id="historia">{matter.history}</h2>
          <div className="mt">
            <Timeline items={momentsOf(motion, entries, now)} />
          </div>
        </section>
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
function Sides({ motion, tasks }: { motion: Tracked; tasks: Task[] }) {
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
        { term: bySide.hall, value: [hall, motion.reportText].filter(Boolean).map(typeset).join(" – ") },
      ]}
    />
  );
}

const Tasks = ({ tasks, now }: { tasks: Task[]; now: Date }) => (
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
        </MotionRow>
      ))}
    </div>
  </section>
);

/** Oldest last, as the office reads it; a debate that has not been held is not in it. */
function momentsOf(motion: Tracked, entries: Entry[], now: Date): Moment[] {
  const { debate, submittedAt, admittedAt, settledAt, settlement } = motion;
  const wasHeld = (debate.status === "held" || debate.status === "closed") && debate.startsAt < now;
  const steps = [
    { key: "raised", at: submittedAt, title: matter.raised },
    ...(admittedAt ? [{ key: "admitted", at: admittedAt, title: matter.admitted, who: matter.organizer }] : []),
    ...(wasHeld ? [{ key: "discussed", at: debate.startsAt, title: matter.discussed }] : []),
    ...entries.map(stepOf),
    ...(settlement && settledAt ? [{ key: "settled", at: settledAt, title: settledTitle(motion) }] : []),
  ];
  return steps
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, ...step }) => ({ ...step, date: { text: formatDate(at), dateTime: warsawDate(at) } }));
}

const settledTitle = ({ settlement }: Tracked) =>
  `${matter.settled}: ${settlement ? tracker.states[settlement].toLowerCase() : ""}`;

function stepOf({ id, kind, toState, text, dueOn, at, ownerName, isFromBody }: Entry) {
  const isGiven = toState === "new";
  const title = isGiven
    ? matter.given(ownerName)
    : kind === "extension" && dueOn
      ? matter.newDue(dueOn)
      : toState
        ? messages.states[toState]
        : messages.entries[kind];
  const note = isGiven && dueOn ? matter.due(dueOn) : text;
  return {
    key: id,
    at,
    title: typeset(title),
    who: isFromBody ? ownerName : matter.organizer,
    note: note && <span className="pre">{typeset(note)}</span>,
  };
}

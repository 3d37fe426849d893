import type { ReactNode } from "react";
import { typeset } from "~/platform/language";
import { formatLong, formatMoment, formatShortWithTime } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { type Fact, Facts } from "~/ui/facts";
import { ProgressNote } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { type Moment, Timeline } from "~/ui/timeline";
import type { CalendarDate, DueBasis, HallVerdict, TaskEntryKind, TaskState } from "~db/vocabulary";
import { chain } from "../messages.due.pl";
import { debateNo, list, page } from "../messages.page.pl";
import { messages } from "../messages.pl";
import { mayBeReminded, mayExtend, mayTransfer } from "../rules";
import { DueExplanation } from "./due-explanation";
import { StateBadge, WatchBadges } from "./task-badges";
import { type ChainLink, TaskChain } from "./task-chain";

export type Entry = {
  id: string;
  kind: TaskEntryKind;
  fromState: TaskState | null;
  toState: TaskState | null;
  text: string;
  dueOn: CalendarDate | null;
  progress: number | null;
  public: boolean;
  author: string;
  authorPost: string;
  actor: string;
  actorName: string | null;
  at: Date;
};

export type TaskDetails = {
  id: string;
  number: string;
  sequence: number;
  version: number;
  title: string;
  details: string;
  state: TaskState;
  result: string;
  budgetYear: number | null;
  dueOn: CalendarDate;
  dueBasis: DueBasis;
  dueFrom: CalendarDate | null;
  priority: boolean;
  internal: boolean;
  heardAt: Date | null;
  firstHeardAt: Date | null;
  progress: number;
  proposedDueOn: CalendarDate | null;
  proposedReason: string;
  proposedBy: string;
  proposedAt: Date | null;
  disownedAt: Date | null;
  disownedReason: string;
  createdAt: Date;
  remindedAt: Date | null;
  ownerName: string;
  ownerEmail: string;
  debateId: string;
  debateNumber: number;
  debateYear: number;
  transferredToId: string | null;
  cameFrom: { id: string; ownerName: string } | null;
  supporters: { id: string; name: string }[];
  motions: { id: string; number: string; text: string; hallVerdict: HallVerdict | null; reportText: string }[];
  entries: Entry[];
};

type Props = {
  home: string;
  now: Date;
  task: TaskDetails;
  mayFollow: boolean;
  /** The form that was asked for: a change of state, unless another button was pressed. */
  children?: ReactNode;
  /** Through whose hands it has gone. */
  chain?: readonly ChainLink[];
  /** Proof, to be named where it came. */
  files?: readonly { id: string; entryId: string | null; title: string }[];
  /** What later rooms know of this task, e.g. an agreement. */
  side?: ReactNode;
};

export function TaskPage({ home, now, task, mayFollow, chain: links = [], files = [], children, side }: Props) {
  const filesOf = ({ id }: Entry) =>
    files
      .filter(({ entryId }) => entryId === id)
      .map((file) => (
        <p key={file.id}>
          <a href={`${home}/tasks/${task.id}/files/${file.id}`}>{typeset(file.title)}</a>
        </p>
      ));
  return (
    <>
      <TopBar
        title={task.title}
        crumbs={[{ label: list.title, href: `${home}/tasks` }, { label: task.number }]}
        sub={<Sub task={task} home={home} />}
        actions={mayFollow && <Actions task={task} path={`${home}/tasks/${task.id}`} />}
      />
      <p className="cluster sub">
        <StateBadge {...task} />
        <WatchBadges task={task} now={now} />
        {task.internal && <Badge tone="secret">{list.internal}</Badge>}
      </p>
      <div className="cols">
        <div className="stack">
          {children}
          <TwoSides task={task} />
          {links.length > 1 && (
            <Panel title={chain.title} padded>
              <TaskChain links={links} hrefOf={(id) => `${home}/tasks/${id}`} />
            </Panel>
          )}
          <Panel title={page.history} aside={<span className="small muted">{page.zone}</span>} padded>
            <Timeline items={task.entries.map((entry) => momentOf(entry, now, filesOf(entry)))} />
          </Panel>
        </div>
        <aside className="stack" aria-label={page.data}>
          <Panel label={page.data} padded>
            <Facts items={factsOf(task, home)} />
            <DueExplanation task={task} />
          </Panel>
          {side}
        </aside>
      </div>
    </>
  );
}

const Sub = ({ task, home }: { task: TaskDetails; home: string }) => (
  <>
    Z{task.sequence} · <Anchor href={`${home}/debates/${task.debateId}/tasks`}>{debateNo(task)}</Anchor> · {page.from}{" "}
    {task.motions.map(({ number }) => number).join(", ")}
  </>
);

function Actions({ task, path }: { task: TaskDetails; path: string }) {
  return (
    <>
      {mayBeReminded(task) && <LinkButton href={`${path}?do=remind`}>{page.remind}</LinkButton>}
      {mayExtend(task.state) && <LinkButton href={`${path}?do=extend`}>{page.extend}</LinkButton>}
      {task.state !== "transferred" && <LinkButton href={`${path}?do=evidence`}>{page.addFile}</LinkButton>}
      {mayTransfer(task.state) && <LinkButton href={`${path}?do=transfer`}>{page.transfer}</LinkButton>}
    </>
  );
}

/** What the body says and what the hall says are never the same badge. */
function TwoSides({ task }: { task: TaskDetails }) {
  const said = task.motions.filter(({ hallVerdict, reportText }) => hallVerdict || reportText);
  return (
    <Panel title={page.twoSides} padded>
      <div className="twin">
        <div className="stack stack--s">
          <p className="small muted">{page.byBody}</p>
          {task.heardAt ? (
            <p>
              <b>{messages.states[task.state]}</b>
              {task.result && ` – ${typeset(task.result)}`}
            </p>
          ) : (
            <p>{page.noWord}</p>
          )}
        </div>
        <div className="stack stack--s">
          <p className="small muted">{page.byHall}</p>
          {said.length === 0 && <p>{page.noHall}</p>}
          {said.map(({ id, number, hallVerdict, reportText }) => (
            <p key={id}>
              {number}: {hallVerdict && <b>{messages.verdicts[hallVerdict]}</b>} {typeset(reportText)}
            </p>
          ))}
        </div>
      </div>
    </Panel>
  );
}

function momentOf(entry: Entry, now: Date, files: ReactNode[]): Moment {
  const { id, text, dueOn, progress, public: isPublic, kind } = entry;
  const date =
    dueOn && (kind === "proposal" || kind === "proposal_declined" ? page.askedFor(dueOn) : page.dueSet(dueOn));
  const who = [whoOf(entry), formatMoment(entry.at, now), isPublic ? "" : list.internal.toLowerCase()];
  return {
    key: id,
    title: titleOf(entry),
    who: who.filter(Boolean).join(" · "),
    note: (text || dueOn || progress !== null || files.length > 0) && (
      <>
        {date && <p>{date}</p>}
        {progress !== null && <p>{page.saidProgress(progress)}</p>}
        {text && <p className="paper pre">{typeset(text)}</p>}
        {files}
      </>
    ),
  };
}

/** „Informacja od podmiotu: nowe → w realizacji”. */
function titleOf({ kind, actor, fromState, toState }: Entry) {
  if (toState === "new") return page.given;
  if (kind === "not_ours" && !actor.startsWith("body:")) return messages.insisted;
  const word = (state: TaskState) => messages.states[state].toLowerCase();
  if (!toState) return messages.entries[kind];
  const step = fromState && fromState !== toState ? page.step(word(fromState), word(toState)) : word(toState);
  return `${messages.entries[kind]}: ${step}`;
}

function whoOf({ actor, actorName, author, authorPost }: Pick<Entry, "actor" | "actorName" | "author" | "authorPost">) {
  const door = actor.startsWith("body:") ? page.who.body : (actorName ?? page.who.system);
  return [author, authorPost, door].filter(Boolean).join(", ");
}

function factsOf(task: TaskDetails, home: string): Fact[] {
  const { facts } = page;
  const link = (id: string, text: string) => <Anchor href={`${home}/tasks/${id}`}>{text}</Anchor>;
  return [
    { term: facts.owner, value: task.ownerName },
    { term: facts.support, value: task.supporters.map(({ name }) => name).join(", ") },
    { term: facts.due, value: formatLong(task.dueOn) },
    { term: facts.basis, value: messages.bases[task.dueBasis] },
    {
      term: facts.progress,
      value: task.progress > 0 && (
        <ProgressNote label={facts.progress} value={task.progress} max={100}>
          {task.progress}%
        </ProgressNote>
      ),
    },
    { term: facts.firstHeard, value: task.firstHeardAt && formatShortWithTime(task.firstHeardAt) },
    { term: facts.reminded, value: task.remindedAt && formatShortWithTime(task.remindedAt) },
    { term: facts.priority, value: task.priority && page.yes },
    { term: facts.visible, value: task.internal && page.internal },
    { term: facts.cameFrom, value: task.cameFrom && link(task.cameFrom.id, task.cameFrom.ownerName) },
    { term: facts.movedTo, value: task.transferredToId && link(task.transferredToId, page.facts.movedTo) },
    {
      term: facts.motions,
      value: task.motions.map(({ id, number, text }) => (
        <p key={id}>
          <b>{number}</b> {typeset(text)}
        </p>
      )),
    },
    { term: facts.details, value: task.details && <span className="pre">{task.details}</span> },
  ].filter(({ value }) => value !== false);
}

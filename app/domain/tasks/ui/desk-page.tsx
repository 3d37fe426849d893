import { typeset } from "~/platform/language";
import { formatLongWithTime } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { MotionRow } from "~/ui/motion-row";
import { Empty, Note } from "~/ui/notes";
import { PublicPage } from "~/ui/public-page";
import type { RsvpStatus } from "~db/vocabulary";
import { desk } from "../messages.desk.pl";
import { messages } from "../messages.pl";
import { nextStates, OWED_STATES } from "../rules";
import { DeskForm, DeskProblem, type DeskProps, type DeskTask, type Invitation } from "./desk-form";
import { StateBadge, WatchBadges } from "./task-badges";

export function DeskPage(props: DeskProps) {
  const { unit, body, tasks, invitations, task, sent, errors } = props;
  const waiting = tasks.filter(({ state }) => OWED_STATES.includes(state));
  const open = tasks.filter(({ state }) => state === "reported_done" || state === "needs_funds");
  const finished = tasks.filter((one) => !waiting.includes(one) && !open.includes(one));
  return (
    <PublicPage unit={unit} nav={false}>
      <div className="stack stack--l">
        {errors && <DeskProblem {...props} />}
        {sent && (
          <Note tone="good" status>
            <p>{desk.sent(sent)}</p>
          </Note>
        )}
        <div className="stack">
          <p className="eyebrow">{desk.eyebrow}</p>
          <h1>{typeset(body.name)}</h1>
          <p className="lead">{typeset(desk.lead)}</p>
        </div>
        {tasks.length === 0 ? (
          <Empty title={desk.nothing}>
            <p>{desk.nothingText}</p>
          </Empty>
        ) : (
          <Group id="czekaja" title={desk.waiting} tasks={waiting} props={props} none={desk.allAnswered} />
        )}
        {task && <DeskForm {...props} task={task} />}
        <Group id="przekazane" title={desk.open} tasks={open} props={props} />
        <Group id="zakonczone" title={desk.finished} tasks={finished} props={props} />
        {invitations.length > 0 && <Invitations invitations={invitations} />}
      </div>
    </PublicPage>
  );
}

type GroupProps = { id: string; title: string; tasks: DeskTask[]; props: DeskProps; none?: string };

function Group({ id, title, tasks, props, none }: GroupProps) {
  if (tasks.length === 0 && !none) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="mt">
        {tasks.length === 0 && <p className="muted">{none}</p>}
        {tasks.map((task) => (
          <Row key={task.id} {...props} task={task} />
        ))}
      </div>
    </section>
  );
}

function Row({ task, now, path, ...props }: DeskProps & { task: DeskTask }) {
  const numbers = task.motions.map(({ number }) => number);
  const isOpen = props.fields.taskId === task.id;
  return (
    <MotionRow
      no={desk.no(task.sequence, numbers)}
      title={task.title}
      meta={[desk.debate(task.debateNumber, task.debateYear), ...new Set(task.motions.map(({ place }) => place))]}
    >
      <div className="stack stack--s">
        <p className="cluster">
          <StateBadge {...task} />
          <WatchBadges task={task} now={now} />
        </p>
        {task.result && <p>{typeset(task.result)}</p>}
        {OWED_STATES.includes(task.state) && <p>{typeset(desk.due(task.dueOn, messages.bases[task.dueBasis]))}</p>}
        {nextStates(task.state, "body").length > 0 && !isOpen && (
          <p>
            <LinkButton href={`${path}?zadanie=${task.id}#odpowiedz`} about={desk.about(task.sequence)}>
              {desk.answer}
            </LinkButton>
          </p>
        )}
      </div>
    </MotionRow>
  );
}

const Invitations = ({ invitations }: { invitations: Invitation[] }) => (
  <section aria-labelledby="zaproszenia">
    <h2 id="zaproszenia">{desk.invitations}</h2>
    <p className="muted small">{desk.invitationHint}</p>
    <div className="mt">
      {invitations.map(({ id, officeTitle, status, topic, startsAt, endsAt, venueName }) => (
        <MotionRow
          key={id}
          no={formatLongWithTime(startsAt, endsAt)}
          title={topic}
          meta={[officeTitle, typeset(venueName)]}
        >
          <Badge tone={TONES[status]}>{desk.invitationStatuses[status]}</Badge>
        </MotionRow>
      ))}
    </div>
  </section>
);

const TONES = {
  sent: "neutral",
  accepted: "done",
  declined: "stop",
  substituted: "part",
  draft: "neutral",
  withdrawn: "stop",
} as const satisfies Record<RsvpStatus, string>;

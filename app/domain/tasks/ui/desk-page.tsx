import { typeset } from "~/platform/language";
import { formatLongWithTime } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { MotionRow } from "~/ui/motion-row";
import { Empty, Note, ProgressNote } from "~/ui/notes";
import { PublicPage } from "~/ui/public-page";
import type { RsvpStatus } from "~db/vocabulary";
import { desk } from "../messages.desk.pl";
import { evidence } from "../messages.evidence.pl";
import { messages } from "../messages.pl";
import { OWED_STATES } from "../rules";
import { type DeskGroup, deskAnswers, deskGroupOf } from "../rules.desk";
import { DeskForm, type DeskMotion, DeskProblem, type DeskProps, type DeskTask, type Invitation } from "./desk-form";
import { StateBadge, WatchBadges } from "./task-badges";

export function DeskPage(props: DeskProps) {
  const { unit, body, tasks, motions, invitations, task, sent, errors } = props;
  const of = (group: DeskGroup) => tasks.filter((one) => deskGroupOf(one) === group);
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
        <Views {...props} />
        {tasks.length === 0 ? (
          <Empty title={desk.nothing}>
            <p>{desk.nothingText}</p>
          </Empty>
        ) : (
          <Group id="zadania" title={desk.groups.waiting} tasks={of("waiting")} props={props} none={desk.allAnswered} />
        )}
        {task && <DeskForm {...props} task={task} />}
        <Group id="organizator" title={desk.groups.asked} tasks={of("asked")} props={props} />
        <Group id="srodki" title={desk.groups.funds} tasks={of("funds")} props={props} />
        {motions.length > 0 && <Motions motions={motions} />}
        {invitations.length > 0 && <Invitations invitations={invitations} />}
        <Group id="zakonczone" title={desk.groups.finished} tasks={of("finished")} props={props} />
      </div>
    </PublicPage>
  );
}

/** Jumps within the page; what there is none of is left out. */
function Views({ path, tasks, motions, invitations }: DeskProps) {
  const views = [
    { href: "#zadania", label: desk.tasks, many: tasks.length },
    { href: "#wnioski", label: desk.motionsTitle, many: motions.length },
    { href: "#zaproszenia", label: desk.invitations, many: invitations.length },
  ].filter(({ many }) => many > 0);
  if (views.length < 2) return null;
  return (
    <nav className="tabs" aria-label={desk.views}>
      {views.map(({ href, label, many }) => (
        <a key={href} href={path + href}>
          {label} ({many})
        </a>
      ))}
    </nav>
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
  const debate = desk.debate(task.debateNumber, task.debateYear);
  return (
    <MotionRow
      no={[desk.no(task.sequence, numbers), task.priority && desk.priority].filter(Boolean).join(" · ")}
      title={task.title}
      meta={[debate, ...new Set(task.motions.map(({ place }) => place))]}
    >
      <div className="stack stack--s">
        <p className="cluster">
          <StateBadge {...task} />
          <WatchBadges task={task} now={now} />
        </p>
        {task.state === "in_progress" && task.progress > 0 && (
          <ProgressNote label={desk.progressLabel} value={task.progress} max={100}>
            {desk.progressOf(task.progress)}
          </ProgressNote>
        )}
        {task.result && <p className="pre">{typeset(task.result)}</p>}
        {task.returned && (
          <Note tone="warn">
            <p className="pre">{typeset(desk.returned(task.returned))}</p>
          </Note>
        )}
        {OWED_STATES.includes(task.state) && <p>{typeset(desk.due(task.dueOn, messages.bases[task.dueBasis]))}</p>}
        {task.proposedDueOn && <p>{typeset(desk.waitsForDate(task.proposedDueOn))}</p>}
        {task.disownedAt && <p>{typeset(desk.waitsForOwner)}</p>}
        <Files files={task.files} path={path} />
        {deskAnswers(task.state).length > 0 && !isOpen && (
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

function Files({ files, path }: Pick<DeskTask, "files"> & { path: string }) {
  if (files.length === 0) return null;
  return (
    <p className="small">
      {desk.evidence}:{" "}
      {files.map(({ id, title, mediaType, size, public: isPublic }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <a href={`${path}/files/${id}`}>{typeset(title)}</a> ({evidence.kind(mediaType, size)}
          {isPublic && `, ${desk.evidenceShown}`})
        </span>
      ))}
    </p>
  );
}

const Motions = ({ motions }: { motions: DeskMotion[] }) => (
  <section aria-labelledby="wnioski">
    <h2 id="wnioski">{desk.motionsTitle}</h2>
    <p className="muted small">{typeset(desk.motionsHint)}</p>
    <div className="mt">
      {motions.map(({ id, number, text, place, topic, referredAt, settlement }) => (
        <MotionRow
          key={id}
          no={[number, referredAt && desk.referredOn(referredAt)].filter(Boolean).join(" · ")}
          title={text}
          meta={[typeset(place), typeset(topic)]}
        >
          <Badge tone={settlement ? SETTLED[settlement] : "sent"}>
            {settlement ? desk.settled[settlement] : desk.referred}
          </Badge>
        </MotionRow>
      ))}
    </div>
  </section>
);

const SETTLED = { done: "done", partly: "part", refused: "stop" } as const;

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

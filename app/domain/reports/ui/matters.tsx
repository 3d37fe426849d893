import type { Tone } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Panel, Row, Rows } from "~/ui/panel";
import { messages, sentenceOf } from "../messages.pl";
import type { Matter, MatterKind } from "../rules";

const TONES: Record<MatterKind, Tone> = {
  task_overdue: "late",
  task_silent: "late",
  task_reported: "wait",
  task_due: "soon",
  motion_held: "secret",
  motions_waiting: "wait",
  substitute_waiting: "part",
  answers_missing: "soon",
  agenda_too_long: "soon",
  debate_due: "live",
  minutes_due: "soon",
  minutes_late: "late",
  letters_failed: "late",
};

/** Where the matter is dealt with. */
function pathOf(matter: Matter): string {
  const debate = (id: string, tab = "") => `/debates/${id}${tab}`;
  switch (matter.kind) {
    case "task_overdue":
    case "task_silent":
    case "task_reported":
    case "task_due":
      return `/tasks/${matter.task.id}`;
    case "motion_held":
      return debate(matter.motion.debateId, "/motions");
    case "motions_waiting":
      return debate(matter.debate.debateId, "/motions");
    case "substitute_waiting":
      return debate(matter.substitute.debateId, "/invitations");
    case "answers_missing":
      return debate(matter.debate.debateId, "/invitations");
    case "agenda_too_long":
      return debate(matter.debate.debateId, "/agenda");
    case "minutes_due":
    case "minutes_late":
      return debate(matter.debate.debateId, "/minutes");
    case "debate_due":
      return debate(matter.debate.debateId);
    case "letters_failed":
      return "/outbox?stan=failed";
  }
}

type Props = { group: Matter["group"]; matters: readonly Matter[]; home: string; now: Date };

export function Matters({ group, matters, home, now }: Props) {
  const here = matters.filter((matter) => matter.group === group);
  if (here.length === 0) return null;
  return (
    <Panel title={messages.groups[group]} count={here.length}>
      <Rows>
        {here.map((matter) => {
          const { badge, title, sub, action } = sentenceOf(matter, now);
          const href = home + pathOf(matter);
          return (
            <Row
              key={`${matter.kind} ${href} ${title}`}
              badge={{ tone: TONES[matter.kind], text: badge }}
              title={title}
              href={href}
              sub={sub}
              action={
                <LinkButton small href={href} about={title}>
                  {action}
                </LinkButton>
              }
            />
          );
        })}
      </Rows>
    </Panel>
  );
}

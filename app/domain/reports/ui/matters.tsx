import type { Tone } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Panel, Row, Rows } from "~/ui/panel";
import { messages, sentenceOf } from "../messages.pl";
import type { Matter, MatterKind } from "../rules";

const TONES: Record<MatterKind, Tone> = {
  task_overdue: "late",
  task_silent: "late",
  task_reported: "wait",
  task_proposed: "soon",
  task_disowned: "part",
  task_due: "soon",
  motion_held: "secret",
  motions_waiting: "wait",
  substitute_waiting: "part",
  answers_missing: "soon",
  agenda_too_long: "soon",
  debate_due: "live",
  minutes_due: "soon",
  minutes_late: "late",
  remarks_open: "wait",
  window_ends: "soon",
  window_ended: "wait",
  correction_begun: "part",
  letters_failed: "late",
  referral_late: "late",
  referral_due: "soon",
  referral_waiting: "wait",
  repeats: "part",
};

/** Where the matter is dealt with. */
function pathOf(matter: Matter): string {
  const debate = (id: string, tab = "") => `/debates/${id}${tab}`;
  switch (matter.kind) {
    case "task_overdue":
    case "task_silent":
    case "task_reported":
    case "task_due":
    case "task_proposed":
    case "task_disowned":
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
    case "remarks_open":
      return debate(matter.debate.debateId, "/minutes/remarks");
    case "window_ends":
    case "window_ended":
      return debate(matter.debate.debateId, "/minutes/window");
    case "correction_begun":
      return debate(matter.debate.debateId, "/minutes/amendment");
    case "debate_due":
      return debate(matter.debate.debateId);
    case "referral_late":
    case "referral_due":
    case "referral_waiting": {
      const { id, status, debateId } = matter.motion;
      return status === "admitted" ? `/motions/${id}/refer` : `${debate(debateId, "/motions")}?wniosek=${id}`;
    }
    case "repeats":
      return "/motions/repeats";
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

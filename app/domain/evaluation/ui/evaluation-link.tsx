import { LinkButton } from "~/ui/button";
import type { DebateStatus } from "~db/vocabulary";
import { messages } from "../messages.pl";
import { desk } from "../messages.screen.pl";

type Props = { own: string; debate: { status: DebateStatus; evaluatesDebateId: string | null } };

/** After a debate the way to its evaluation; in an evaluation the way to the table of the earlier motions. */
export function EvaluationLink({ own, debate: { status, evaluatesDebateId } }: Props) {
  const wasHeld = status === "held" || status === "closed";
  if (!evaluatesDebateId && !wasHeld) return null;
  return (
    <p className="cluster sub">
      <LinkButton href={`${own}/evaluation`}>
        {evaluatesDebateId ? messages.reports.title : messages.form.title}
      </LinkButton>
      {evaluatesDebateId && <HallLink own={own} />}
    </p>
  );
}

/** From the evening to the desk of its big screen. */
export const HallLink = ({ own }: { own: string }) => <LinkButton href={`${own}/hall`}>{desk.title}</LinkButton>;

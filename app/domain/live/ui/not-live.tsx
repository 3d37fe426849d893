import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/notes";
import type { DebateStatus } from "~db/vocabulary";
import { messages } from "../messages.pl";

/** The evening has not begun, is over, or will not be: says which, and where to go. */
export function NotLive({ status, address }: { status: DebateStatus; address: string }) {
  if (status === "held" || status === "closed")
    return (
      <Empty
        title={messages.overTitle}
        action={<LinkButton href={`${address}/minutes`}>{messages.toMinutes}</LinkButton>}
      >
        <p>{messages.over}</p>
      </Empty>
    );
  if (status === "cancelled" || status === "postponed") return <Empty title={messages.calledOffTitle} />;
  const open = <LinkButton href={`${address}/state?to=open`}>{messages.open}</LinkButton>;
  return (
    <Empty title={messages.notLiveTitle} action={status === "announced" ? open : undefined}>
      <p>{messages.notLive}</p>
    </Empty>
  );
}

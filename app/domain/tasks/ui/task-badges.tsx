import { counted } from "~/platform/language";
import { formatShortWithWeekday, relativeDays } from "~/platform/time";
import { Badge } from "~/ui/badge";
import type { CalendarDate, TaskState } from "~db/vocabulary";
import { list } from "../messages.page.pl";
import { messages } from "../messages.pl";
import { watch } from "../rules";

type Watched = {
  state: TaskState;
  dueOn: CalendarDate;
  heardAt: Date | null;
  createdAt: Date;
  budgetYear: number | null;
  proposedDueOn?: CalendarDate | null;
  proposedAt?: Date | null;
  disownedAt?: Date | null;
};

/** „od 45 dni”, after od: the genitive. */
const daysOf = (days: number) => counted(days, ["dnia", "dni", "dni"]);
const SOON_DAYS = 7;

export const StateBadge = ({ state, budgetYear }: Pick<Watched, "state" | "budgetYear">) => (
  <Badge tone={messages.tones[state]}>
    {messages.states[state]}
    {state === "needs_funds" && budgetYear !== null && ` – ${budgetYear}`}
  </Badge>
);

/** What nobody stores and everybody asks: how late, how silent; and what waits for the organizer. */
export function WatchBadges({ task, now }: { task: Watched; now: Date }) {
  const { overdueDays, isLongOverdue, silentDays } = watch(task, now);
  const days = counted(overdueDays, "day");
  return (
    <>
      {overdueDays > 0 && (
        <Badge tone="late">{isLongOverdue ? messages.longOverdue(days) : messages.overdue(days)}</Badge>
      )}
      {silentDays > 0 && <Badge tone="late">{messages.silent(daysOf(silentDays))}</Badge>}
      {task.proposedDueOn && <Badge tone="soon">{messages.asksFor(task.proposedDueOn)}</Badge>}
      {task.disownedAt && <Badge tone="part">{messages.disowned}</Badge>}
    </>
  );
}

/** The date of a list, and below it what it means today. */
export function DueCell({ task, now }: { task: Watched; now: Date }) {
  const { overdueDays, dueInDays } = watch(task, now);
  return (
    <>
      <span className="num nowrap">{formatShortWithWeekday(task.dueOn)}</span>
      <div className="cluster">
        <WatchBadges task={task} now={now} />
        {dueInDays !== null && overdueDays === 0 && <DueIn days={dueInDays} task={task} now={now} />}
        {task.state === "reported_done" && <span className="small muted">{list.toConfirm}</span>}
      </div>
    </>
  );
}

function DueIn({ days, task, now }: { days: number; task: Watched; now: Date }) {
  const text = relativeDays(task.dueOn, now);
  if (days <= SOON_DAYS) return <Badge tone="soon">{text}</Badge>;
  return <span className="small muted">{text}</span>;
}

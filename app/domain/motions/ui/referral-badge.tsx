import { formatShort } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { desk } from "../messages.inbox.pl";
import { referralClock } from "../rules.referral";

/** „Przekazać do 25.03.2026”, red when the day has passed; nothing where no clock runs. */
export function ReferralBadge({ motion, now }: { motion: Parameters<typeof referralClock>[0]; now: Date }) {
  return <ClockBadge clock={referralClock(motion, now)} />;
}

/** The same where the clock has been read already. */
export function ClockBadge({ clock }: { clock: ReturnType<typeof referralClock> }) {
  if (!clock) return null;
  const isLate = clock.dueInDays < 0;
  const text = formatShort(clock.dueOn);
  return <Badge tone={isLate ? "late" : "soon"}>{isLate ? desk.clockLate(text) : desk.clock(text)}</Badge>;
}

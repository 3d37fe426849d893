import type { ReactNode } from "react";
import { dateParts, formatDate, formatLongWithTime, warsawDate, warsawTime, weekdayName } from "~/platform/time";
import { When } from "~/ui/date-leaf";

type Meeting = { startsAt: Date; endsAt?: Date; venueName: string; venueAddress: string };

export const placeOf = ({ venueName, venueAddress }: Pick<Meeting, "venueName" | "venueAddress">) =>
  [venueName, venueAddress].filter(Boolean).join(", ");

/** "2026-03-18T17:00": the wall clock in Poland, as <time> wants it. */
export const wallTime = (instant: Date) => `${warsawDate(instant)}T${warsawTime(instant)}`;

const monthName = (instant: Date) => formatDate(instant).split(/[\s\u00a0]/u)[1] ?? "";

/** Leaf, day and hour, place. */
export function DebateWhen({ debate, children }: { debate: Meeting; children?: ReactNode }) {
  const { startsAt, endsAt } = debate;
  const day = warsawDate(startsAt);
  return (
    <When
      leaf={{ weekday: weekdayName(startsAt), day: dateParts(day).day, month: monthName(startsAt) }}
      dateTime={wallTime(startsAt)}
      text={formatLongWithTime(startsAt, endsAt)}
    >
      {children ?? placeOf(debate)}
    </When>
  );
}

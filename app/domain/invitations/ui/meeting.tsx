import { dateParts, formatDate, formatLongWithTime, warsawDate, weekdayName } from "~/platform/time";
import { When } from "~/ui/date-leaf";
import { type Meeting, placeOf } from "../messages.letters.pl";

/** Leaf, date and place of the debate, on every page behind a link. */
export function MeetingWhen({ meeting }: { meeting: Meeting }) {
  const { startsAt, endsAt } = meeting;
  const [, month = ""] = formatDate(startsAt).split(/[\s\u00a0]/u);
  return (
    <When
      leaf={{ weekday: weekdayName(startsAt), day: dateParts(warsawDate(startsAt)).day, month }}
      dateTime={startsAt.toISOString()}
      text={formatLongWithTime(startsAt, endsAt)}
    >
      {placeOf(meeting)}
    </When>
  );
}

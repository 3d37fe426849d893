import { quoted, typeset } from "~/platform/language";
import { formatLongWithTime } from "~/platform/time";
import { Facts } from "~/ui/facts";
import { Card } from "~/ui/panel";
import { telephoneLink } from "~/ui/public-page";
import { letters, type Meeting, placeOf } from "../messages.letters.pl";
import { page } from "../messages.page.pl";
import type { RsvpRefusal } from "../rules";

type Props = {
  closed: RsvpRefusal;
  eyebrow: string;
  /** Why it was called off. */
  reason: string;
  meeting: Meeting;
  phone: string;
};

/** Instead of a form: what has happened, and whom to call. */
export function ClosedNote({ closed, eyebrow, reason, meeting, phone }: Props) {
  const { text } = wordsFor(closed);
  const isCalledOff = closed === "called_off" || closed === "date_pending";
  return (
    <div className="stack stack--l">
      <div className="stack">
        <p className="eyebrow">{typeset(eyebrow)}</p>
        <h1>{typeset(titleOf(closed, meeting))}</h1>
        <p className="lead">{typeset(text)}</p>
        {isCalledOff && reason && <p>{typeset(`${page.reason} ${reason}`)}</p>}
      </div>
      <Card>
        <Facts
          row
          items={[
            { term: letters.facts.topic, value: typeset(quoted(meeting.topic)) },
            ...(closed === "date_pending"
              ? []
              : [{ term: letters.facts.when, value: typeset(formatLongWithTime(meeting.startsAt, meeting.endsAt)) }]),
            { term: letters.facts.where, value: typeset(placeOf(meeting)) },
          ]}
        />
      </Card>
      {phone && <CallUnit phone={phone} />}
    </div>
  );
}

export const CallUnit = ({ phone }: { phone: string }) => (
  <p>
    {typeset(page.callUnit)}{" "}
    <a className="nowrap" href={telephoneLink(phone)}>
      {phone}
    </a>
  </p>
);

function titleOf(closed: RsvpRefusal, { kind }: Meeting) {
  if (closed === "called_off") return page.calledOff(kind);
  return closed === "date_pending" ? page.postponedTitle(kind) : wordsFor(closed).title;
}

const WORDS: Partial<Record<RsvpRefusal, { title: string; text: string }>> = page.closed;
const wordsFor = (closed: RsvpRefusal) => WORDS[closed] ?? page.closed.answers_closed;

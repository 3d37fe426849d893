import { typeset } from "~/platform/language";
import { formatLongWithTime } from "~/platform/time";
import { Badge, type Tone } from "~/ui/badge";
import { Facts } from "~/ui/facts";
import { Note } from "~/ui/notes";
import { PublicPage } from "~/ui/public-page";
import { placeOf } from "../messages.letters.pl";
import { answers, page } from "../messages.page.pl";
import type { RsvpPageData } from "../queries.page.server";
import { type RsvpAnswer as Answer, guestName } from "../rules";
import { CallUnit } from "./closed-note";

type Status = Answer["status"];
const TONES = { accepted: "done", declined: "stop", substituted: "part" } satisfies Record<Status, Tone>;

/** After answering: what was answered, the calendar file, and how to change it. */
export function RsvpAnswer({ unit, meeting, guest, substitute, closed }: RsvpPageData) {
  const status = guest.status as Status;
  return (
    <PublicPage unit={unit} nav={false} narrow>
      <div className="stack stack--l">
        <div className="stack">
          <p>
            <Badge tone={TONES[status]}>{answers[status]}</Badge>
          </p>
          <h1>{page.thanks}</h1>
          <p className="lead">{typeset(leadOf(status, substitute))}</p>
        </div>
        <Facts
          row
          className="card"
          items={[
            {
              term: page.facts.debate,
              value: (
                <>
                  {typeset(formatLongWithTime(meeting.startsAt, meeting.endsAt))}
                  <br />
                  {typeset(placeOf(meeting))}
                </>
              ),
            },
            { term: page.facts.minutes, value: substitute && typeset(inMinutes(substitute, guest)) },
            { term: page.facts.needs, value: typeset(guest.needs) },
            { term: page.facts.statement, value: status === "declined" ? typeset(guest.statement) : "" },
            { term: page.facts.recorded, value: guest.respondedAt && typeset(formatLongWithTime(guest.respondedAt)) },
          ]}
        />
        <p className="cluster">
          {meeting.path && status !== "declined" && (
            <a className="btn btn--primary" href={`${meeting.path}/event.ics`}>
              {page.calendar}
            </a>
          )}
          {!closed && (
            <a className="btn" href="?zmien=1">
              {page.change}
            </a>
          )}
        </p>
        {closed ? <Closed phone={unit.phone} /> : <Keep />}
      </div>
    </PublicPage>
  );
}

function leadOf(status: Status, substitute: RsvpPageData["substitute"]) {
  if (status !== "substituted") return page.lead[status];
  if (substitute?.status === "confirmed") return page.lead.substituted_confirmed;
  if (substitute?.status === "declined") return page.lead.substituted_declined;
  return substitute?.email ? page.lead.substituted_asked : page.lead.substituted_unreached;
}

type Named = NonNullable<RsvpPageData["substitute"]>;
const inMinutes = ({ name, post }: Named, guest: RsvpPageData["guest"]) =>
  page.onBehalf([name, post].filter(Boolean).join(", "), guestName(guest));

const Keep = () => (
  <Note>
    <h2>{page.keepTitle}</h2>
    <p>{typeset(page.keepText)}</p>
  </Note>
);

const Closed = ({ phone }: { phone: string }) => (
  <Note>
    <h2>{page.closed.answers_closed.title}</h2>
    <p>{typeset(page.closed.answers_closed.text)}</p>
    {phone && <CallUnit phone={phone} />}
  </Note>
);

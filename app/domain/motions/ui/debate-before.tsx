import { placeOf, wallTime } from "~/domain/attendance/ui/when";
import { accessFacts } from "~/domain/debates/messages.pl";
import { untilWhen } from "~/domain/invitations/messages.letters.pl";
import { listed, typeset } from "~/platform/language";
import { formatLongWithTime, formatTime } from "~/platform/time";
import { AgendaList } from "~/ui/agenda-list";
import { LinkButton } from "~/ui/button";
import { Facts, Ticks } from "~/ui/facts";
import { Empty } from "~/ui/notes";
import { Card } from "~/ui/panel";
import { ACCESS_FACTS } from "~db/vocabulary";
import { debatePage } from "../messages.page.pl";
import type { DebatePageData } from "../queries.page.server";
import { CalledOff } from "./debate-hero";
import { type MatterCounts, RaisedMotions } from "./public-motions";

type Props = DebatePageData & { path: string; counts: MatterCounts };

/** What a resident wants to know before leaving home. */
export function DebateBefore(props: Props) {
  const { debate } = props;
  return (
    <div className="split">
      <div className="stack stack--l">
        <CalledOff debate={debate} />
        <p className="lead">{typeset(debatePage.cycle(debate.cycleTitle))}</p>
        {debate.description && <p className="prose pre">{typeset(debate.description)}</p>}
        <WhenAndWhere debate={debate} />
        <Access {...props} />
        <Plan {...props} />
        <Guests {...props} />
        <Raised {...props} />
      </div>
      <Side {...props} />
    </div>
  );
}

const WhenAndWhere = ({ debate }: Pick<Props, "debate">) => (
  <section aria-labelledby="kiedy">
    <h2 id="kiedy">{debatePage.whenAndWhere}</h2>
    <Facts
      row
      className="mt"
      items={[
        {
          term: debatePage.term,
          value: debate.datePending ? debatePage.datePending : formatLongWithTime(debate.startsAt, debate.endsAt),
        },
        { term: debatePage.place, value: typeset(placeOf(debate)) },
        { term: debatePage.organizers, value: typeset(debate.coOrganizer) },
        { term: debatePage.forWhom, value: typeset(debatePage.everybody) },
      ]}
    />
  </section>
);

function Access({ debate, unit, path, mayRegister }: Props) {
  const stated = ACCESS_FACTS.flatMap((fact) => {
    const is = debate.access[fact];
    return is === undefined ? [] : [{ text: is ? accessFacts[fact].yes : accessFacts[fact].no, not: !is }];
  });
  return (
    <section aria-labelledby="dost">
      <h2 id="dost">{debatePage.access}</h2>
      <div className="mt">
        {stated.length > 0 ? <Ticks items={stated} /> : <p className="muted">{debatePage.accessNone}</p>}
      </div>
      {debate.accessNote && <p className="mt prose pre">{typeset(debate.accessNote)}</p>}
      {mayRegister && (
        <p className="mt">
          <a href={`${path}/register`}>{debatePage.needs}</a>
          {debatePage.orCall(unit.phone)}
        </p>
      )}
    </section>
  );
}

const Plan = ({ agenda }: Pick<Props, "agenda">) => (
  <section aria-labelledby="plan">
    <h2 id="plan">{debatePage.plan}</h2>
    <div className="mt">
      {agenda.length === 0 ? (
        <p className="muted">{debatePage.planNone}</p>
      ) : (
        <AgendaList
          items={agenda.map(({ kind, title, minutes, presenter, startsAt }, index) => ({
            key: String(index),
            time: formatTime(startsAt),
            dateTime: wallTime(startsAt),
            title: typeset(title),
            detail: typeset(presenter || (kind === "discussion" ? debatePage.minutes(minutes) : "")),
          }))}
        />
      )}
    </div>
  </section>
);

/** „Prezes Zarządu” alone would be anybody's; „Burmistrz Wierzbinowa” needs no „Urząd Miejski w Wierzbinowie”. */
function nameOf({ officeTitle, bodyName }: Props["guests"][number]) {
  if (!officeTitle) return bodyName;
  const place = stemsOf(bodyName);
  return stemsOf(officeTitle).some((stem) => place.includes(stem)) ? officeTitle : `${officeTitle} (${bodyName})`;
}

/** As much of a long word as all its cases have in common. */
const stemsOf = (name: string) => (name.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 5));

function Guests({ guests }: Pick<Props, "guests">) {
  if (guests.length === 0) return null;
  const names = guests.map(nameOf);
  return (
    <section className="stack" aria-labelledby="goscie">
      <h2 id="goscie">{debatePage.guests}</h2>
      <p className="prose">{typeset(debatePage.guestsText(listed([...new Set(names)])))}</p>
    </section>
  );
}

const Raised = ({ motions, counts }: Props) => (
  <section className="stack" aria-labelledby="juz">
    <h2 id="juz">{debatePage.raised}</h2>
    {motions.length === 0 ? (
      <Empty title={debatePage.raisedNone}>
        <p>{debatePage.raisedNoneText}</p>
      </Empty>
    ) : (
      <>
        <p className="muted">{debatePage.raisedCount(counts.all)}</p>
        <RaisedMotions motions={motions} />
      </>
    )}
  </section>
);

function Side(props: Props) {
  const { debate, path, maySubmit, mayRegister } = props;
  return (
    <aside className="split__side stack" aria-label={debatePage.takePart}>
      {(maySubmit || mayRegister) && (
        <Card raised>
          <h2>{debatePage.takePart}</h2>
          {mayRegister && <Seats {...props} />}
          {mayRegister && (
            <p>
              <LinkButton look="primary" wide href={`${path}/register`}>
                {debatePage.register}
              </LinkButton>
            </p>
          )}
          {maySubmit && (
            <p>
              <LinkButton look={mayRegister ? undefined : "primary"} wide href={`${path}/motions/new`}>
                {debatePage.submit}
              </LinkButton>
            </p>
          )}
          <p className="small muted">
            {maySubmit
              ? typeset(`${debatePage.submitUntil(untilWhen(debate.motionsCloseAt))}.`.replace(/\.\.$/, "."))
              : debatePage.submitClosed}
          </p>
        </Card>
      )}
      {!debate.datePending && (
        <ul className="small">
          <li>
            <LinkButton look="quiet" href={`${path}/event.ics`}>
              {debatePage.addToCalendar}
            </LinkButton>
          </li>
          <li>
            <LinkButton look="quiet" href={`${path}/poster.pdf`}>
              {debatePage.poster}
            </LinkButton>
          </li>
        </ul>
      )}
    </aside>
  );
}

function Seats({ debate: { capacity }, seats: { taken, free } }: Props) {
  if (capacity === null || free === null) return null;
  return (
    <>
      <p className="small muted">
        {free === 0 ? (
          debatePage.full
        ) : (
          <>
            {debatePage.free} <b className="num">{free}</b> {debatePage.of(capacity)}
          </>
        )}
      </p>
      <progress max={capacity} value={Math.min(taken, capacity)} aria-label={debatePage.taken(taken, capacity)} />
    </>
  );
}

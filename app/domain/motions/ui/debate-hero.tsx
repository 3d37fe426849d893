import { DebateWhen, placeOf } from "~/domain/attendance/ui/when";
import { kinds, numberOf } from "~/domain/debates/messages.pl";
import { quoted, typeset } from "~/platform/language";
import { formatHours, formatLongWithTime, formatOn } from "~/platform/time";
import { Badge, type Tone } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { EventMicrodata } from "~/ui/event-microdata";
import { Note } from "~/ui/notes";
import { Hero } from "~/ui/public-page";
import type { DebateStatus } from "~db/vocabulary";
import { debatePage } from "../messages.page.pl";
import type { DebatePageData } from "../queries.page.server";

export const TONES = {
  draft: "neutral",
  announced: "wait",
  live: "live",
  held: "done",
  closed: "done",
  postponed: "soon",
  cancelled: "stop",
} as const satisfies Record<DebateStatus, Tone>;

type Props = DebatePageData & { hasMinutes: boolean };

export const isOver = ({ status }: { status: DebateStatus }) => status === "held" || status === "closed";

/** The head of a debate's page: before it the day and the place, afterwards how it was. */
export function DebateHero({ unit, debate, present, pair, hasMinutes }: Props) {
  const over = isOver(debate);
  const path = `/u/${unit.slug}`;
  const label = over && hasMinutes ? debatePage.withMinutes : debatePage.badge[debate.status];
  const crumbs = [{ label: debatePage.crumb, href: path }, { label: debatePage.number(numberOf(debate)) }];
  return (
    <Hero crumbs={crumbs} badge={<Badge tone={TONES[debate.status]}>{label}</Badge>} title={typeset(debate.topic)}>
      {over ? (
        <p className="lead">
          {typeset(debatePage.happened(formatOn(debate.startsAt), debate.venueName))}{" "}
          {typeset(debatePage.present(present.all, present.residents, present.institutions))}
        </p>
      ) : debate.datePending ? (
        <p className="lead">{debatePage.datePending}</p>
      ) : (
        <DebateWhen debate={{ ...debate, endsAt: undefined }} />
      )}
      <PairNote unit={unit} debate={debate} pair={pair} />
      {over && hasMinutes && (
        <p className="cluster mt">
          <LinkButton look="primary" href={`${path}/debates/${debate.slug}/minutes`}>
            {debatePage.readMinutes}
          </LinkButton>
          <LinkButton href={`${path}/debates/${debate.slug}/report.pdf`}>{debatePage.readReport}</LinkButton>
        </p>
      )}
    </Hero>
  );
}

export function CalledOff({ debate }: Pick<DebatePageData, "debate">) {
  const { status, statusReason, datePending, startsAt, endsAt } = debate;
  if (status !== "postponed" && status !== "cancelled") return null;
  const term = formatLongWithTime(startsAt, endsAt);
  const isPlanned = status === "postponed" && !datePending;
  return (
    <Note tone="warn">
      <h2>{debatePage.calledOff[status]}</h2>
      {statusReason && <p>{typeset(statusReason)}</p>}
      <p>{isPlanned ? debatePage.newDate(term) : `${debatePage.previously}: ${term}.`}</p>
      {status === "postponed" && datePending && <p>{debatePage.datePending}</p>}
    </Note>
  );
}

const STATUSES: Partial<Record<DebateStatus, "postponed" | "cancelled">> = {
  postponed: "postponed",
  cancelled: "cancelled",
};

/** The other debate of the same evening, in the same hall. */
function PairNote({ unit, debate, pair }: Pick<DebatePageData, "unit" | "debate" | "pair">) {
  if (!pair) return null;
  const isBefore = pair.startsAt < debate.startsAt;
  return (
    <p>
      {debatePage.pair(isBefore, kinds[pair.kind], formatHours(pair.startsAt, pair.endsAt))}{" "}
      <a href={`/u/${unit.slug}/debates/${pair.slug}`}>{typeset(quoted(pair.topic))}</a>
    </p>
  );
}

/** What search engines read. An event without a day is none yet. */
export function DebateMicrodata({ unit, debate, origin }: DebatePageData & { origin: string }) {
  if (debate.datePending) return null;
  const home = `${origin}/u/${unit.slug}`;
  return (
    <EventMicrodata
      name={debate.topic}
      description={debate.description || debate.cycleTitle}
      startsAt={debate.startsAt.toISOString()}
      endsAt={debate.endsAt.toISOString()}
      status={STATUSES[debate.status] ?? "scheduled"}
      url={`${home}/debates/${debate.slug}`}
      organizer={{ name: unit.name, url: home }}
      place={{ name: debate.venueName, address: placeOf(debate) }}
    />
  );
}

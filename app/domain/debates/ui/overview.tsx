import { Fragment } from "react";
import { counted, typeset } from "~/platform/language";
import { formatLong, formatShortWithWeekday } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { type Fact, Facts, Stats, Ticks } from "~/ui/facts";
import { Checklist, CheckRow, Panel } from "~/ui/panel";
import { type Moment, Timeline } from "~/ui/timeline";
import { ACCESS_FACTS } from "~db/vocabulary";
import { page } from "../messages.form.pl";
import { accessFacts, checklist } from "../messages.pl";
import type { CompletePlan } from "../rules";
import type { Check } from "../rules.checklist";

type Data = {
  debate: Omit<CompletePlan, "evaluatesDebateId" | "pairedDebateId">;
  /** „środa, 18 marca 2026 r., godz. 17.00–19.05” */
  term: string;
  evaluates: { path: string; label: string } | null;
  /** The other debate of the evening. */
  pair: { path: string; label: string } | null;
  shortAddress: string;
};

type Props = Data & {
  own: string;
  checks: Check[];
  /** Null while nobody has been invited. */
  guests: { accepted: number; substituted: number; declined: number; silent: number } | null;
  moments: Moment[];
  mayOrganize: boolean;
};

export function Overview({ own, checks, guests, moments, mayOrganize, ...data }: Props) {
  return (
    <div className="cols">
      <div className="stack">
        <Checks own={own} checks={checks} />
        <Panel title={page.events} padded>
          {moments.length > 0 ? <Timeline items={moments} /> : <p>{page.noEvents}</p>}
        </Panel>
      </div>
      <aside className="stack" aria-label={page.aside}>
        {guests && (
          <Panel label={page.guests} padded>
            <Stats
              items={[
                { label: page.stats.accepted, value: guests.accepted },
                { label: page.stats.substituted, value: guests.substituted },
                { label: page.stats.declined, value: guests.declined },
                { label: page.stats.unanswered, value: guests.silent },
              ]}
            />
          </Panel>
        )}
        <Panel
          title={page.data}
          aside={
            mayOrganize && (
              <Anchor className="small" href={`${own}/edit`}>
                {page.change}
              </Anchor>
            )
          }
          padded
        >
          <Facts items={factsOf(data)} />
        </Panel>
      </aside>
    </div>
  );
}

function Checks({ own, checks }: { own: string; checks: Check[] }) {
  const done = checks.filter(({ state }) => state === "done").length;
  const of = checks.filter(({ state }) => state !== "past").length;
  const progress = checklist.progress(done, of);
  return (
    <Panel
      title={checklist.heading}
      count={`${done} z ${of}`}
      aside={<progress className="input--m" max={of} value={done} aria-label={progress} />}
    >
      <Checklist>
        {checks.map((check) => (
          <CheckRow
            key={check.step}
            state={check.state}
            title={checklist.steps[check.step]}
            aside={check.state === "done" || check.state === "past" ? undefined : formatShortWithWeekday(check.dueOn)}
            sub={check.missing.length > 0 && <What check={check} own={own} />}
          />
        ))}
      </Checklist>
    </Panel>
  );
}

function What({ check, own }: { check: Check; own: string }) {
  const way = checklist.ways[check.step];
  return (
    <>
      {check.missing.map((word) => (
        <Fragment key={word}>{typeset(checklist.missing[word](check))} </Fragment>
      ))}
      {check.state !== "past" && <Anchor href={own + way.path}>{way.label}</Anchor>}
    </>
  );
}

function factsOf({ debate, term, evaluates, pair, shortAddress }: Data): Fact[] {
  const { facts } = page;
  const seats = debate.capacity === null ? "" : counted(debate.capacity, "seat");
  return [
    { term: facts.term, value: term },
    { term: facts.place, value: [debate.venueName, debate.venueAddress, seats].filter(Boolean).join(" · ") },
    { term: facts.access, value: accessOf(debate) },
    { term: facts.chair, value: debate.chair },
    { term: facts.moderator, value: debate.moderator },
    { term: facts.minuteTaker, value: debate.minuteTaker },
    { term: facts.coOrganizer, value: debate.coOrganizer },
    { term: facts.answers, value: formatLong(debate.answersCloseAt) },
    { term: facts.motions, value: formatLong(debate.motionsCloseAt) },
    { term: facts.minutes, value: debate.minutesDueOn && formatLong(debate.minutesDueOn) },
    { term: facts.evaluation, value: debate.evaluationOn && formatLong(debate.evaluationOn) },
    { term: facts.evaluates, value: evaluates && <Anchor href={evaluates.path}>{evaluates.label}</Anchor> },
    { term: facts.pair, value: pair && <Anchor href={pair.path}>{typeset(pair.label)}</Anchor> },
    { term: facts.address, value: <span className="num">{shortAddress}</span> },
  ];
}

function accessOf({ access, accessNote }: Pick<CompletePlan, "access" | "accessNote">) {
  const stated = ACCESS_FACTS.filter((fact) => access[fact] !== undefined);
  if (stated.length === 0 && !accessNote) return null;
  return (
    <>
      <Ticks
        items={stated.map((fact) => ({ text: accessFacts[fact][access[fact] ? "yes" : "no"], not: !access[fact] }))}
      />
      {accessNote}
    </>
  );
}

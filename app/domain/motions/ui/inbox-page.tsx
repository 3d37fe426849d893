import { Anchor } from "~/ui/anchor";
import { LinkButton } from "~/ui/button";
import { Field, Select } from "~/ui/field";
import { ListLinks } from "~/ui/list-links";
import { Filters, Pager } from "~/ui/list-tools";
import { Empty, Note } from "~/ui/notes";
import { inbox } from "../messages.inbox.pl";
import { messages } from "../messages.pl";
import type { Inbox } from "../queries.inbox.server";
import type { MotionState } from "../rules";
import { MODERATION_CHOICES } from "../schema";
import { type DeskAnswer, ModerationDesk } from "./moderation-desk";
import { StandingBadge } from "./motion-badge";
import { categoryOptions } from "./motion-form-page";
import { ClockBadge } from "./referral-badge";
import { useKeys } from "./use-keys";

export type InboxProps = Inbox & {
  /** Search parameters as they stand, without the selected motion. */
  query: string;
  base: string;
  formKey: string;
  saved: { number: string; choice: string } | null;
  isOneDebate: boolean;
  answer?: DeskAnswer;
};

/** The queue and the desk. Everything is an address: filter, page, and the motion that is looked at. */
export function InboxPage(props: InboxProps) {
  const { rows, selected, saved, newer, older, query, base } = props;
  useKeys();
  return (
    <>
      {saved && <Saved {...saved} />}
      <FilterLine {...props} />
      {rows.length === 0 && !selected ? (
        <NothingHere {...props} />
      ) : (
        <div className="inbox">
          <section className="panel" aria-labelledby="kolejka">
            <QueueHead {...props} />
            <Queue {...props} />
            <Pager
              newer={newer && `${base}${withKey(query, "po", newer)}`}
              older={older && `${base}${withKey(query, "przed", older)}`}
            />
            {props.isOneDebate && <ListLinks slug="wnioski-lista" about={inbox.queue} />}
          </section>
          {selected ? <ModerationDesk {...props} key={selected.id} motion={selected} /> : <NothingSelected />}
        </div>
      )}
    </>
  );
}

const NothingSelected = () => <p className="muted">{inbox.emptyText}</p>;

function Saved({ number, choice }: { number: string; choice: string }) {
  const known = MODERATION_CHOICES.find((word) => word === choice);
  return (
    <div className="sub">
      <Note tone="good" status>
        <p>{known ? inbox.saved(number, known) : inbox.captured(number)}</p>
      </Note>
    </div>
  );
}

/** Paging drops the key of the other direction, and the motion that stood on the page before. */
function withKey(query: string, name: "po" | "przed", key: string) {
  const search = new URLSearchParams(query);
  for (const old of ["po", "przed", "wniosek"]) search.delete(old);
  search.set(name, key);
  return `?${search}`;
}

function FilterLine({ view, q, category, base, isOneDebate }: InboxProps) {
  const isFiltered = q !== "" || category !== null || view !== (isOneDebate ? "all" : "waiting");
  const states = ["returned", "open", "answered_on_spot", "task", "referred", "merged", "out_of_scope", "police_only"];
  return (
    <Filters label={inbox.filter} clearHref={isFiltered ? base : undefined} action={base}>
      <Field name="q" label={inbox.q} type="search" defaultValue={q} autoComplete="off" />
      <Select
        name="stan"
        label={inbox.state}
        defaultValue={view}
        options={[
          ...Object.entries(inbox.states).map(([value, label]) => ({ value, label })),
          ...states.map((state) => ({ value: state, label: messages.states[state as MotionState] })),
        ]}
      />
      <Select
        name="kat"
        label={inbox.category}
        defaultValue={category ?? ""}
        placeholder={inbox.anyCategory}
        options={categoryOptions}
      />
    </Filters>
  );
}

const QueueHead = ({ waiting, mostWaiting }: InboxProps) => (
  <div className="panel__head">
    <h2 id="kolejka">{inbox.queue}</h2>
    <span className="small muted">{inbox.waiting(waiting, mostWaiting)}</span>
  </div>
);

function Queue({ rows, selected, query, base }: InboxProps) {
  const address = `${base}?${query && `${query}&`}wniosek=`;
  return (
    <ul className="queue">
      {rows.map(({ id, number, moment, text, standing, clock }) => (
        <li key={id}>
          <Anchor href={`${address}${id}#wniosek`} aria-current={id === selected?.id || undefined}>
            <span className="queue__meta">
              <span className="num">{number}</span>
              <span>{moment}</span>
            </span>
            <span className="queue__text">{text}</span>
            <span>
              <StandingBadge standing={standing} /> <ClockBadge clock={clock} />
            </span>
          </Anchor>
        </li>
      ))}
    </ul>
  );
}

function NothingHere({ view, q, category, base }: InboxProps) {
  const isQueue = view === "waiting" && !q && !category;
  return (
    <Empty
      title={isQueue ? inbox.emptyWaiting : inbox.empty}
      action={
        view === "all" && !q && !category ? undefined : (
          <LinkButton href={`${base}?stan=all`}>{inbox.showAll}</LinkButton>
        )
      }
    >
      <p>{isQueue ? inbox.emptyWaitingText : inbox.emptyText}</p>
    </Empty>
  );
}

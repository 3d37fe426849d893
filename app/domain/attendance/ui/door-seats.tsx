import type { Refused } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatTime } from "~/platform/time";
import { Badge, type Tone } from "~/ui/badge";
import { Button, LinkButton } from "~/ui/button";
import { ConfirmPage } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { ListLinks } from "~/ui/list-links";
import { Filters, Pager } from "~/ui/list-tools";
import { Empty, Note } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import type { RegistrationStatus } from "~db/vocabulary";
import { door, ticket } from "../messages.page.pl";
import { messages } from "../messages.pl";
import type { DoorPageData } from "../queries.page.server";
import type { Need } from "../schema";
import { keyFor } from "./hours-form";

type Props = DoorPageData & { formKey: string; base: string; mayRecord: boolean; refused?: Refused };

const SEAT_TONES = { confirmed: "done", waiting: "wait", withdrawn: "stop" } as const satisfies Record<
  RegistrationStatus,
  Tone
>;
type RegistrationRow = Props["rows"][number];

/** Residents with a seat, or waiting for one. */
export function Registrations(props: Props) {
  const { rows, seats, q, next, isFirst, base } = props;
  if (rows.length === 0 && !q && isFirst)
    return (
      <Empty title={door.registrationsEmpty}>
        <p>{door.registrationsEmptyText}</p>
      </Empty>
    );
  const search = (after: string) => `${base}?${new URLSearchParams(q ? { q, po: after } : { po: after })}`;
  return (
    <Panel title={door.registrations}>
      <div className="panel__body stack">
        <p className="small muted">{door.sums(seats.confirmed, seats.waiting, seats.present)}</p>
        <Filters label={door.filter} clearHref={q ? base : undefined} action={base}>
          <Field name="q" type="search" label={door.search} defaultValue={q} autoComplete="off" />
        </Filters>
        {rows.length === 0 && <p>{door.nothingFound}</p>}
      </div>
      {rows.length > 0 && <RegistrationTable {...props} />}
      {props.mayRecord && <ListLinks slug="lista-miejsc" about={door.registrations} />}
      <Pager
        newer={isFirst ? null : base}
        older={next && search(next)}
        newerLabel={door.first}
        olderLabel={door.next}
      />
    </Panel>
  );
}

const needsOf = (needs: string) =>
  needs
    .split(" ")
    .map((need) => messages.needs[need as Need])
    .filter(Boolean)
    .join(", ");

const RegistrationTable = ({ rows, formKey, mayRecord, base }: Props) => (
  <Table
    caption={door.registrations}
    rows={rows}
    rowKey={({ id }) => id}
    columns={[
      {
        label: door.person,
        // What somebody needs stands below the name: in a column of its own it would push the buttons out of the table.
        cell: ({ name, needs }) => (
          <>
            {name}
            {needs && <p className="small muted">{needsOf(needs)}</p>}
          </>
        ),
      },
      { label: door.seats, cell: ({ seats }) => <span className="num">{seats}</span> },
      {
        label: door.state,
        cell: ({ status, checkedInAt }) =>
          checkedInAt ? (
            <Badge tone="done">
              {door.inside}, {formatTime(checkedInAt)}
            </Badge>
          ) : (
            <Badge tone={SEAT_TONES[status]}>{messages.statuses[status]}</Badge>
          ),
      },
      ...(mayRecord
        ? [
            {
              label: door.action,
              hideLabel: true,
              cell: (row: RegistrationRow) => (
                <div className="cluster">
                  <CheckInForm row={row} formKey={formKey} base={base} />
                  {!row.checkedInAt && (
                    <LinkButton small look="quiet" href={`${base}?wycofaj=${row.id}`} about={row.name}>
                      {door.withdraw}
                    </LinkButton>
                  )}
                </div>
              ),
            },
          ]
        : []),
    ]}
  />
);

const CheckInForm = ({ row, formKey, base }: { row: RegistrationRow; formKey: string; base: string }) => (
  <PostForm
    formKey={keyFor(formKey, row.id.slice(0, 8))}
    action={base}
    className="cluster"
    label={row.name}
    hidden={{ o: `${row.checkedInAt ? "out" : "in"}:${row.id}` }}
  >
    <Button small look={row.checkedInAt ? "quiet" : undefined} about={row.name}>
      {row.checkedInAt ? door.undo : door.checkIn}
    </Button>
  </PostForm>
);

/** For whoever rang up, or took ten seats that nobody needs. */
export function Withdrawal({
  seat,
  seats,
  formKey,
  base,
  refused,
}: Props & { seat: NonNullable<Props["withdrawing"]> }) {
  if (seat.refusal)
    return (
      <Note tone="warn">
        <p>{typeset(messages.refusals[seat.refusal])}</p>
        <p>
          <LinkButton href={base}>{door.backToList}</LinkButton>
        </p>
      </Note>
    );
  return (
    <ConfirmPage
      below
      danger
      title={typeset(door.withdrawQuestion(seat.name))}
      submit={ticket.withdrawYes}
      backHref={base}
      back={ticket.keep}
      formKey={formKey}
      action={base}
      hidden={{ o: `withdraw:${seat.id}` }}
      problem={<ErrorSummary errors={refused?.errors} />}
    >
      <p>{typeset(door.withdrawSeats(seat.seats))}</p>
      {seat.isAnnounced && seats.waiting > 0 && <p>{typeset(door.withdrawNext)}</p>}
      <p>{typeset(seat.hasEmail ? door.withdrawLetter : door.withdrawSilent)}</p>
    </ConfirmPage>
  );
}

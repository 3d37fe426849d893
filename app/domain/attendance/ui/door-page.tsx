import { statuses as answers } from "~/domain/invitations/messages.pl";
import { guestName } from "~/domain/invitations/rules";
import type { Refused } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Badge, type Tone } from "~/ui/badge";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, Select } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Empty } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { PRESENCES, type Presence } from "~db/vocabulary";
import { door } from "../messages.page.pl";
import { messages } from "../messages.pl";
import type { DoorPageData } from "../queries.page.server";
import { expectedPresence } from "../rules";
import { countField } from "../schema";
import { Registrations, Withdrawal } from "./door-seats";
import { HoursForm, keyFor, Stay } from "./hours-form";

type Props = DoorPageData & { formKey: string; base: string; mayRecord: boolean; refused?: Refused };

/** Who is there: officials by name, everybody else by number, and residents with a seat by the name they chose. */
export function DoorPage(props: Props) {
  if (props.withdrawing && props.mayRecord) return <Withdrawal {...props} seat={props.withdrawing} />;
  return (
    <div className="stack">
      <ErrorSummary errors={props.refused?.errors} labels={LABELS} />
      <div className="cols">
        <div className="stack">
          <Officials {...props} />
          <Registrations {...props} />
        </div>
        <Heads {...props} />
      </div>
    </div>
  );
}

const LABELS = {
  hour: door.hour,
  ...Object.fromEntries(Object.entries(messages.groups).map(([group, label]) => [`count_${group}`, label])),
};

const PRESENCE_TONES = {
  present: "done",
  present_by_substitute: "part",
  excused: "soon",
  absent: "stop",
} as const satisfies Record<Presence, Tone>;

type GuestRow = Props["guests"][number];

function Officials({ guests, formKey, mayRecord, base, refused }: Props) {
  if (guests.length === 0)
    return (
      <Empty title={door.officialsEmpty}>
        <p>{door.officialsEmptyText}</p>
      </Empty>
    );
  return (
    <Panel title={door.officials} count={guests.length}>
      <Table
        caption={door.officials}
        rows={guests}
        rowKey={({ id }) => id}
        columns={[
          {
            label: door.guest,
            cell: (guest) => (
              <>
                {typeset(guest.officeTitle || guest.bodyName)}
                <br />
                <span className="small muted">
                  {typeset([guest.officeTitle && guest.bodyName, guest.personName].filter(Boolean).join(", "))}
                </span>
              </>
            ),
          },
          {
            label: door.answer,
            cell: ({ status, substitute }) => (
              <span className="small">
                {answers[status]}
                {substitute && `: ${[substitute.name, substitute.post].filter(Boolean).join(", ")}`}
              </span>
            ),
          },
          {
            label: door.presence,
            className: "table__wide",
            // One column for what is noted and for noting it: two would leave neither of them room for its words.
            cell: (guest) => (
              <div className="stack stack--s">
                <span className="cluster">
                  <PresenceBadge presence={guest.presence} />
                  <Stay guest={guest} />
                </span>
                {mayRecord && <PresenceForm guest={guest} formKey={formKey} base={base} refused={refused} />}
                {mayRecord && (
                  <HoursForm
                    guest={guest}
                    formKey={keyFor(formKey, `h${guest.id.slice(0, 8)}`)}
                    base={base}
                    refused={refused}
                  />
                )}
              </div>
            ),
          },
        ]}
      />
    </Panel>
  );
}

const PresenceBadge = ({ presence }: { presence: Presence | null }) =>
  presence ? (
    <Badge tone={PRESENCE_TONES[presence]}>{messages.presences[presence]}</Badge>
  ) : (
    <span className="muted small nowrap">{door.notNoted}</span>
  );

function PresenceForm({
  guest,
  formKey,
  base,
  refused,
}: Pick<Props, "formKey" | "base" | "refused"> & { guest: GuestRow }) {
  const error = refused?.fields.invitationId === guest.id ? refused.errors.presence : undefined;
  return (
    <PostForm
      formKey={keyFor(formKey, guest.id.slice(0, 8))}
      hidden={{ o: "presence", invitationId: guest.id }}
      action={base}
      className="cluster"
      label={guestName(guest)}
    >
      <Select
        name="presence"
        id={error ? "presence" : `p-${guest.id}`}
        error={error}
        label={door.presence}
        hideLabel
        key={guest.presence ?? ""}
        defaultValue={guest.presence ?? expectedPresence(guest)}
        placeholder={guest.presence ? door.clear : undefined}
        options={PRESENCES.map((value) => ({ value, label: messages.presences[value] }))}
      />
      <Button small about={guestName(guest)}>
        {door.saveOne}
      </Button>
    </PostForm>
  );
}

function Heads({ heads, formKey, mayRecord, base, refused }: Props) {
  const total = heads.reduce((sum, { count }) => sum + count, 0);
  const { errors = {} } = refused ?? {};
  const typed = (group: string) => {
    const value = refused?.fields[`count_${group}`];
    return typeof value === "string" ? value : undefined;
  };
  return (
    <Panel title={door.heads} aside={<b className="num">{door.total(total)}</b>} padded>
      <p className="small muted">{typeset(door.headsHint)}</p>
      {mayRecord ? (
        <PostForm formKey={keyFor(formKey, "heads")} action={base} className="stack" label={door.heads}>
          {heads.map(({ group, count }) => (
            <Field
              key={`${group}-${count}`}
              name={countField(group)}
              label={messages.groups[group]}
              width="s"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={typed(group) ?? String(count)}
              error={errors[countField(group)]}
            />
          ))}
          <div className="cluster">
            <Button look="primary" name="o" value="heads">
              {door.save}
            </Button>
          </div>
        </PostForm>
      ) : (
        <ul>
          {heads.map(({ group, count }) => (
            <li key={group}>
              {messages.groups[group]}: <b className="num">{count}</b>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

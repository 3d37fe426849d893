import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import type { FormErrors, FormFields } from "~/platform/forms";
import { formatTime } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Field, Select, TextArea } from "~/ui/field";
import { type Column, Table } from "~/ui/table";
import { AGENDA_KINDS } from "~db/vocabulary";
import { editor as text } from "../messages.editor.pl";
import { agendaKinds } from "../messages.pl";
import type { AgendaRow } from "../rules";

export type EditedItem = AgendaRow & { startsAt: Date; startedAt: Date | null };

type Props = {
  items: EditedItem[];
  bodies: { id: string; name: string }[];
  presenters: string[];
  isReadOnly: boolean;
  fields?: FormFields;
  errors?: FormErrors;
};

type RowField = "title" | "minutes" | "presenter" | "note" | "kind" | "bodyId";

/** What was typed comes back in the order of the form; without it the saved row speaks. */
function bindTo({ fields, errors, isReadOnly }: Props, item: EditedItem, index: number) {
  const row = [fields?.itemId ?? []].flat().indexOf(item.id);
  return (name: RowField) => ({
    name: `${name}[]`,
    id: `${name}.${index}`,
    label: text.fieldOf(text.columns[name], index + 1),
    defaultValue: [fields?.[name] ?? []].flat()[row] ?? String(item[name] ?? ""),
    error: row === -1 ? undefined : errors?.[`${name}.${row}`],
    disabled: isReadOnly,
  });
}

/** With JavaScript the focus follows the row that was moved or added, as the address says which one it was. */
function useFocusOnRow() {
  const { hash, key } = useLocation();
  // The same row moved twice has the same hash, but another key.
  useEffect(() => {
    const row = hash.startsWith("#row-") ? document.getElementById(hash.slice(1)) : null;
    row?.querySelector<HTMLElement>("button:not(:disabled)")?.focus();
  }, [hash, key]);
}

export function AgendaTable(props: Props) {
  useFocusOnRow();
  return (
    <>
      <Table
        className="plan"
        caption={text.caption}
        columns={columnsOf(props)}
        rows={props.items}
        // A row that somebody else has changed is drawn anew; the others keep the focus on their buttons.
        rowKey={({ id, title, minutes, presenter, note, kind }) =>
          [id, title, minutes, presenter, note, kind].join("|")
        }
      />
      <datalist id="presenters">
        {props.presenters.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

function columnsOf(props: Props): Column<EditedItem>[] {
  const { columns } = text;
  const { isReadOnly, items } = props;
  const bind = (item: EditedItem, index: number) => bindTo(props, item, index);
  return [
    {
      label: columns.title,
      cell: (item, index) => (
        <>
          <input type="hidden" name="itemId[]" value={item.id} />
          <Field {...bind(item, index)("title")} hideLabel />
          {item.startedAt && <Badge tone="live">{text.started}</Badge>}
          <More {...props} item={item} index={index} />
        </>
      ),
    },
    { label: columns.time, cell: ({ startsAt }) => formatTime(startsAt), className: "num" },
    {
      label: columns.minutes,
      cell: (item, index) => (
        <Field {...bind(item, index)("minutes")} hideLabel width="xs" className="num" inputMode="numeric" />
      ),
    },
    {
      label: columns.presenter,
      cell: (item, index) => <Field {...bind(item, index)("presenter")} hideLabel list="presenters" />,
    },
    {
      label: columns.order,
      cell: (item, index) => (isReadOnly ? index + 1 : <Arrows item={item} index={index} last={items.length - 1} />),
    },
  ];
}

/** Each arrow saves what was typed, moves its row and comes back. */
function Arrows({ item, index, last }: { item: EditedItem; index: number; last: number }) {
  const arrow = { small: true, icon: true, name: "intent" } as const;
  const isFixed = item.startedAt !== null;
  return (
    <span className="updown" id={`row-${item.id}`}>
      <Button {...arrow} value={`up.${item.id}`} disabled={isFixed || index === 0} aria-label={text.up(item.title)}>
        ↑
      </Button>
      <Button
        {...arrow}
        value={`down.${item.id}`}
        disabled={isFixed || index === last}
        aria-label={text.down(item.title)}
      >
        ↓
      </Button>
    </span>
  );
}

/** Closed until it is needed; open when something in it is wrong. */
function More(props: Props & { item: EditedItem; index: number }) {
  const { item, index, bodies, isReadOnly, fields, errors } = props;
  const bind = bindTo(props, item, index);
  const row = [fields?.itemId ?? []].flat().indexOf(item.id);
  const isWrong = (["note", "kind", "bodyId"] as const).some((name) => errors?.[`${name}.${row}`]);
  const isInternal = row === -1 ? item.internal : [fields?.internal ?? []].flat().includes(item.id);
  return (
    <details className="more" open={isWrong || undefined}>
      <summary>
        {text.columns.more}
        <span className="vh"> – {item.title}</span>
      </summary>
      <div className="stack">
        <Select
          {...bind("kind")}
          label={text.columns.kind}
          options={AGENDA_KINDS.map((value) => ({ value, label: agendaKinds[value] }))}
        />
        {bodies.length > 0 ? (
          <Select
            {...bind("bodyId")}
            label={text.columns.bodyId}
            placeholder={text.noBody}
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <input type="hidden" name="bodyId[]" value={item.bodyId ?? ""} />
        )}
        <TextArea {...bind("note")} label={text.columns.note} rows={3} />
        <Check
          name="internal[]"
          id={`internal.${index}`}
          value={item.id}
          label={text.columns.internal}
          defaultChecked={isInternal}
          disabled={isReadOnly}
        />
        {!isReadOnly && !item.startedAt && (
          <Button small name="intent" value={`remove.${item.id}`} about={item.title}>
            {text.remove}
          </Button>
        )}
      </div>
    </details>
  );
}

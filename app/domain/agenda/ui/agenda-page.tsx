import type { FormErrors, FormFields } from "~/platform/forms";
import { formatTime } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Badge } from "~/ui/badge";
import { Button, LinkButton } from "~/ui/button";
import { ConflictNote } from "~/ui/conflict-note";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form-pieces";
import { Empty, Note } from "~/ui/notes";
import { Savebar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { editor as text } from "../messages.editor.pl";
import { messages } from "../messages.pl";
import type { agendaBalance } from "../rules";
import { AgendaTable, type EditedItem } from "./agenda-table";

type Props = {
  items: EditedItem[];
  balance: ReturnType<typeof agendaBalance>;
  startsAt: Date;
  endsAt: Date;
  version: number;
  formKey: string;
  bodies: { id: string; name: string }[];
  presenters: string[];
  editHref: string;
  /** After the evening, or for those who may not plan. */
  isReadOnly: boolean;
  isFrozen: boolean;
  isSaved: boolean;
  fields?: FormFields;
  errors?: FormErrors;
  /** What is saved now, when somebody else was faster. */
  conflict?: { label: string; mine: string; theirs: string }[];
};

export function AgendaPage(props: Props) {
  const { items, balance, errors, conflict, isFrozen, isReadOnly, isSaved, version, formKey } = props;
  return (
    <div className="stack">
      {conflict && <ConflictNote fields={conflict} text={text.conflict} />}
      <ErrorSummary errors={errors} labels={labelsOf(items)} />
      {isSaved && !errors && !conflict && (
        <Note tone="good" status>
          <p>{text.saved}</p>
        </Note>
      )}
      {balance.overByMinutes > 0 && <TooLong {...props} />}
      {isFrozen && (
        <Note>
          <p>{messages.refusals.agenda_frozen}</p>
        </Note>
      )}
      <PostForm formKey={formKey} version={version} className="stack">
        {/* The first button is what Enter presses in a field. */}
        <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" name="intent" value="save" />
        <Panel title={messages.heading} count={items.length} aside={<span className="small muted">{text.howTo}</span>}>
          {items.length > 0 ? <AgendaTable {...props} /> : <NoItems />}
          <div className="panel__body cluster cluster--between">
            {isReadOnly ? (
              <span />
            ) : (
              <Button name="intent" value="add">
                {text.add}
              </Button>
            )}
            {items.length > 0 && <Sum {...balance} />}
          </div>
        </Panel>
        {!isReadOnly && (
          <Savebar>
            <Button look="primary" name="intent" value="save">
              {text.save}
            </Button>
            <LinkButton href="?">{text.discard}</LinkButton>
          </Savebar>
        )}
      </PostForm>
    </div>
  );
}

function TooLong({ balance, startsAt, endsAt, editHref }: Props) {
  const { overByMinutes, totalMinutes, plannedMinutes } = balance;
  return (
    <Note tone="warn">
      <p>
        <b>{messages.tooLong(overByMinutes)}</b>{" "}
        {messages.tooLongFacts(totalMinutes, formatTime(startsAt), formatTime(endsAt), plannedMinutes)}{" "}
        <Anchor href={editHref}>{messages.changeHours}</Anchor>.
      </p>
    </Note>
  );
}

function Sum({ totalMinutes, overByMinutes, endsAt }: Props["balance"]) {
  return (
    <p className="small num">
      <b>{messages.total(totalMinutes)}</b> · {messages.endsAt(formatTime(endsAt))} ·{" "}
      {overByMinutes > 0 ? (
        <Badge tone="late">{messages.over(overByMinutes)}</Badge>
      ) : (
        <Badge tone="done">{overByMinutes < 0 ? messages.spare(-overByMinutes) : messages.fits}</Badge>
      )}
    </p>
  );
}

const NoItems = () => (
  <div className="panel__body">
    <Empty title={text.empty.title}>
      <p>{text.empty.text}</p>
    </Empty>
  </div>
);

/** „Punkt 3, minuty”: what the summary calls the fields of a row. */
function labelsOf(items: readonly unknown[]) {
  const rows = items.flatMap((_, index) =>
    (["title", "minutes", "presenter", "note", "kind", "bodyId"] as const).map((name) => [
      `${name}.${index}`,
      text.fieldOf(text.columns[name], index + 1),
    ]),
  );
  return Object.fromEntries(rows) as Record<string, string>;
}

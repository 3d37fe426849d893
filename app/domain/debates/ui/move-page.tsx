import type { FormErrors, FormFields } from "~/platform/forms";
import { LinkButton } from "~/ui/button";
import { Check } from "~/ui/choices";
import { ConfirmPage } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, TextArea, TimeField } from "~/ui/field";
import { Note } from "~/ui/notes";
import { Panel, Row, Rows } from "~/ui/panel";
import { form, move as text } from "../messages.form.pl";
import { messages } from "../messages.pl";
import type { DebateMove } from "../rules";

type Props = {
  move: DebateMove;
  backHref: string;
  formKey: string;
  fields: FormFields;
  errors?: FormErrors;
  /** „środa, 18 marca 2026 r., godz. 17.00–19.05” */
  term: string;
  /** How far away the evening still is, where opening its hall now would be a slip. */
  early?: string | null;
};

/** One page for each change of state: what follows, what it needs, one button. */
export function MovePage({ move, backHref, formKey, fields, errors, term, early }: Props) {
  const isBeforehand = move === "open" && Boolean(early || errors?.early);
  const isCallingOff = move === "cancel" || move === "postpone";
  return (
    <ConfirmPage
      below
      title={messages.moves[move]}
      submit={messages.moves[move]}
      danger={move === "cancel"}
      backHref={backHref}
      back={text.back}
      formKey={formKey}
      hidden={{ to: move }}
      problem={<ErrorSummary errors={errors} labels={{ ...form.labels, early: text.early }} />}
      fields={
        <>
          {isCallingOff && (
            <TextArea
              name="reason"
              label={form.labels.reason}
              hint={text.reasonHint}
              defaultValue={String(fields.reason ?? "")}
              error={errors?.reason}
              rows={3}
            />
          )}
          {(move === "postpone" || move === "reschedule") && (
            <NewDate fields={fields} errors={errors} optional={move === "postpone"} />
          )}
          {isBeforehand && <Check name="early" label={text.early} error={errors?.early} />}
        </>
      }
    >
      {isBeforehand ? (
        <Note tone="warn">
          <p>{text.tooEarly(term, early ?? "")}</p>
        </Note>
      ) : (
        <p>{text.planned(term)}</p>
      )}
      <p>{messages.consequences[move]}</p>
    </ConfirmPage>
  );
}

function NewDate({ fields, errors, optional }: Pick<Props, "fields" | "errors"> & { optional: boolean }) {
  const bind = (name: "startsOn" | "startsTime" | "endsTime") => ({
    name,
    label: form.labels[name],
    defaultValue: String(fields[name] ?? ""),
    error: errors?.[name],
  });
  return (
    <fieldset>
      <legend className="legend">{text.newDate}</legend>
      {optional && <p className="field__hint">{text.newDateHint}</p>}
      <div className="pair mt">
        <DateField {...bind("startsOn")} />
        <TimeField {...bind("startsTime")} />
        <TimeField {...bind("endsTime")} hint={form.hints.endsTime} />
      </div>
    </fieldset>
  );
}

/** „Przełóż lub odwołaj” asks first which of them. */
export function CallOffPage({ moves, base }: { moves: DebateMove[]; base: string }) {
  const hints: Partial<Record<DebateMove, string>> = { postpone: text.postponeHint, cancel: text.cancelHint };
  return (
    <Panel title={text.which} className="confirm">
      <Rows>
        {moves.map((move) => (
          <Row
            key={move}
            title={messages.moves[move]}
            sub={hints[move] ?? messages.consequences[move]}
            action={<LinkButton href={`${base}/state?to=${move}`}>{messages.moves[move]}</LinkButton>}
          />
        ))}
      </Rows>
      {moves.length === 0 && <p className="panel__body">{text.impossible}</p>}
    </Panel>
  );
}

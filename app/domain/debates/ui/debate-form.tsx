import type { ReactNode } from "react";
import type { FormErrors } from "~/platform/forms";
import { parsePolishDate, today } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, Field, Select, TextArea, TimeField } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Savebar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { useOfficeForm } from "~/ui/use-office-form";
import { ACCESS_FACTS, DEBATE_KINDS } from "~db/vocabulary";
import { form as text } from "../messages.form.pl";
import { accessFacts, kinds } from "../messages.pl";
import { suggestClosing } from "../rules";
import { accessField, type DebateFields, debateSchema } from "../schema";

export type DebateFormProps = {
  fields: DebateFields;
  errors?: FormErrors;
  formKey: string;
  version?: number;
  /** Earlier debates that this one may report on. */
  evaluable: { id: string; label: string }[];
  numberFixed?: boolean;
  now: Date;
  submit: string;
  backHref: string;
  back: string;
  /** Above the buttons: what saving brings about, the choice of a template. */
  children?: ReactNode;
};

type Bind = ReturnType<typeof useOfficeForm>["bind"];

export function DebateForm({ fields, errors: refused, formKey, version, ...props }: DebateFormProps) {
  const { bind, errors, onSubmit, watch } = useOfficeForm(debateSchema, { fields, errors: refused });
  const day = dayIn(watch("startsOn"));
  return (
    <PostForm formKey={formKey} version={version} onSubmit={onSubmit} className="stack">
      <ErrorSummary errors={errors} labels={text.labels} />
      <What bind={bind} {...props} />
      <Panel title={text.sections.when} padded>
        <div className="pair">
          <DateField {...bind("startsOn")} label={text.labels.startsOn} hint={text.date(day)} />
          <TimeField {...bind("startsTime")} label={text.labels.startsTime} hint={text.hints.startsTime} />
          <TimeField {...bind("endsTime")} label={text.labels.endsTime} hint={text.hints.endsTime} />
        </div>
      </Panel>
      <Where bind={bind} />
      <Who bind={bind} />
      <Deadlines bind={bind} watch={watch} day={day} now={props.now} />
      {props.children}
      <Savebar>
        <Button look="primary">{props.submit}</Button>
        <LinkButton href={props.backHref}>{props.back}</LinkButton>
      </Savebar>
    </PostForm>
  );
}

function dayIn(typed: string | undefined) {
  const read = parsePolishDate(typed ?? "");
  return read.ok ? read.value : null;
}

function What({ bind, evaluable, numberFixed }: Pick<DebateFormProps, "evaluable" | "numberFixed"> & { bind: Bind }) {
  const { labels, hints } = text;
  return (
    <Panel title={text.sections.what} padded>
      <Field {...bind("topic")} label={labels.topic} hint={hints.topic} />
      <Field {...bind("cycleTitle")} label={labels.cycleTitle} />
      <div className="pair">
        <Select
          {...bind("kind")}
          label={labels.kind}
          options={DEBATE_KINDS.map((value) => ({ value, label: kinds[value] }))}
        />
        <Field
          {...bind("number")}
          label={labels.number}
          hint={numberFixed ? undefined : hints.number}
          readOnly={numberFixed}
          inputMode="numeric"
          width="s"
          optional={!numberFixed}
        />
        {evaluable.length > 0 && (
          <Select
            {...bind("evaluatesDebateId")}
            label={labels.evaluatesDebateId}
            placeholder={text.noDebate}
            options={evaluable.map(({ id, label }) => ({ value: id, label }))}
            optional
          />
        )}
      </div>
      <TextArea {...bind("description")} label={labels.description} optional />
    </Panel>
  );
}

function Where({ bind }: { bind: Bind }) {
  const { labels, hints, access } = text;
  const options = [
    { value: "", label: access.unsaid },
    { value: "yes", label: access.yes },
    { value: "no", label: access.no },
  ];
  return (
    <Panel title={text.sections.where} padded>
      <div className="pair">
        <Field {...bind("venueName")} label={labels.venueName} hint={hints.venueName} />
        <Field {...bind("venueAddress")} label={labels.venueAddress} hint={hints.venueAddress} optional />
        <Field
          {...bind("capacity")}
          label={labels.capacity}
          hint={hints.capacity}
          inputMode="numeric"
          width="s"
          optional
        />
      </div>
      <fieldset>
        <legend className="field__label">{access.legend}</legend>
        <div className="pair mt">
          {ACCESS_FACTS.map((fact) => (
            <Select key={fact} {...bind(accessField(fact))} label={accessFacts[fact].label} options={options} />
          ))}
        </div>
      </fieldset>
      <TextArea {...bind("accessNote")} label={labels.accessNote} hint={hints.accessNote} rows={2} optional />
    </Panel>
  );
}

const Who = ({ bind }: { bind: Bind }) => (
  <Panel title={text.sections.who} padded>
    <div className="pair">
      <Field {...bind("chair")} label={text.labels.chair} optional />
      <Field {...bind("moderator")} label={text.labels.moderator} optional />
      <Field {...bind("minuteTaker")} label={text.labels.minuteTaker} optional />
      <Field {...bind("coOrganizer")} label={text.labels.coOrganizer} optional />
    </div>
  </Panel>
);

type DeadlineProps = {
  bind: Bind;
  watch: (name: string) => string | undefined;
  day: ReturnType<typeof dayIn>;
  now: Date;
};

/** An empty deadline is the suggested one, and says which day that is; a filled one says its weekday. */
function Deadlines({ bind, watch, day, now }: DeadlineProps) {
  const suggested = day && day >= today(now) ? suggestClosing(day, now) : undefined;
  const hintOf = (name: "answersOn" | "motionsOn" | "minutesOn") => {
    const typed = dayIn(watch(name));
    return typed || !suggested ? text.date(typed) : text.suggested(suggested[name]);
  };
  const evaluation = dayIn(watch("evaluationOn"));
  return (
    <Panel title={text.sections.deadlines} padded>
      <div className="pair">
        {(["answersOn", "motionsOn", "minutesOn"] as const).map((name) => (
          <DateField key={name} {...bind(name)} label={text.labels[name]} hint={hintOf(name)} optional />
        ))}
        <DateField
          {...bind("evaluationOn")}
          label={text.labels.evaluationOn}
          hint={evaluation ? text.date(evaluation) : text.hints.evaluationOn}
          optional
        />
      </div>
    </Panel>
  );
}

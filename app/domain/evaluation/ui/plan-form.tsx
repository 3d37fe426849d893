import type { FormErrors, FormFields } from "~/platform/forms";
import { counted } from "~/platform/language";
import { AgendaList } from "~/ui/agenda-list";
import { Button, LinkButton } from "~/ui/button";
import { Check } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, Field, TimeField } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Empty } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { messages } from "../messages.pl";
import { lengthOf, type PlannedItem } from "../rules";

type Props = {
  own: string;
  items: PlannedItem[];
  /** „18.09.2026–18.03.2027” */
  range: string;
  refusal?: keyof typeof messages.refusals;
  existing?: { id: string; number: string };
  /** „/o/kpp/debates” */
  debates: string;
  formKey: string;
  fields: FormFields;
  errors?: FormErrors;
};

/** Minutes for a breath between the two. */
const DEFAULT_BREAK = 15;

/** Asks once for the day and the place; shows what will come of it. Nothing is sent to anybody. */
export function EvaluationPlan({ own, debates, items, range, refusal, existing, formKey, fields, errors }: Props) {
  const { form, labels } = messages;
  if (existing)
    return (
      <Empty
        title={form.exists(existing.number)}
        action={<LinkButton href={`${debates}/${existing.id}`}>{form.open}</LinkButton>}
      />
    );
  if (refusal)
    return <Empty title={messages.refusals[refusal]} action={<LinkButton href={own}>{form.back}</LinkButton>} />;
  const bind = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    defaultValue: String(fields[name] ?? ""),
    error: errors?.[name],
  });
  return (
    <div className="stack">
      <ErrorSummary errors={errors} labels={labels} />
      <Panel title={form.title} padded>
        <p>{messages.intro}</p>
        <PostForm formKey={formKey} action={`${own}/evaluation`}>
          <div className="pair">
            <DateField {...bind("startsOn")} hint={form.dateHint(range)} />
            <TimeField {...bind("startsTime")} />
            <Field {...bind("venueName")} maxLength={200} />
            <Field {...bind("venueAddress")} optional maxLength={200} />
          </div>
          <Check
            name="withPair"
            label={labels.withPair}
            hint={form.pairHint}
            defaultChecked={fields.withPair === "on"}
          />
          <div className="pair">
            <Field
              {...bind("pairAfter")}
              width="s"
              inputMode="numeric"
              optional
              hint={form.pairAfterHint}
              defaultValue={String(fields.pairAfter ?? DEFAULT_BREAK)}
            />
            <Field {...bind("pairTopic")} optional maxLength={200} hint={form.pairTopicHint} />
          </div>
          <div className="cluster">
            <Button look="primary">{form.submit}</Button>
            <LinkButton href={own}>{form.back}</LinkButton>
          </div>
        </PostForm>
      </Panel>
      <Panel title={form.program} count={items.length} padded>
        <p className="muted">{form.programHint(counted(lengthOf(items), "minute"))}</p>
        <AgendaList
          items={items.map(({ title, minutes, presenter }, index) => ({
            key: String(index),
            time: form.minutes(minutes),
            dateTime: `PT${minutes}M`,
            title,
            detail: presenter !== "" && !title.endsWith(presenter) && presenter,
          }))}
        />
      </Panel>
    </div>
  );
}

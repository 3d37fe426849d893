import { competence } from "~/domain/directory/messages.competence.pl";
import type { Suggestion } from "~/domain/directory/rules.competence";
import type { ExplainedTerm } from "~/platform/deadlines";
import type { FormErrors, FormFields } from "~/platform/forms";
import { Button, LinkButton } from "~/ui/button";
import { Check, Choices } from "~/ui/choices";
import { DateField, Select, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Empty } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import type { DueBasis } from "~db/vocabulary";
import { give, page } from "../messages.page.pl";
import { DueExplanations } from "./due-explanation";
import { DueFields } from "./due-fields";

type Motion = {
  id: string;
  number: string;
  place: string;
  textPublic: string;
  sensitivity: "public" | "internal" | "police_only";
  referredTo: string | null;
  hasTask: boolean;
};

export type GiveProps = {
  path: string;
  motionsPath: string;
  motions: Motion[];
  bodies: { id: string; name: string }[];
  due: Record<DueBasis, ExplainedTerm>;
  /** Who is competent for the motion that the form was opened for. */
  suggestion?: Suggestion | null;
  formKey: string;
  fields: FormFields;
  errors?: FormErrors;
};

const text = (fields: FormFields, name: string) => String(fields[name] ?? "");
const many = (fields: FormFields, name: string) => [fields[name] ?? []].flat();

/** One action: from motions to a promise with an owner and a date. */
export function GiveForm({ path, motionsPath, motions, bodies, due, suggestion, formKey, fields, errors }: GiveProps) {
  if (motions.length === 0)
    return (
      <Empty title={give.noMotions} action={<LinkButton href={motionsPath}>{give.toMotions}</LinkButton>}>
        <p>{give.noMotionsText}</p>
      </Empty>
    );
  const owners = bodies.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Panel title={give.newTitle} id="nowe" padded>
      <PostForm formKey={formKey} action={path}>
        <p className="muted">{give.intro}</p>
        <MotionChoices motions={motions} chosen={many(fields, "motionIds")} errors={errors} />
        <TextArea
          name="title"
          label={give.taskTitle}
          hint={give.taskTitleHint}
          rows={2}
          maxLength={300}
          defaultValue={text(fields, "title")}
          error={errors?.title}
        />
        <Select
          name="ownerBodyId"
          label={give.owner}
          hint={suggestion ? competence.suggestion(suggestion) : undefined}
          placeholder={bodies.length > 0 ? page.pickBody : give.noBodies}
          options={owners}
          defaultValue={text(fields, "ownerBodyId")}
          error={errors?.ownerBodyId}
        />
        <Due due={due} fields={fields} errors={errors} />
        <Supporters owners={owners} chosen={many(fields, "supporterIds")} />
        <TextArea
          name="details"
          label={give.details}
          hint={give.detailsHint}
          optional
          rows={2}
          maxLength={4000}
          defaultValue={text(fields, "details")}
          error={errors?.details}
        />
        <Check
          name="priority"
          label={give.priority}
          hint={give.priorityHint}
          defaultChecked={Boolean(fields.priority)}
          error={errors?.priority}
        />
        <Check
          name="internal"
          label={give.internal}
          hint={give.internalHint}
          defaultChecked={Boolean(fields.internal)}
        />
        <div className="cluster">
          <Button look="primary">{give.submit}</Button>
        </div>
      </PostForm>
    </Panel>
  );
}

type ChoicesProps = { motions: Motion[]; chosen: string[]; errors?: FormErrors };

function MotionChoices({ motions, chosen, errors }: ChoicesProps) {
  const isSecond = ({ id, hasTask }: Motion) => hasTask && !chosen.includes(id);
  const second = motions.filter(isSecond);
  return (
    <>
      <Choices
        name="motionIds[]"
        type="checkbox"
        label={give.motions}
        chosen={chosen}
        options={motions.filter((motion) => !isSecond(motion)).map(optionOf)}
        error={errors?.motionIds}
      />
      {second.length > 0 && (
        <details className="more">
          <summary>{give.more}</summary>
          <div className="choices">
            {second.map((motion) => (
              <Check
                key={motion.id}
                name="motionIds[]"
                id={`motion-${motion.id}`}
                value={motion.id}
                label={give.motionLabel(motion)}
              />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function optionOf(motion: Motion) {
  const { id, sensitivity, referredTo, hasTask } = motion;
  const hints = [
    referredTo && give.referredTo(referredTo),
    hasTask && give.hasTask,
    sensitivity === "police_only" && give.secret,
  ];
  return { value: id, label: give.motionLabel(motion), hint: hints.filter(Boolean).join(" · ") || undefined };
}

function Due({ due, fields, errors }: Pick<GiveProps, "due" | "fields" | "errors">) {
  return (
    <>
      <DueFields endOf={(basis) => due[basis].end} usual="commitment" fields={fields} errors={errors} />
      <DateField
        name="dueFrom"
        label={give.from}
        hint={give.fromHint}
        optional
        defaultValue={text(fields, "dueFrom")}
        error={errors?.dueFrom}
      />
      <DueExplanations due={due} />
    </>
  );
}

const Supporters = ({ owners, chosen }: { owners: { value: string; label: string }[]; chosen: string[] }) =>
  owners.length > 1 ? (
    <details className="more" open={chosen.length > 0}>
      <summary>{give.chooseSupporters}</summary>
      <Choices
        name="supporterIds[]"
        type="checkbox"
        label={give.supporters}
        hideLabel
        options={owners}
        chosen={chosen}
      />
    </details>
  ) : null;

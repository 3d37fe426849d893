import type { ComponentType } from "react";
import type { FormErrors, FormFields } from "~/platform/forms";
import { Button, LinkButton } from "~/ui/button";
import { ConflictNote } from "~/ui/conflict-note";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, Select } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Panel } from "~/ui/panel";
import { useOfficeForm } from "~/ui/use-office-form";
import { labels, personLabels, bodyPage as text } from "../messages.pages.pl";
import { FORM_SCHEMAS, type BodyForm as FormName } from "../schema";
import { BodyFields, OfficeFields, PersonFields, StartField } from "./directory-fields";

type Person = { id: string; name: string; rank: string };

export type BodyFormProps = {
  form: FormName;
  /** The page without a form. */
  backHref: string;
  formKey: string;
  version?: number;
  fields: FormFields;
  errors?: FormErrors;
  conflict?: { theirs: Record<string, string> };
  people: Person[];
};

/** The one form that is open on a body's page. */
export function BodyForm({ form, backHref, formKey, version, fields, conflict, people, ...given }: BodyFormProps) {
  const { bind, errors, onSubmit } = useOfficeForm(FORM_SCHEMAS[form], { fields, errors: given.errors });
  const names = form === "person" || form === "appoint" ? personLabels : labels;
  const { title, submit } = text.forms[form];
  const Fields = FIELDS[form];
  return (
    <Panel title={title} padded>
      {conflict && <ConflictNote text={text.conflict} fields={differences(names, fields, conflict.theirs)} />}
      <ErrorSummary errors={errors} labels={names} />
      {text.explain[form] && <p>{text.explain[form]}</p>}
      <PostForm formKey={formKey} version={version} onSubmit={onSubmit} className="stack">
        {Fields && <Fields bind={bind} people={people} />}
        <div className="cluster">
          <Button look={form === "archive" || form === "desk" ? "danger" : "primary"}>{submit}</Button>
          <LinkButton href={backHref}>{text.cancel}</LinkButton>
        </div>
      </PostForm>
    </Panel>
  );
}

type FieldsProps = { bind: ReturnType<typeof useOfficeForm>["bind"]; people: Person[] };

const AppointFields = ({ bind, people }: FieldsProps) => (
  <>
    {people.length > 0 && (
      <Select
        {...bind("personId")}
        label={labels.personId}
        placeholder={text.newPerson}
        options={people.map(({ id, name, rank }) => ({ value: id, label: [rank, name].filter(Boolean).join(" ") }))}
      />
    )}
    <StartField bind={bind} />
    <PersonFields bind={bind} />
  </>
);

const EndFields = ({ bind }: FieldsProps) => <DateField {...bind("endsOn")} label={labels.endsOn} />;

const FIELDS: Partial<Record<FormName, ComponentType<FieldsProps>>> = {
  body: BodyFields,
  office: OfficeFields,
  title: OfficeFields,
  appoint: AppointFields,
  person: PersonFields,
  end: EndFields,
};

const differences = (names: Record<string, string>, mine: FormFields, theirs: Record<string, string>) =>
  Object.entries(theirs).map(([name, value]) => ({
    label: names[name] ?? name,
    mine: String(mine[name] ?? ""),
    theirs: value,
  }));

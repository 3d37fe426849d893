import type { FormErrors } from "~/platform/forms";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { type ConflictField, ConflictNote } from "~/ui/conflict-note";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { Savebar, TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { useOfficeForm } from "~/ui/use-office-form";
import { settings as text } from "../messages.pl";
import { SWITCH } from "../rules";
import { unitSchema } from "../schema";
import { SettingsTabs } from "./settings-tabs";

type Props = {
  path: string;
  fields: Record<string, unknown>;
  errors?: FormErrors;
  conflict?: ConflictField[];
  formKey: string;
  version: number;
  isSaved: boolean;
};

export function UnitForm({ path, fields, errors: refused, conflict, formKey, version, isSaved }: Props) {
  const { bind, errors, onSubmit } = useOfficeForm(unitSchema, { fields, errors: refused });
  const field = (name: keyof typeof text.fields) => ({ ...bind(name), label: text.fields[name] });
  const { defaultValue: switched, ...reminds } = bind("reminds");
  const { defaultValue: needed, ...needsSecondFactor } = bind("needsSecondFactor");
  return (
    <>
      <ErrorSummary errors={errors} labels={text.fields} />
      {conflict && <ConflictNote fields={conflict} text={text.stale} />}
      <TopBar title={text.title} />
      <SettingsTabs path={path} current="unit" />
      {isSaved && (
        <Note tone="good" status>
          {text.saved}
        </Note>
      )}
      <PostForm formKey={formKey} version={version} onSubmit={onSubmit} className="stack" action={path}>
        <Panel title={text.identity} padded>
          <Field {...field("name")} />
          <Field {...field("shortName")} hint={text.hints.shortName} />
          <Field {...field("department")} hint={text.hints.department} optional />
          <div className="pair">
            <Field {...field("locality")} optional />
            <Field {...field("localityIn")} hint={text.hints.localityIn} optional />
          </div>
          <Field {...field("address")} optional />
          <div className="pair">
            <Field {...field("phone")} type="tel" optional />
            <Field {...field("email")} type="email" optional />
          </div>
        </Panel>
        <Panel title={text.letters} padded>
          <Field {...field("headOffice")} hint={text.hints.headOffice} optional />
          <Field {...field("dataOfficer")} hint={text.hints.dataOfficer} optional />
          <Field {...field("minutesPattern")} hint={text.hints.minutesPattern} width="m" />
        </Panel>
        <Panel title={text.reminders} padded>
          <Choices
            {...reminds}
            label={text.fields.reminds}
            hint={text.hints.reminds}
            options={SWITCH.map((value) => ({ value, label: text.switch[value] }))}
            chosen={switched}
            cards={false}
          />
          <Field {...field("chairEmail")} type="email" hint={text.hints.chairEmail} optional />
        </Panel>
        <Panel title={text.signIn} padded>
          <Choices
            {...needsSecondFactor}
            label={text.fields.needsSecondFactor}
            hint={text.hints.needsSecondFactor}
            options={SWITCH.map((value) => ({ value, label: text.need[value] }))}
            chosen={needed}
            cards={false}
          />
        </Panel>
        <Savebar>
          <Button look="primary">{text.save}</Button>
        </Savebar>
      </PostForm>
    </>
  );
}

import type { FormErrors, FormFields } from "~/platform/forms";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Savebar, TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { useOfficeForm } from "~/ui/use-office-form";
import { bodyPage, hints, labels, newBody as text } from "../messages.pages.pl";
import { registrationSchema } from "../schema";
import { BodyFields, GenderField, StartField } from "./directory-fields";

type Props = { base: string; formKey: string; fields: FormFields; errors?: FormErrors };

export function NewBody({ base, formKey, fields, errors: refused }: Props) {
  const { bind, errors, onSubmit } = useOfficeForm(registrationSchema, { fields, errors: refused });
  return (
    <>
      <TopBar title={text.title} crumbs={[{ label: bodyPage.crumb, href: base }, { label: text.title }]} />
      <PostForm formKey={formKey} onSubmit={onSubmit} className="stack">
        <ErrorSummary errors={errors} labels={labels} />
        <Panel title={text.body} padded>
          <div className="pair">
            <BodyFields bind={bind} />
          </div>
        </Panel>
        <Panel title={text.office} padded>
          <p className="muted">{text.officeHint}</p>
          <div className="pair">
            <Field {...bind("title")} label={labels.title} optional />
            <Field {...bind("personName")} label={labels.personName} autoComplete="off" optional />
            <Field {...bind("rank")} label={labels.rank} hint={hints.rank} optional />
            <GenderField bind={bind} />
            <Field {...bind("personEmail")} type="email" label={labels.personEmail} optional />
            <Field {...bind("personPhone")} type="tel" label={labels.personPhone} optional />
            <StartField bind={bind} optional />
          </div>
        </Panel>
        <Savebar>
          <Button look="primary">{text.submit}</Button>
          <LinkButton href={base}>{text.back}</LinkButton>
        </Savebar>
      </PostForm>
    </>
  );
}

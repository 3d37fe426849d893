import type { FormErrors, FormFields } from "~/platform/forms";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { messages } from "../messages.pl";
import type { Agreement } from "./agreement-panel";

type Props = {
  taskPath: string;
  taskTitle: string;
  agreements: Agreement[];
  formKey: string;
  fields: FormFields;
  errors?: FormErrors;
};

/** A task without an agreement gets one; an agreement counts its services. */
export function AgreementPage({ taskPath, taskTitle, agreements, ...form }: Props) {
  return (
    <>
      <ErrorSummary errors={form.errors} labels={messages.labels} />
      <TopBar title={messages.recordTitle} crumbs={[{ label: taskTitle, href: taskPath }, { label: messages.title }]} />
      {agreements.length > 0 ? (
        agreements.map((agreement) => <UseForm key={agreement.id} agreement={agreement} path={taskPath} {...form} />)
      ) : (
        <RecordForm path={taskPath} taskTitle={taskTitle} {...form} />
      )}
    </>
  );
}

type FormProps = Pick<Props, "formKey" | "fields" | "errors"> & { path: string };

function UseForm({ agreement, path, formKey, fields, errors }: FormProps & { agreement: Agreement }) {
  const isThis = fields.agreementId === agreement.id;
  return (
    <Panel title={agreement.subject} padded>
      <p>
        {messages.facts.used}: {messages.used(agreement.servicesUsed, agreement.services)}
      </p>
      <PostForm
        formKey={formKey}
        version={agreement.version}
        action={`${path}/agreement`}
        hidden={{ agreementId: agreement.id }}
      >
        <Field
          name="by"
          id={isThis ? "by" : `by-${agreement.id}`}
          label={messages.by}
          hint={messages.byHint}
          width="s"
          inputMode="numeric"
          defaultValue={isThis ? String(fields.by ?? "") : ""}
          error={isThis ? errors?.by : undefined}
        />
        <Buttons submit={messages.save} path={path} />
      </PostForm>
    </Panel>
  );
}

function RecordForm({ path, taskTitle, formKey, fields, errors }: FormProps & { taskTitle: string }) {
  const bind = (name: keyof typeof messages.labels) => ({
    name,
    label: messages.labels[name],
    defaultValue: String(fields[name] ?? ""),
    error: errors?.[name],
  });
  return (
    <Panel title={messages.title} padded>
      <PostForm formKey={formKey} action={`${path}/agreement`}>
        <Field {...bind("subject")} maxLength={300} defaultValue={String(fields.subject ?? taskTitle)} />
        <Field {...bind("parties")} hint={messages.partiesHint} maxLength={300} />
        <Field {...bind("resolution")} optional maxLength={200} />
        <div className="pair">
          <DateField {...bind("signedOn")} />
          <DateField {...bind("startsOn")} />
          <DateField {...bind("endsOn")} />
        </div>
        <div className="pair">
          <Field {...bind("amountGrosze")} hint={messages.amountHint} inputMode="decimal" width="m" />
          <Field {...bind("services")} inputMode="numeric" width="s" />
        </div>
        <Buttons submit={messages.record} path={path} />
      </PostForm>
    </Panel>
  );
}

const Buttons = ({ submit, path }: { submit: string; path: string }) => (
  <div className="cluster">
    <Button look="primary">{submit}</Button>
    <LinkButton href={path}>{messages.back}</LinkButton>
  </div>
);

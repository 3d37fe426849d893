import type { FormErrors, FormFields } from "~/platform/forms";
import { formatShort } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, Field, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { messages } from "../messages.pl";
import { OUTCOMES } from "../rules";
import type { Agreement } from "./agreement-panel";
import { useThird } from "./use-third";

type FormProps = { formKey: string; fields: FormFields; errors?: FormErrors };

type Props = FormProps & {
  title: string;
  crumbs: { label: string; href?: string }[];
  action: string;
  version?: number;
  submit: string;
  back: { href: string; label: string };
};

/** What was signed: new beside a task, or put right later. */
export function TermsPage({ title, crumbs, action, version, submit, back, formKey, fields, errors }: Props) {
  const bind = (name: keyof typeof messages.labels) => ({
    name,
    label: messages.labels[name],
    defaultValue: String(fields[name] ?? ""),
    error: errors?.[name],
  });
  const { hints, onInput } = useThird();
  return (
    <>
      <ErrorSummary errors={errors} labels={messages.labels} />
      <TopBar title={title} crumbs={crumbs} />
      <Panel label={title} padded>
        <PostForm formKey={formKey} version={version} action={action}>
          <Field {...bind("subject")} hint={messages.subjectHint} maxLength={300} />
          <TextArea {...bind("parties")} hint={messages.partiesHint} rows={3} maxLength={600} />
          <Field {...bind("resolution")} hint={messages.resolutionHint} optional maxLength={200} />
          <div className="pair">
            <DateField {...bind("signedOn")} />
            <DateField {...bind("startsOn")} />
            <DateField {...bind("endsOn")} />
          </div>
          <p>{messages.priceLegend}</p>
          <div className="pair" onInput={onInput}>
            <Field
              {...bind("amountGrosze")}
              hint={hints.amountGrosze ?? messages.amountHint}
              inputMode="decimal"
              width="m"
            />
            <Field {...bind("services")} hint={hints.services} inputMode="numeric" width="s" />
            <Field
              {...bind("unitPriceGrosze")}
              hint={hints.unitPriceGrosze ?? messages.unitPriceHint}
              inputMode="decimal"
              width="m"
            />
          </div>
          <TextArea {...bind("places")} hint={messages.placesHint} optional rows={3} maxLength={2000} />
          <div className="cluster">
            <Button look="primary">{submit}</Button>
            <LinkButton href={back.href}>{back.label}</LinkButton>
          </div>
        </PostForm>
      </Panel>
    </>
  );
}

const asMoney = (grosze: number | null) => (grosze === null ? "" : messages.amount(grosze));

/** What is saved, as somebody would type it. */
export const fieldsOf = (agreement: Agreement): FormFields => ({
  subject: agreement.subject,
  parties: agreement.parties,
  resolution: agreement.resolution,
  signedOn: formatShort(agreement.signedOn),
  startsOn: formatShort(agreement.startsOn),
  endsOn: formatShort(agreement.endsOn),
  amountGrosze: asMoney(agreement.amountGrosze),
  services: String(agreement.services),
  unitPriceGrosze: asMoney(agreement.unitPriceGrosze),
  places: agreement.places,
});

type UseProps = FormProps & { agreement: Pick<Agreement, "version" | "places">; path: string };

/** One entry of services that were served. */
export function UseForm({ agreement, path, formKey, fields, errors }: UseProps) {
  const bind = (name: keyof typeof messages.labels) => ({
    name,
    label: messages.labels[name],
    defaultValue: String(fields[name] ?? ""),
    error: errors?.[name],
  });
  const places = agreement.places.split("\n").filter(Boolean);
  return (
    <Panel title={messages.useTitle} padded>
      <PostForm formKey={formKey} version={agreement.version} action={path} hidden={{ do: "use" }}>
        <p className="muted">{messages.useHint}</p>
        <div className="pair">
          <DateField {...bind("usedOn")} />
          <Field {...bind("services")} inputMode="numeric" width="s" />
        </div>
        <Field {...bind("place")} list="places" maxLength={200} />
        <datalist id="places">
          {places.map((place) => (
            <option key={place} value={place} />
          ))}
        </datalist>
        <div className="pair">
          {OUTCOMES.map((name) => (
            <Field key={name} {...bind(name)} optional inputMode="numeric" width="s" />
          ))}
        </div>
        <TextArea {...bind("note")} hint={messages.noteHint} optional rows={2} maxLength={1000} />
        <Button look="primary">{messages.saveUse}</Button>
      </PostForm>
    </Panel>
  );
}

type ReportProps = FormProps & { version: number; report: string; path: string };

export const ReportForm = ({ version, report, path, formKey, fields, errors }: ReportProps) => (
  <Panel title={messages.reportTitle} padded>
    <PostForm formKey={formKey} version={version} action={path} hidden={{ do: "report" }}>
      <TextArea
        name="report"
        label={messages.labels.report}
        hint={messages.reportHint}
        hideLabel
        rows={5}
        maxLength={10_000}
        defaultValue={String(fields.report ?? report)}
        error={errors?.report}
      />
      <Button>{messages.saveReport}</Button>
    </PostForm>
  </Panel>
);

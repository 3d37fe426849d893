import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatShort } from "~/platform/time";
import { ConfirmPage } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, Field } from "~/ui/field";
import { Alert, Note } from "~/ui/notes";
import type { CalendarDate } from "~db/vocabulary";
import { check } from "../messages.check.pl";
import { life } from "../messages.life.pl";
import { messages } from "../messages.pl";
import type { Editor } from "../queries.editor.server";
import { addressOf } from "../rules.faults";

const words = messages.approval;

export type StepProps = {
  base: string;
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
};
type Props = StepProps & {
  faults: Editor["faults"];
  sha256: string;
  openRemarks: number;
  /** The last day for remarks, while people who were there may still write them. */
  remarksUntil: CalendarDate | null;
  chair: string;
  today: Date;
};

/** What approval does, whose name stands below it, and what still speaks against it. */
export function ApprovePage({ base, formKey, fields = {}, errors, faults, sha256, chair, today, ...asked }: Props) {
  const { openRemarks, remarksUntil } = asked;
  const inTheWay = faults.filter(({ level }) => level === "error");
  const remarks = faults.length - inTheWay.length;
  const typed = (name: string, usual: string) => (typeof fields[name] === "string" ? fields[name] : usual);
  return (
    <ConfirmPage
      title={words.title}
      submit={words.submit}
      action={`${base}/approve`}
      backHref={base}
      back={words.back}
      formKey={formKey}
      hidden={{ seen: sha256 }}
      problem={
        <>
          <ErrorSummary errors={errors} labels={messages.labels} />
          <InTheWay faults={inTheWay} base={base} />
        </>
      }
      fields={
        <>
          <Field
            name="approvedBy"
            label={words.approvedBy}
            hint={words.approvedByHint}
            error={errors?.approvedBy}
            defaultValue={typed("approvedBy", chair)}
          />
          <DateField
            name="drawnUpOn"
            label={words.drawnUpOn}
            error={errors?.drawnUpOn}
            defaultValue={typed("drawnUpOn", formatShort(today))}
          />
        </>
      }
    >
      <p>{words.what}</p>
      {remarksUntil && (
        <Note tone="warn">
          <p>{life.stillOpen(remarksUntil, openRemarks)}</p>
        </Note>
      )}
      {openRemarks > 0 && (
        <Note tone="warn">
          <p>
            <a href={`${base}/remarks`}>{life.openRemarks(openRemarks)}</a>. {life.openRemarksHint}
          </p>
        </Note>
      )}
      {remarks > 0 && (
        <Note tone="warn">
          <p>{words.warnings(remarks)}</p>
        </Note>
      )}
    </ConfirmPage>
  );
}

const MOST_NAMED = 20;

function InTheWay({ faults, base }: Pick<Props, "faults" | "base">) {
  if (faults.length === 0) return null;
  return (
    <Alert title={words.problem}>
      <ul>
        {faults.slice(0, MOST_NAMED).map((fault, i) => (
          <li key={i}>
            <a href={addressOf(fault, base)}>{typeset(check.faults[fault.kind](fault))}</a>
          </li>
        ))}
        {faults.length > MOST_NAMED && <li>{check.more(faults.length - MOST_NAMED)}</li>}
      </ul>
    </Alert>
  );
}

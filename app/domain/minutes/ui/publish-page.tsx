import { ConfirmPage } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { messages } from "../messages.pl";
import type { PreviewSection } from "../rules.preview";
import type { StepProps } from "./approve-page";
import { Preview } from "./preview";

const words = messages.publication;

export const PublishPage = ({ preview, ...page }: StepProps & { preview: PreviewSection[] }) => (
  <div className="stack stack--l">
    <Confirm {...page} />
    {preview.length > 0 && <Preview sections={preview} />}
  </div>
);

const Confirm = ({ base, formKey, errors }: StepProps) => (
  <ConfirmPage
    title={words.title}
    submit={words.submit}
    action={`${base}/publish`}
    backHref={base}
    back={messages.approval.back}
    formKey={formKey}
    problem={<ErrorSummary errors={errors} kept={false} />}
  >
    <p>{words.what}</p>
    <p>
      <a href={`${base}.pdf?wersja=publiczna`}>{words.preview}</a>
    </p>
  </ConfirmPage>
);

import type { FormErrors } from "~/platform/forms";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { GatePage } from "~/ui/gate-page";
import { code as text } from "../messages.account.pl";

type Props = { formKey: string; goTo?: string; errors?: FormErrors };

/** The second step of signing in. Without the phone there is the sheet of codes. */
export function CodePage({ formKey, goTo, errors }: Props) {
  const hidden: Record<string, string> = goTo ? { dalej: goTo } : {};
  return (
    <GatePage title={text.title} problem={<ErrorSummary errors={errors} kept={false} />} foot={<p>{text.lost}</p>}>
      <p>{text.lead}</p>
      <PostForm formKey={formKey} hidden={{ ...hidden, with: "code" }} action="/login/code">
        <Field
          name="code"
          label={text.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={errors?.code}
          required
        />
        <Button look="primary" wide>
          {text.submit}
        </Button>
      </PostForm>
      <details open={errors?.recovery !== undefined}>
        <summary>{text.noPhone}</summary>
        <div className="stack">
          <p>{text.recoveryLead}</p>
          <PostForm formKey={`${formKey}-r`} hidden={{ ...hidden, with: "recovery" }} action="/login/code">
            <Field
              name="recovery"
              label={text.recovery}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              error={errors?.recovery}
              required
            />
            <Button wide>{text.recoverySubmit}</Button>
          </PostForm>
        </div>
      </details>
    </GatePage>
  );
}

import type { FormErrors } from "~/platform/forms";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Facts } from "~/ui/facts";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { GatePage } from "~/ui/gate-page";
import { Note } from "~/ui/notes";
import { account, forgotten, reset } from "../messages.account.pl";
import { NewPassword } from "./account-page";

type Form = { formKey: string; errors?: FormErrors };
type ForgottenProps = Form & { email?: string; isSent: boolean; isInvalid: boolean };

export const ForgottenPage = ({ formKey, email, isSent, isInvalid, errors }: ForgottenProps) => (
  <GatePage
    title={forgotten.title}
    problem={<ErrorSummary errors={errors} />}
    foot={
      <p>
        <a href="/login">{forgotten.back}</a>
      </p>
    }
  >
    {isInvalid && <Note tone="warn">{forgotten.invalid}</Note>}
    {isSent ? (
      <>
        <Note tone="good" status>
          {forgotten.sent}
        </Note>
        <p>{forgotten.nothing}</p>
      </>
    ) : (
      <p>{forgotten.lead}</p>
    )}
    <PostForm formKey={formKey} action="/forgotten">
      <Field
        name="email"
        type="email"
        label={forgotten.email}
        autoComplete="username"
        defaultValue={email}
        error={errors?.email}
        required
      />
      <Button look={isSent ? undefined : "primary"} wide>
        {forgotten.submit}
      </Button>
    </PostForm>
  </GatePage>
);

export const ResetPage = ({ email, formKey, errors }: Form & { email: string }) => (
  <GatePage title={reset.title} problem={<ErrorSummary errors={errors} kept={false} />}>
    <p>{reset.lead}</p>
    <Facts items={[{ term: account.email, value: email }]} />
    <PostForm formKey={formKey}>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <NewPassword labels={account.password} errors={errors} />
      <Button look="primary" wide>
        {reset.submit}
      </Button>
    </PostForm>
  </GatePage>
);

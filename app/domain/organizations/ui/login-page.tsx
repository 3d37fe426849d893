import type { FormErrors } from "~/platform/forms";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { GatePage } from "~/ui/gate-page";
import { Note } from "~/ui/notes";
import { messages } from "../messages.pl";

const { login } = messages;

type Props = { formKey: string; goTo?: string; note?: string; email?: string; errors?: FormErrors };

export function LoginPage({ formKey, goTo, note, email, errors }: Props) {
  return (
    <GatePage
      title={login.title}
      problem={<ErrorSummary errors={errors} kept={false} />}
      foot={<p>{login.noAccount}</p>}
    >
      {note && <Note status>{note}</Note>}
      <PostForm formKey={formKey} hidden={goTo ? { dalej: goTo } : undefined} action="/login">
        <Field
          name="email"
          type="email"
          label={login.email}
          autoComplete="username"
          defaultValue={email}
          error={errors?.email}
          required
        />
        <Field
          name="password"
          type="password"
          label={login.password}
          autoComplete="current-password"
          error={errors?.password}
          required
        />
        <Button look="primary" wide>
          {login.submit}
        </Button>
      </PostForm>
      <p className="small">
        <a href="/forgotten">{login.forgotten}</a>
      </p>
    </GatePage>
  );
}

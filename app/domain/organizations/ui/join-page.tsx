import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Facts } from "~/ui/facts";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { GatePage } from "~/ui/gate-page";
import { messages } from "../messages.pl";

const { join } = messages;

type Props = {
  unitName: string;
  role: string;
  email: string;
  how: "new" | "known" | "forgotten";
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
};

const SUBMITS = { new: join.submit, known: join.knownSubmit, forgotten: join.forgottenSubmit };

export function JoinPage({ unitName, role, email, how, formKey, fields, errors }: Props) {
  return (
    <GatePage
      title={how === "forgotten" ? join.forgottenSubmit : join.title}
      problem={<ErrorSummary errors={errors} kept={false} />}
    >
      {how === "new" && <p>{typeset(join.lead(unitName, role))}</p>}
      {how === "known" && <p>{join.known}</p>}
      {how === "forgotten" && <p>{join.forgotten}</p>}
      <Facts items={[{ term: join.account, value: email }]} />
      <PostForm formKey={formKey}>
        {/* For password managers, which keep the address with the password. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        {how === "new" && <Person fields={fields} errors={errors} />}
        {how === "known" ? <KnownPassword errors={errors} /> : <NewPassword errors={errors} />}
        <Button look="primary" wide>
          {SUBMITS[how]}
        </Button>
      </PostForm>
    </GatePage>
  );
}

function Person({ fields, errors }: Pick<Props, "fields" | "errors">) {
  return (
    <>
      <Field
        name="name"
        label={join.name}
        autoComplete="name"
        defaultValue={fields?.name}
        error={errors?.name}
        required
      />
      <Field
        name="rank"
        label={join.rank}
        hint={join.rankHint}
        defaultValue={fields?.rank}
        error={errors?.rank}
        optional
      />
    </>
  );
}

const KnownPassword = ({ errors }: Pick<Props, "errors">) => (
  <Field
    name="password"
    type="password"
    label={join.password}
    autoComplete="current-password"
    error={errors?.password}
    required
  />
);

const NewPassword = ({ errors }: Pick<Props, "errors">) => (
  <>
    <Field
      name="password"
      type="password"
      label={join.password}
      hint={join.passwordHint}
      autoComplete="new-password"
      error={errors?.password}
      required
    />
    <Field name="again" type="password" label={join.again} autoComplete="new-password" error={errors?.again} required />
  </>
);

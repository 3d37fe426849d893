import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { untilWhen } from "../messages.letters.pl";
import { page } from "../messages.page.pl";

type Props = { formKey: string; fields: FormFields; errors?: FormErrors; answersCloseAt: Date };

const textOf = (value: FormFields[string] | undefined) => (typeof value === "string" ? value : undefined);

/** Three cards and one button. Which fields belong to which answer is shown by CSS, and decided by the server. */
export function RsvpForm({ formKey, fields, errors = {}, answersCloseAt }: Props) {
  const until = untilWhen(answersCloseAt);
  return (
    <PostForm formKey={formKey} action="#bledy">
      <Choices
        name="answer"
        label={
          <>
            {page.answer} <span className="field__opt">{typeset(page.until(until))}</span>
          </>
        }
        error={errors.answer}
        chosen={textOf(fields.answer)}
        options={[
          { value: "accepted", label: page.accepted, reveal: <Needs {...{ fields, errors }} /> },
          {
            value: "substituted",
            label: page.substituted,
            hint: page.substitutedHint,
            reveal: <Substitute {...{ fields, errors }} />,
          },
          { value: "declined", label: page.declined, reveal: <Statement {...{ fields, errors }} /> },
        ]}
      />
      <div className="cluster">
        <Button look="primary">{page.submit}</Button>
        <span className="small muted">{typeset(page.changeable(until))}</span>
      </div>
    </PostForm>
  );
}

type Part = { fields: FormFields; errors: FormErrors };

export const Needs = ({ fields, errors }: Part) => (
  <TextArea
    name="needs"
    label={page.needs}
    hint={page.needsHint}
    optional
    rows={2}
    defaultValue={textOf(fields.needs)}
    error={errors.needs}
  />
);

const Substitute = ({ fields, errors }: Part) => (
  <>
    <Field name="name" label={page.name} autoComplete="off" defaultValue={textOf(fields.name)} error={errors.name} />
    <Field
      name="post"
      label={page.post}
      width="m"
      autoComplete="off"
      defaultValue={textOf(fields.post)}
      error={errors.post}
    />
    <Field
      name="email"
      type="email"
      label={page.email}
      hint={page.emailHint}
      autoComplete="off"
      defaultValue={textOf(fields.email)}
      error={errors.email}
    />
  </>
);

const Statement = ({ fields, errors }: Part) => (
  <TextArea
    name="statement"
    label={page.statement}
    hint={page.statementHint}
    optional
    rows={3}
    defaultValue={textOf(fields.statement)}
    error={errors.statement}
  />
);

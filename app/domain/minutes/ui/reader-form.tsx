import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button, LinkButton } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { reader } from "../messages.reader.pl";
import { tableKey } from "../rules.paragraphs";

const words = reader.form;

export type ReaderFormProps = {
  target: { key: string; title: string; original: string };
  path: string;
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
};

/** The paragraph as it is, and the same in a field in which it is put right. */
export function ReaderForm({ target, path, formKey, fields, errors }: ReaderFormProps) {
  const { key, title, original } = target;
  const isTable = key.startsWith(tableKey(""));
  const typed = (name: string, usual = "") => (typeof fields?.[name] === "string" ? fields[name] : usual);
  const [label, hint] = isTable
    ? [words.table, undefined]
    : original
      ? [words.proposed, words.proposedHint]
      : [words.added, words.addedHint];
  return (
    <section className="card stack" aria-labelledby="propozycja">
      <h2 id="propozycja">{words.title}</h2>
      <p>{typeset(words.part(title))}</p>
      {original && (
        <div className="stack stack--s">
          <h3>{words.original}</h3>
          <p className="pre">{typeset(original)}</p>
        </div>
      )}
      <PostForm formKey={formKey} action={path} hidden={{ partKey: key, original }}>
        <TextArea
          name="proposed"
          label={label}
          hint={hint && typeset(hint)}
          rows={Math.min(14, 4 + Math.ceil(original.length / 60))}
          error={errors?.proposed}
          defaultValue={typed("proposed", original)}
        />
        <TextArea
          name="reason"
          label={words.reason}
          hint={typeset(words.reasonHint)}
          optional
          rows={3}
          maxLength={1500}
          error={errors?.reason}
          defaultValue={typed("reason")}
        />
        <p className="small muted">{typeset(words.privacy)}</p>
        <div className="cluster">
          <Button look="primary">{words.submit}</Button>
          <LinkButton href={path}>{words.cancel}</LinkButton>
        </div>
      </PostForm>
    </section>
  );
}

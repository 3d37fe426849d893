import type { FormFields } from "~/platform/forms";
import { formatMoment } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { Check } from "~/ui/choices";
import { ConflictNote } from "~/ui/conflict-note";
import { TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Savebar } from "~/ui/office-shell";
import { messages } from "../messages.pl";
import type { EditorPart } from "../queries.editor.server";
import { fieldOf } from "../rules";

const words = messages.conflict;

type Props = { parts: EditorPart[]; fields: FormFields; base: string; formKey: string; now: Date };

/** Both texts of each part that two people wrote at once, and a field that holds what was typed here. */
export function ConflictPage({ parts, fields, base, formKey, now }: Props) {
  const versions = Object.fromEntries(parts.map(({ place, version }) => [fieldOf.version(place), version]));
  const [only] = parts;
  return (
    <PostForm formKey={formKey} hidden={versions} action={base} className="stack stack--l">
      {parts.map((part) => (
        <section key={part.key} className="stack" aria-labelledby={`t-${part.place}`}>
          <h2 id={`t-${part.place}`}>{part.title}</h2>
          <PartConflict part={part} fields={fields} now={now} />
        </section>
      ))}
      <Savebar>
        <Button look="primary">{only && parts.length === 1 ? words.save(only.version + 1) : words.saveMany}</Button>
        <LinkButton href={base}>{words.back}</LinkButton>
      </Savebar>
    </PostForm>
  );
}

function PartConflict({ part, fields, now }: { part: EditorPart; fields: FormFields; now: Date }) {
  const { place, title, text, editedBy, updatedAt, hidden } = part;
  const mine = String(fields[place] ?? "");
  return (
    <>
      <ConflictNote
        fields={[{ label: title, mine, theirs: text }]}
        savedBy={words.savedBy(editedBy, updatedAt ? formatMoment(updatedAt, now) : "")}
      />
      <TextArea name={place} label={words.merged} defaultValue={mine} rows={8} />
      {!hidden && (
        <Check
          name={fieldOf.internal(place)}
          label={messages.editor.internal}
          defaultChecked={fields[fieldOf.internal(place)] !== undefined}
        />
      )}
    </>
  );
}

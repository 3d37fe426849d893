import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatMoment, formatTime } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { TextArea } from "~/ui/field";
import { paper } from "../messages.document.pl";
import { messages } from "../messages.pl";
import type { Editor, EditorPart } from "../queries.editor.server";
import { fieldOf, itemKey } from "../rules";
import type { Section } from "../rules.sections";
import { NewFacts } from "./new-facts";
import { PaperBlocks } from "./paper";

const words = messages.editor;

type Props = {
  editor: Editor;
  base: string;
  now: Date;
  fields?: FormFields;
  errors?: FormErrors;
  isSaving: boolean;
};

/** All twelve sections: tables as they will be printed, and a field wherever the clerk writes. */
export function MinutesSheet({ editor, ...shared }: Props) {
  const partNamed = (name: string) => editor.parts.find(({ key }) => key === name);
  const field = (name: string) => {
    const part = partNamed(name);
    return part && <PartField key={part.key} part={part} {...shared} />;
  };
  return (
    <div className="sheet stack stack--l">
      {editor.sections.map((section) => (
        <section key={section.id} className="stack" aria-labelledby={section.id}>
          <h2 id={section.id}>{section.title}</h2>
          <SectionBody section={section} parts={editor.parts} field={field} />
        </section>
      ))}
      <section className="stack" aria-labelledby="s13">
        <h2 id="s13">{messages.parts.distribution}</h2>
        {field("distribution")}
      </section>
    </div>
  );
}

type BodyProps = { section: Section; parts: EditorPart[]; field: (name: string) => React.ReactNode };

function SectionBody({ section, parts, field }: BodyProps) {
  const items = parts.filter(({ key }) => key.startsWith(itemKey("")));
  const tables = section.blocks.filter(({ kind }) => kind === "table");
  switch (section.name) {
    case "course":
      return items.length === 0 ? (
        <PaperBlocks blocks={section.blocks} brief />
      ) : (
        items.map(({ key, title, startedAt }, i) => (
          <div key={key} className="stack stack--s">
            <h3>{typeset(paper.item(i + 1, title))}</h3>
            {startedAt && (
              <div className="sheet__event">
                <time dateTime={startedAt}>{formatTime(new Date(startedAt))}</time>
                <span>{words.begun}</span>
              </div>
            )}
            {field(key)}
          </div>
        ))
      );
    case "tasks":
      return (
        <>
          {field("findings")}
          <PaperBlocks blocks={tables} brief />
        </>
      );
    case "survey":
      return field("survey");
    case "attachments":
      return field("attachments");
    default:
      return <PaperBlocks blocks={section.blocks} brief />;
  }
}

type FieldProps = Omit<Props, "editor"> & { part: EditorPart };

const HINTS: Record<string, string> = messages.partHints;

/** Keyed by its version: a newer text from the server takes the place of the older one, never of one that was typed. */
function PartField({ part, base, now, fields, errors, isSaving }: FieldProps) {
  const { key, place, title, text, version, hidden, suggestion } = part;
  const typed = fields?.[place];
  const hint = [HINTS[key], version === 0 && suggestion ? words.suggested : ""].filter(Boolean).join(" ");
  return (
    <div className="stack stack--s">
      <input type="hidden" name={fieldOf.version(place)} value={String(fields?.[fieldOf.version(place)] ?? version)} />
      <TextArea
        key={`${place}:${version}`}
        name={place}
        label={words.textOf(title)}
        hideLabel
        hint={hint || undefined}
        error={errors?.[place]}
        rows={rowsFor(text)}
        defaultValue={typeof typed === "string" ? typed : text}
        readOnly={isSaving}
      />
      <div className="cluster cluster--between">
        <InternalCheck part={part} fields={fields} />
        <span className="cluster">
          <PartState part={part} base={base} now={now} />
          <Button small name="save" value={place} about={title}>
            {words.savePart}
          </Button>
        </span>
      </div>
      <NewFacts part={part} />
      {hidden && key !== "distribution" && <p className="small muted">{words.internalItem}</p>}
      {version > 0 && suggestion && suggestion !== text && (
        <details className="small">
          <summary>{words.suggestion}</summary>
          <p className="pre paper">{typeset(suggestion)}</p>
        </details>
      )}
    </div>
  );
}

const rowsFor = (text: string) => Math.min(16, Math.max(3, text.split("\n").length + Math.ceil(text.length / 90)));

function InternalCheck({ part, fields }: { part: EditorPart; fields?: FormFields }) {
  const { place, internal, hidden, version } = part;
  const name = fieldOf.internal(place);
  if (hidden) return <span />;
  return (
    <Check
      key={`${place}:${version}`}
      name={name}
      label={words.internal}
      defaultChecked={fields ? fields[name] !== undefined : internal}
    />
  );
}

function PartState({ part, base, now }: { part: EditorPart; base: string; now: Date }) {
  const { key, version, editedBy, updatedAt, title } = part;
  if (version === 0 || !updatedAt) return null;
  return (
    <span className="small muted">
      {words.version(version, editedBy, formatMoment(updatedAt, now))}{" "}
      <Anchor href={`${base}/history?part=${key}`}>
        {words.history}
        <span className="vh"> – {title}</span>
      </Anchor>
    </span>
  );
}

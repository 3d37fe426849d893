import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatMoment } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { TextArea } from "~/ui/field";
import { autosave as saving } from "../messages.autosave.pl";
import { phrases as phraseWords } from "../messages.phrases.pl";
import { messages } from "../messages.pl";
import type { EditorPart } from "../queries.editor.server";
import { fieldOf } from "../rules";
import { type Desk, isUnsaved } from "../rules.autosave";
import type { FilledPhrase } from "../rules.phrases";
import { NewFacts } from "./new-facts";
import { PartConflict } from "./part-conflict";
import { PhraseChoice, PhrasePicker } from "./phrase-picker";
import { type Autosave, useDesk, useField } from "./use-autosave";
import { useIsLive } from "./use-is-live";
import { usePhrases } from "./use-phrases";

const words = messages.editor;

export type SharedFieldProps = {
  base: string;
  now: Date;
  fields?: FormFields;
  errors?: FormErrors;
  autosave: Autosave;
  phrases: FilledPhrase[];
};
type Props = SharedFieldProps & { part: EditorPart };

const HINTS: Record<string, string> = messages.partHints;

/** The field belongs to whoever types in it: nothing that is saved or read draws it anew. */
export function PartField({ part, base, now, fields, errors, autosave, phrases }: Props) {
  const { key, place, title, text, hidden, suggestion } = part;
  const desk = useDesk(autosave, key);
  const { text: textRef, internal: internalRef } = useField(autosave, key);
  const picker = usePhrases(textRef);
  const version = desk?.version ?? part.version;
  const typed = fields?.[place];
  const hint = [HINTS[key], version === 0 && suggestion ? words.suggested : ""].filter(Boolean).join(" ");
  return (
    <div className="stack stack--s">
      <input type="hidden" name={fieldOf.version(place)} value={version} />
      <TextArea
        ref={textRef}
        name={place}
        label={words.textOf(title)}
        hideLabel
        hint={hint || undefined}
        error={desk?.complaint || errors?.[place]}
        rows={rowsFor(text)}
        defaultValue={typeof typed === "string" ? typed : text}
        onInput={() => autosave.type(key)}
        onBlur={() => void autosave.save(key)}
        onKeyDown={picker.onKeyDown}
      />
      <PhrasePicker picker={picker} phrases={phrases} title={title} />
      <PhraseChoice phrases={phrases} place={place} title={title} />
      {desk?.theirs && <PartConflict desk={desk} theirs={desk.theirs} part={part} now={now} autosave={autosave} />}
      <Tools {...{ picker, title }} />
      <div className="cluster cluster--between">
        {hidden ? (
          <span />
        ) : (
          <Check
            ref={internalRef}
            name={fieldOf.internal(place)}
            label={words.internal}
            defaultChecked={fields ? fields[fieldOf.internal(place)] !== undefined : part.internal}
            onChange={() => autosave.type(key)}
          />
        )}
        <span className="cluster">
          <PartState part={part} desk={desk} base={base} now={now} />
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

type ToolsProps = { picker: ReturnType<typeof usePhrases>; title: string };

/** What only scripts can do. */
function Tools({ picker, title }: ToolsProps) {
  if (!useIsLive()) return null;
  return (
    <div className="cluster">
      <Button small look="quiet" type="button" about={title} onClick={picker.open}>
        {phraseWords.insert}
      </Button>
      <Button
        small
        look="quiet"
        type="button"
        about={title}
        // The selection would be gone when the button takes the focus.
        onMouseDown={(event) => event.preventDefault()}
        onClick={picker.mark}
      >
        {saving.mark}
      </Button>
    </div>
  );
}

const rowsFor = (text: string) => Math.min(16, Math.max(3, text.split("\n").length + Math.ceil(text.length / 90)));

type StateProps = { part: EditorPart; desk: Desk | undefined; base: string; now: Date };

/** Which version stands in the field, and since when it is saved. */
function PartState({ part, desk, base, now }: StateProps) {
  const { key, editedBy, updatedAt, title } = part;
  const version = desk?.version ?? part.version;
  const isNewer = version !== part.version || !updatedAt;
  if (desk && isUnsaved(desk)) return <span className="small muted">{saving.state(desk)}</span>;
  if (version === 0) return null;
  const since = desk?.savedAt ? saving.saved(new Date(desk.savedAt)) : "";
  return (
    <span className="small muted">
      {isNewer
        ? [saving.version(version), since].filter(Boolean).join(" · ")
        : words.version(version, editedBy, formatMoment(updatedAt, now))}{" "}
      <Anchor href={`${base}/history?part=${key}`}>
        {words.history}
        <span className="vh"> – {title}</span>
      </Anchor>
    </span>
  );
}

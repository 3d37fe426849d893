import { ConflictNote } from "~/ui/conflict-note";
import { Note } from "~/ui/notes";
import { ACCESS_FACTS, type DebateKind } from "~db/vocabulary";
import { form } from "../messages.form.pl";
import { accessFacts, kinds } from "../messages.pl";
import { accessField, DEBATE_INPUTS, type DebateFields } from "../schema";
import { DebateForm, type DebateFormProps } from "./debate-form";

export type DebateConflict = { theirs: DebateFields; savedBy: string };

type Props = Omit<DebateFormProps, "submit" | "back" | "children"> & {
  conflict?: DebateConflict;
  /** Guests may have it in their calendars. */
  isTold: boolean;
};

export function EditDebate({ conflict, isTold, ...props }: Props) {
  return (
    <div className="stack">
      {conflict && (
        <ConflictNote fields={differences(props.fields, conflict.theirs, props.evaluable)} savedBy={conflict.savedBy} />
      )}
      <DebateForm {...props} submit={form.save} back={form.discard}>
        {isTold && (
          <Note>
            <p>{form.movedNote}</p>
          </Note>
        )}
      </DebateForm>
    </div>
  );
}

/** Both versions in the words of the screen, field by field. */
function differences(mine: DebateFields, theirs: DebateFields, evaluable: Props["evaluable"]) {
  const shown = (name: string, value: string | null | undefined) => {
    if (!value) return "";
    if (name === "kind") return kinds[value as DebateKind] ?? value;
    if (name === "evaluatesDebateId") return evaluable.find(({ id }) => id === value)?.label ?? value;
    if (name.startsWith("access_")) return value === "yes" ? form.access.yes : form.access.no;
    return value;
  };
  const texts = DEBATE_INPUTS.map((name) => ({ name, label: form.labels[name] }));
  const facts = ACCESS_FACTS.map((fact) => ({ name: accessField(fact), label: accessFacts[fact].label }));
  return [...texts, ...facts].map(({ name, label }) => ({
    label,
    mine: shown(name, mine[name]),
    theirs: shown(name, theirs[name]),
  }));
}

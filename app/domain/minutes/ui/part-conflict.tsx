import { typeset } from "~/platform/language";
import { formatMoment } from "~/platform/time";
import { Button } from "~/ui/button";
import { autosave as words } from "../messages.autosave.pl";
import type { EditorPart } from "../queries.editor.server";
import type { Desk, Theirs } from "../rules.autosave";
import type { Autosave } from "./use-autosave";

type Props = { desk: Desk; theirs: Theirs; part: EditorPart; now: Date; autosave: Autosave };

/** Both texts beside the field, which still belongs to whoever types: the other parts go on saving. */
export function PartConflict({ desk, theirs, part: { key, place, title }, now, autosave }: Props) {
  const { both } = words;
  const heading = `${place}-both`;
  return (
    <section className="note note--warn stack stack--s" aria-labelledby={heading}>
      <p id={heading} className="rows__title">
        {both.title}
        <span className="vh"> – {title}</span>
      </p>
      <p>{typeset(both.about)}</p>
      <div className="pair">
        <Version title={both.theirs} by={both.by(theirs.editedBy, formatMoment(new Date(theirs.updatedAt), now))}>
          {theirs.text}
        </Version>
        <Version title={both.mine}>{desk.typed.text}</Version>
      </div>
      <div className="cluster">
        <Button small look="primary" type="button" about={title} onClick={() => void autosave.keepMine(key)}>
          {both.keep(theirs.version + 1)}
        </Button>
        <Button small type="button" about={title} onClick={() => autosave.append(key, theirs.text)}>
          {both.add}
        </Button>
        <Button small type="button" about={title} onClick={() => autosave.takeTheirs(key)}>
          {both.take}
        </Button>
      </div>
    </section>
  );
}

const Version = ({ title, by, children }: { title: string; by?: string; children: string }) => (
  <div>
    <p className="rows__title">{title}</p>
    {by && <p className="small muted">{by}</p>}
    <p className="pre">{children || words.both.blank}</p>
  </div>
);

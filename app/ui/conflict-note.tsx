import { messages } from "./messages.pl";
import { resultPlace } from "./result-place";

export type ConflictField = { label: string; mine: string; theirs: string };

type Props = {
  fields: readonly ConflictField[];
  /** Who saved and when, e.g. „Anna Lis, 12:44”. */
  savedBy?: string;
  /** A sentence instead of the usual one. */
  text?: string;
};

/**
 * For 409: both texts side by side, above a form that still holds what was typed and carries the newer version.
 * Fields that are equal are left out.
 */
export function ConflictNote({ fields, savedBy, text = messages.conflict.text }: Props) {
  const differing = fields.filter(({ mine, theirs }) => mine !== theirs);
  return (
    <div className="stack">
      <div className="alert" role="alert" {...resultPlace}>
        <h2>{messages.conflict.heading}</h2>
        <p>{text}</p>
      </div>
      {differing.length > 0 && (
        <div className="pair">
          <VersionPanel
            id="konflikt-moja"
            title={messages.conflict.mine}
            note={messages.conflict.mineNote}
            texts={differing.map(({ label, mine }) => [label, mine])}
          />
          <VersionPanel
            id="konflikt-zapisana"
            title={messages.conflict.theirs}
            note={savedBy}
            texts={differing.map(({ label, theirs }) => [label, theirs])}
          />
        </div>
      )}
    </div>
  );
}

type VersionProps = { id: string; title: string; note?: string; texts: [label: string, text: string][] };

function VersionPanel({ id, title, note, texts }: VersionProps) {
  return (
    <section className="card stack" aria-labelledby={id}>
      <div className="cluster cluster--between">
        <h2 id={id}>{title}</h2>
        {note && <span className="small muted">{note}</span>}
      </div>
      <dl className="facts">
        {texts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="pre">{text || <span className="muted">{messages.conflict.blank}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

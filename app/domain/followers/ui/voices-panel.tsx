import { typeset } from "~/platform/language";
import { formatShort } from "~/platform/time";
import { Note } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import type { HallVerdict } from "~db/vocabulary";
import { doubt, office, officeVoice, verdicts } from "../messages.opinions.pl";
import { voicesLine } from "../messages.pl";
import type { Tally } from "../rules.opinions";

type Voices = {
  number: string;
  isAsked: boolean;
  isUnread: boolean;
  supporters: number;
  tally: Tally | null;
  notes: readonly { verdict: HallVerdict; note: string; at: Date; isAuthor: boolean }[];
};

/** Beside a task, before somebody confirms it: what those say who raised or support its matters. Notes are for the office. */
export const VoicesPanel = ({ matters }: { matters: readonly Voices[] }) =>
  matters.length === 0 ? null : (
    <Panel title={office.title} padded>
      <div className="stack">
        {matters.map((matter) => (
          <Voice key={matter.number} {...matter} />
        ))}
      </div>
    </Panel>
  );

function Voice({ number, isAsked, isUnread, supporters, tally, notes }: Voices) {
  const silence = isUnread ? office.nobody : office.none;
  return (
    <div className="stack stack--s">
      <p>
        <b>{number}</b>
        {tally && ` – ${typeset(officeVoice(tally))}`}
      </p>
      <p className="small muted">
        {[tally ? office.voices(tally) : isAsked ? silence : office.notAsked, voicesLine(1, supporters)]
          .filter(Boolean)
          .map(typeset)
          .join(" ")}
      </p>
      {notes.length > 0 && <p className="small muted">{office.notes}</p>}
      {notes.map(({ verdict, note, at, isAuthor }, index) => (
        <div key={index}>
          <p className="small muted">
            {[isAuthor ? office.author : office.supporter, verdicts[verdict], formatShort(at)].join(" · ")}
          </p>
          <p className="paper pre">{typeset(note)}</p>
        </div>
      ))}
    </div>
  );
}

/** Above the button that confirms: whoever was asked does not say that it is done. */
export function DoubtNote({ matters }: { matters: readonly Voices[] }) {
  const doubted = matters.flatMap(({ number, tally }) => (tally && doubt(tally) ? [{ number, tally }] : []));
  if (doubted.length === 0) return null;
  return (
    <Note tone="warn">
      {doubted.map(({ number, tally }) => (
        <p key={number}>
          <b>{number}</b> – {typeset(officeVoice(tally))}
        </p>
      ))}
    </Note>
  );
}

import { typeset } from "~/platform/language";
import { formatMoment } from "~/platform/time";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { messages } from "../messages.pl";

const words = messages.historyOf;

type Text = { version: number; text: string; editedBy: string; at: Date };
type Props = { title: string; texts: Text[]; base: string; now: Date };

/** Every text that was ever saved for a part, newest first. */
export function HistoryPage({ title, texts, base, now }: Props) {
  return (
    <div className="stack">
      <div className="cluster cluster--between">
        <h2>{typeset(words.title(title))}</h2>
        <LinkButton href={base}>{words.back}</LinkButton>
      </div>
      {texts.map(({ version, text, editedBy, at }) => (
        <Panel
          key={version}
          title={words.version(version)}
          aside={<span className="small muted">{`${editedBy}, ${formatMoment(at, now)}`}</span>}
          padded
        >
          <p className="pre">{text ? typeset(text) : words.blank}</p>
        </Panel>
      ))}
      {texts.length === 0 && <Empty title={words.empty} />}
    </div>
  );
}

import { typeset } from "~/platform/language";
import { formatMoment } from "~/platform/time";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { messages } from "../messages.pl";
import { sittingsOf } from "../rules.sittings";

const words = messages.historyOf;

type Text = { version: number; text: string; editedBy: string; at: Date };
type Props = { title: string; texts: Text[]; base: string; now: Date };

/** Every text that was ever saved for a part, newest first: the last of each sitting, and the ones before it on demand. */
export function HistoryPage({ title, texts, base, now }: Props) {
  return (
    <div className="stack">
      <div className="cluster cluster--between">
        <h2>{typeset(words.title(title))}</h2>
        <LinkButton href={base}>{words.back}</LinkButton>
      </div>
      {sittingsOf(texts).map(({ last, earlier }) => (
        <Panel key={last.version} title={words.version(last.version)} aside={<Whose text={last} now={now} />} padded>
          <p className="pre">{last.text ? typeset(last.text) : words.blank}</p>
          {earlier.length > 0 && (
            <details>
              <summary className="small">{words.earlier(earlier.length)}</summary>
              <ol className="stack" reversed>
                {earlier.map((text) => (
                  <li key={text.version} value={text.version}>
                    <Whose text={text} now={now} />
                    <p className="pre">{text.text ? typeset(text.text) : words.blank}</p>
                  </li>
                ))}
              </ol>
            </details>
          )}
        </Panel>
      ))}
      {texts.length === 0 && <Empty title={words.empty} />}
    </div>
  );
}

const Whose = ({ text: { editedBy, at }, now }: { text: Text; now: Date }) => (
  <span className="small muted">{`${editedBy}, ${formatMoment(at, now)}`}</span>
);

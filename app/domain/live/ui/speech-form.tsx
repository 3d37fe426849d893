import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatTime } from "~/platform/time";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { speeches as words } from "../messages.speeches.pl";
import type { Evening } from "../queries.server";
import { useTurn } from "./use-turn";

type Props = { evening: Evening; formKey: string; fields?: FormFields; errors?: FormErrors };

/** Who takes the floor: G and a few letters of the office, or M for a resident. */
export function SpeechForm({ evening, formKey, fields = {}, errors = {} }: Props) {
  const turn = useTurn("speech", Object.keys(errors).length > 0);
  if (!evening.current) return null;
  const { speaker } = fields;
  return (
    <section className="panel" aria-labelledby="glos">
      <div className="panel__head">
        <h2 id="glos">{words.title}</h2>
        <span className="small muted">
          <span className="kbd">G</span> {words.go}
        </span>
      </div>
      <div className="panel__body stack">
        <div className="speech">
          <PostForm key={turn} formKey={formKey} className="speech__say" hidden={{ intent: "speech" }}>
            <Field
              name="speaker"
              id="speaker"
              label={words.speaker}
              hint={words.hint}
              list="speakers"
              maxLength={160}
              autoComplete="off"
              defaultValue={typeof speaker === "string" ? speaker : ""}
              error={errors.speaker}
            />
            <Button>{words.save}</Button>
          </PostForm>
          <PostForm formKey={`${formKey}-m`} hidden={{ intent: "speech", speaker: words.resident }} className="">
            <Button kbd="M">{words.resident}</Button>
          </PostForm>
        </div>
        <datalist id="speakers">
          {evening.speakers.map((office) => (
            <option key={office} value={office} />
          ))}
        </datalist>
        <Last evening={evening} formKey={formKey} />
      </div>
    </section>
  );
}

/** The newest on top; each can be taken back. */
const Last = ({ evening, formKey }: Pick<Props, "evening" | "formKey">) =>
  evening.speeches.length > 0 && (
    <ol className="said" aria-label={words.last}>
      {evening.speeches.map(({ id, speaker, at }) => (
        <li key={id}>
          <time dateTime={new Date(at).toISOString()}>{formatTime(new Date(at))}</time>
          <span>{typeset(speaker)}</span>
          <PostForm formKey={formKey} className="" hidden={{ intent: "unspeech", speechId: id }}>
            <Button small look="quiet" about={speaker}>
              {words.takeBack}
            </Button>
          </PostForm>
        </li>
      ))}
    </ol>
  );

import { competence } from "~/domain/directory/messages.competence.pl";
import { messages as motions } from "~/domain/motions/messages.pl";
import type { FormErrors, FormFields } from "~/platform/forms";
import { formatShort, formatTime } from "~/platform/time";
import { Badge, type Tone } from "~/ui/badge";
import { Button } from "~/ui/button";
import { DateField, Field, Select } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import type { MotionOutcome } from "~db/vocabulary";
import { messages } from "../messages.pl";
import type { Evening, HallRow } from "../queries.server";

type Refused = { motionId: string; fields: FormFields; errors: FormErrors };

/** Each motion has a form of its own with the same fields, so a link of the summary names the motion, too. */
export function summaryOf({ motionId, errors }: Refused) {
  const { answer, body, capture, mergeInto } = messages;
  const labels: Record<string, string> = { answer, bodyId: body, dueOn: capture.dueOn, into: mergeInto };
  const named = Object.entries(errors).map(([name, error]) => ({
    name: name === "root" ? name : `${name}-${motionId}`,
    label: labels[name],
    error,
  }));
  return {
    errors: Object.fromEntries(named.map(({ name, error }) => [name, error])),
    labels: Object.fromEntries(named.flatMap(({ name, label }) => (label ? [[name, label]] : []))),
  };
}

type Props = { evening: Evening; formKey: string; refused?: Refused };

/** Motions of the evening, the newest on top; each either says what became of it or asks. */
export function TakenList({ evening, formKey, refused }: Props) {
  const undecided = evening.motions.find(({ outcome }) => outcome === null);
  return (
    <section className="panel" aria-labelledby="zapisane">
      <div className="panel__head">
        <h2 id="zapisane">
          {messages.taken} <span className="count">{evening.motions.length}</span>
        </h2>
        <span className="small muted">{messages.newestFirst}</span>
      </div>
      {evening.motions.length === 0 && <p className="panel__body muted">{messages.nothingTaken}</p>}
      <ol className="taken">
        {evening.motions.map((row) => (
          <li key={row.id} id={`motion-${row.id}`} className={row.id === undecided?.id ? "is-new" : undefined}>
            <b className="taken__no">{row.sequence}</b>
            <div className="stack stack--s">
              <div>
                <p className="rows__title">{row.text}</p>
                <p className="rows__sub">
                  {[motions.categories[row.category], row.place, motions.raisedBy[row.raisedBy], formatTime(row.at)]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              {row.outcome && (
                <p className="cluster">
                  <Badge tone={TONES[row.outcome]}>{said(row)}</Badge>
                </p>
              )}
              {canChange(row) && (
                <details className="more" open={row.id === undecided?.id || row.id === refused?.motionId}>
                  <summary>{row.outcome ? messages.change : messages.decide(row.number)}</summary>
                  <OutcomeForm
                    row={row}
                    evening={evening}
                    formKey={formKey}
                    refused={row.id === refused?.motionId ? refused : undefined}
                    withKeys={row.id === undecided?.id}
                  />
                </details>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const TONES: Record<MotionOutcome, Tone> = {
  answered_on_spot: "done",
  task: "go",
  referred: "sent",
  merged: "neutral",
  out_of_scope: "neutral",
  police_only: "secret",
};

function said({ outcome, task, referredTo, mergedInto }: HallRow) {
  if (outcome === "task" && task) return messages.settled.task(task.owner, formatShort(task.dueOn));
  if (outcome === "referred" && referredTo) return messages.settled.refer(referredTo);
  if (outcome === "merged" && mergedInto) return messages.settled.merged(mergedInto);
  return outcome ? motions.states[outcome] : "";
}

/** A task is changed as a task, a merged or a secret motion no more on this screen. */
const canChange = ({ outcome }: HallRow) =>
  outcome === null || outcome === "answered_on_spot" || outcome === "referred" || outcome === "out_of_scope";

type FormProps = { row: HallRow; evening: Evening; formKey: string; refused?: Refused; withKeys: boolean };

/** The six outcomes are submit buttons of one form; keys 1 to 6 press them for the motion that waits longest on top. */
function OutcomeForm({ row, evening, formKey, refused, withKeys }: FormProps) {
  const text = (name: string) => (typeof refused?.fields[name] === "string" ? refused.fields[name] : "");
  const id = (name: string) => `${name}-${row.id}`;
  const others = evening.motions.filter(
    (other) => other.id !== row.id && other.outcome !== "merged" && other.outcome !== "police_only",
  );
  const { outcomes } = messages;
  const buttons = [
    ["answered", outcomes.answered],
    ["task", outcomes.task],
    ["refer", outcomes.refer],
    ["merge", outcomes.merge],
    ["police", outcomes.police],
    ["out", outcomes.out],
  ] as const;
  return (
    <PostForm
      formKey={formKey}
      version={row.version}
      className="stack stack--s mt"
      label={messages.decide(row.number)}
      hidden={{ intent: "outcome", motionId: row.id }}
    >
      {/* What Enter in a field presses: nothing is decided by a key that was only meant to end a line. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" name="outcome" value="" />
      {refused?.errors.root && <p className="field__error">{refused.errors.root.message}</p>}
      <Field
        name="answer"
        id={id("answer")}
        label={messages.answer}
        defaultValue={text("answer") || ""}
        error={refused?.errors.answer}
        autoComplete="off"
      />
      <div className="pair">
        <Select
          name="bodyId"
          id={id("bodyId")}
          label={messages.body}
          hint={row.suggestion ? competence.suggestion(row.suggestion) : undefined}
          placeholder={messages.bodyChoose}
          options={evening.bodies.map((body) => ({ value: body.id, label: body.name }))}
          defaultValue={text("bodyId")}
          error={refused?.errors.bodyId}
        />
        <DateField
          name="dueOn"
          id={id("dueOn")}
          label={messages.capture.dueOn}
          optional
          defaultValue={text("dueOn")}
          error={refused?.errors.dueOn}
        />
        {others.length > 0 && (
          <Select
            name="into"
            id={id("into")}
            label={messages.mergeInto}
            placeholder={messages.mergeChoose}
            options={others.map((other) => ({
              value: other.id,
              label: `${other.sequence}. ${other.text.slice(0, 60)}`,
            }))}
            defaultValue={text("into")}
            error={refused?.errors.into}
          />
        )}
      </div>
      {refused?.errors.outcome && <p className="field__error">{refused.errors.outcome.message}</p>}
      <div className="cluster" id={id("outcome")} tabIndex={-1}>
        {buttons.map(([value, label], i) => (
          <Button
            key={value}
            small
            name="outcome"
            value={value}
            about={`wniosek ${row.sequence}`}
            kbd={withKeys ? String(i + 1) : undefined}
          >
            {label}
          </Button>
        ))}
      </div>
    </PostForm>
  );
}

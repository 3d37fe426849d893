import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { dateParts, formatShort, today } from "~/platform/time";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { ConflictNote } from "~/ui/conflict-note";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, Field, Select, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import type { PublicUnit } from "~/ui/public-page";
import type { CalendarDate, DueBasis, RsvpStatus, Settlement, TaskState } from "~db/vocabulary";
import { desk } from "../messages.desk.pl";
import { chain as chainWords } from "../messages.due.pl";
import { messages } from "../messages.pl";
import { type DeskAnswer, deskAnswers } from "../rules.desk";
import { type DeskEntry, DeskHistory } from "./desk-history";
import { DueExplanation } from "./due-explanation";
import { EvidenceFields } from "./evidence-panel";
import { type ChainLink, TaskChain } from "./task-chain";

export type DeskTask = {
  returned: string;
  id: string;
  number: string;
  sequence: number;
  version: number;
  title: string;
  state: TaskState;
  result: string;
  budgetYear: number | null;
  dueOn: CalendarDate;
  dueBasis: DueBasis;
  dueFrom: CalendarDate | null;
  heardAt: Date | null;
  priority: boolean;
  progress: number;
  proposedDueOn: CalendarDate | null;
  proposedAt: Date | null;
  disownedAt: Date | null;
  files: { id: string; title: string; mediaType: string; size: number; public: boolean }[];
  createdAt: Date;
  debateNumber: number;
  debateYear: number;
  motions: { number: string; place: string; text: string }[];
};

export type Invitation = {
  id: string;
  officeTitle: string;
  status: RsvpStatus;
  topic: string;
  startsAt: Date;
  endsAt: Date;
  venueName: string;
};

export type DeskMotion = {
  id: string;
  number: string;
  place: string;
  text: string;
  topic: string;
  referredAt: Date | null;
  settlement: Settlement | null;
};

export type DeskProps = {
  unit: PublicUnit;
  body: { name: string };
  path: string;
  now: Date;
  tasks: DeskTask[];
  motions: DeskMotion[];
  invitations: Invitation[];
  /** Bodies that may be named as competent. */
  bodies: { id: string; name: string }[];
  /** What was said about the task whose form is open. */
  entries: DeskEntry[];
  /** Through whose hands it has gone. */
  chain: ChainLink[];
  /** Whose form is open. */
  task?: DeskTask;
  /** The number of the task that was answered just now. */
  sent?: string;
  formKey: string;
  fields: FormFields;
  errors?: FormErrors;
  isStale?: boolean;
};

type Props = DeskProps & { task: DeskTask };
const typed = (fields: DeskProps["fields"], name: string) => String(fields[name] ?? "");

/** Somebody was faster: both versions side by side, and what was typed is still in the form. */
export function DeskProblem({ task, fields, errors, isStale }: DeskProps) {
  if (!isStale || !task) return <ErrorSummary errors={errors} labels={desk.labels} />;
  const wanted = desk.answers[typed(fields, "answer") as DeskAnswer];
  return (
    <ConflictNote
      text={messages.refusals.stale}
      fields={[
        { label: desk.legend, mine: wanted?.label ?? "", theirs: messages.states[task.state] },
        { label: desk.text, mine: typed(fields, "text"), theirs: task.result },
        { label: desk.dueOn, mine: typed(fields, "dueOn"), theirs: formatShort(task.dueOn) },
      ]}
    />
  );
}

/** What is asked, and one form to say how it stands. Fields of an answer show with it, by CSS alone. */
export function DeskForm({ task, path, now, bodies, entries, chain, formKey, fields, errors }: Props) {
  return (
    <section className="card stack" aria-labelledby="odpowiedz">
      <h2 id="odpowiedz">{desk.formTitle(task.number)}</h2>
      <p>
        <b>{typeset(task.title)}</b>
      </p>
      {task.motions.length > 0 && (
        <details className="more">
          <summary>{desk.motions(task.motions.length)}</summary>
          {task.motions.map(({ number, place, text }) => (
            <p key={number} className="pre">
              {number}
              {place && `, ${typeset(place)}`}: {typeset(text)}
            </p>
          ))}
        </details>
      )}
      <Way links={chain} />
      <DueExplanation task={task} />
      <DeskHistory entries={entries} now={now} />
      <PostForm formKey={formKey} version={task.version} action={path} multipart hidden={{ taskId: task.id }}>
        <Choices
          name="answer"
          label={desk.legend}
          chosen={typed(fields, "answer")}
          error={errors?.answer}
          options={deskAnswers(task.state).map((answer) => ({
            value: answer,
            label: typeset(desk.answers[answer].label),
            hint: typeset(desk.answers[answer].hint),
            reveal: extraOf({ answer, task, now, bodies, fields, errors }),
          }))}
        />
        <TextArea
          name="text"
          label={desk.text}
          hint={desk.textHint}
          rows={4}
          maxLength={1500}
          defaultValue={typed(fields, "text")}
          error={errors?.text}
        />
        <EvidenceFields fields={fields} errors={errors} optional />
        <div className="pair">
          <Field
            name="author"
            label={desk.author}
            hint={desk.authorHint}
            autoComplete="name"
            maxLength={200}
            defaultValue={typed(fields, "author")}
            error={errors?.author}
          />
          <Field
            name="authorPost"
            label={desk.authorPost}
            hint={desk.authorPostHint}
            autoComplete="organization-title"
            maxLength={200}
            defaultValue={typed(fields, "authorPost")}
            error={errors?.authorPost}
          />
        </div>
        <div className="cluster">
          <Button look="primary">{desk.submit}</Button>
        </div>
      </PostForm>
    </section>
  );
}

/** Whoever gets a matter from another body reads first why it has come. */
const Way = ({ links }: { links: readonly ChainLink[] }) =>
  links.length < 2 ? null : (
    <>
      <h3>{chainWords.title}</h3>
      <TaskChain links={links} />
    </>
  );

type ExtraProps = Pick<Props, "task" | "now" | "bodies" | "fields" | "errors"> & { answer: DeskAnswer };

/** Fields that belong to one answer only; undefined where there are none. */
function extraOf({ answer, task, now, bodies, fields, errors }: ExtraProps) {
  if (answer === "in_progress")
    return (
      <Field
        name="progress"
        label={desk.progress}
        hint={desk.progressHint}
        optional
        inputMode="numeric"
        width="s"
        defaultValue={typed(fields, "progress")}
        error={errors?.progress}
      />
    );
  if (answer === "needs_funds")
    return (
      <Field
        name="budgetYear"
        label={desk.budgetYear}
        hint={desk.budgetYearHint(dateParts(today(now)).year + 1)}
        inputMode="numeric"
        width="s"
        defaultValue={typed(fields, "budgetYear")}
        error={errors?.budgetYear}
      />
    );
  if (answer === "more_time")
    return (
      <DateField
        name="dueOn"
        label={desk.dueOn}
        hint={desk.dueOnHint(task.dueOn)}
        defaultValue={typed(fields, "dueOn")}
        error={errors?.dueOn}
      />
    );
  if (answer === "not_ours")
    return (
      <Select
        name="toBodyId"
        label={desk.toBody}
        hint={desk.toBodyHint}
        placeholder={desk.unknownBody}
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={typed(fields, "toBodyId")}
        error={errors?.toBodyId}
      />
    );
  return undefined;
}

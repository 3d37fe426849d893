import type { FormErrors, FormFields } from "~/platform/forms";
import { formatShort } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { Check } from "~/ui/choices";
import { ConflictNote } from "~/ui/conflict-note";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, Field, Select, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import type { CalendarDate, DueBasis, TaskState } from "~db/vocabulary";
import { give, page } from "../messages.page.pl";
import { messages } from "../messages.pl";
import { isReturned, nextStates } from "../rules";
import { DueFields } from "./due-fields";
import type { TaskDetails } from "./task-page";

export type TaskForm = {
  task: TaskDetails;
  path: string;
  formKey: string;
  fields: FormFields;
  errors?: FormErrors;
  /** Somebody was faster: both versions are shown, and the form carries the newer one. */
  isStale?: boolean;
};

const typed = (fields: FormFields, name: string) => String(fields[name] ?? "");

export function Problem({ task, fields, errors, isStale }: TaskForm) {
  if (!isStale) return <ErrorSummary errors={errors} labels={give.labels} />;
  const wanted = typed(fields, "to") as TaskState;
  return (
    <ConflictNote
      text={messages.refusals.stale}
      fields={[
        {
          label: messages.entries.state,
          mine: messages.states[wanted] ?? messages.states[task.state],
          theirs: messages.states[task.state],
        },
        { label: page.text, mine: typed(fields, "text"), theirs: task.result },
        { label: page.facts.due, mine: typed(fields, "dueOn"), theirs: formatShort(task.dueOn) },
      ].filter(({ mine }) => mine !== "")}
    />
  );
}

const YEARS_AHEAD = 6;

/** One form: the text once, and a button for each thing that can be done with it. */
export function MoveForm(props: TaskForm & { year: number }) {
  const { task, path, formKey, fields, errors, year } = props;
  const primary = primaryOf(task.state);
  const moves = [...nextStates(task.state, "staff")].sort((a, b) => Number(b === primary) - Number(a === primary));
  if (moves.length === 0) return <Note>{page.closed}</Note>;
  const years = Array.from({ length: YEARS_AHEAD }, (_, i) => String(year + i));
  return (
    <Panel title={page.change} padded>
      <PostForm formKey={formKey} version={task.version} action={path} hidden={{ do: "move" }}>
        <TextArea
          name="text"
          label={page.text}
          hint={task.internal ? page.textHintInternal : page.textHint}
          rows={3}
          maxLength={4000}
          defaultValue={typed(fields, "text")}
          error={errors?.text}
        />
        <div className="pair">
          {moves.includes("needs_funds") && (
            <Select
              name="budgetYear"
              label={page.budgetYear}
              hint={page.budgetYearHint}
              placeholder={page.noYear}
              defaultValue={typed(fields, "budgetYear")}
              options={years.map((value) => ({ value, label: value }))}
              error={errors?.budgetYear}
            />
          )}
          {moves.includes("in_progress") && (
            <Field
              name="progress"
              label={page.progress}
              hint={page.progressHint}
              optional
              inputMode="numeric"
              width="xs"
              defaultValue={typed(fields, "progress")}
              error={errors?.progress}
            />
          )}
          <Field
            name="author"
            label={page.author}
            hint={page.authorHint}
            optional
            maxLength={200}
            defaultValue={typed(fields, "author")}
            error={errors?.author}
          />
        </div>
        <div className="cluster">
          {/* The first button is what Enter in the line above presses: the one that changes nothing in public. */}
          <Button name="to" value="note">
            {page.note}
          </Button>
          {moves.map((to) => (
            <Button key={to} name="to" value={to} look={to === primary ? "primary" : undefined}>
              {isReturned({ fromState: task.state, toState: to, author: "" }) ? page.sendBack : page.buttons[to]}
            </Button>
          ))}
        </div>
      </PostForm>
    </Panel>
  );
}

const primaryOf = (state: TaskState): TaskState | undefined => (state === "reported_done" ? "confirmed" : undefined);

export function ExtendForm({ task, path, formKey, fields, errors }: TaskForm) {
  return (
    <Panel title={page.extendTitle} padded>
      <PostForm formKey={formKey} version={task.version} action={`${path}?do=extend`} hidden={{ do: "extend" }}>
        <DateField
          name="dueOn"
          label={page.extendTitle}
          hint={page.extendHint(task.dueOn)}
          defaultValue={typed(fields, "dueOn")}
          error={errors?.dueOn}
        />
        <Reason fields={fields} errors={errors} />
        <Buttons submit={page.extendSubmit} path={path} />
      </PostForm>
    </Panel>
  );
}

type TransferProps = TaskForm & {
  /** Bodies that have had the matter. */
  chain: readonly { ownerBodyId: string }[];
  bodies: { id: string; name: string }[];
  due: Record<DueBasis, CalendarDate>;
};

export function TransferForm({ task, path, formKey, fields, errors, bodies, due, chain }: TransferProps) {
  return (
    <Panel title={page.transferTitle} padded>
      <PostForm formKey={formKey} version={task.version} action={`${path}?do=transfer`} hidden={{ do: "transfer" }}>
        <p>{page.transferText}</p>
        <Select
          name="toBodyId"
          label={page.transferBody}
          placeholder={page.pickBody}
          defaultValue={typed(fields, "toBodyId")}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          error={errors?.toBodyId}
        />
        {chain.some(({ ownerBodyId }) => ownerBodyId === typed(fields, "toBodyId")) && (
          <Check name="again" label={page.transferAgain} defaultChecked={Boolean(fields.again)} />
        )}
        <Reason fields={fields} errors={errors} />
        <DueFields endOf={(basis) => due[basis]} usual="art_243" fields={fields} errors={errors} />
        <Buttons submit={page.transferSubmit} path={path} />
      </PostForm>
    </Panel>
  );
}

export function RemindForm({ task, path, formKey }: TaskForm) {
  return (
    <Panel title={page.remindTitle(task.ownerName)} padded>
      <PostForm formKey={formKey} action={`${path}?do=remind`} hidden={{ do: "remind" }}>
        <p>{task.ownerEmail ? page.remindText(task.ownerEmail) : messages.refusals.no_email}</p>
        {task.ownerEmail ? <Buttons submit={page.remindSubmit} path={path} /> : null}
      </PostForm>
    </Panel>
  );
}

const Reason = ({ fields, errors }: Pick<TaskForm, "fields" | "errors">) => (
  <TextArea
    name="text"
    label={page.reason}
    hint={page.reasonHint}
    rows={3}
    maxLength={4000}
    defaultValue={typed(fields, "text")}
    error={errors?.text}
  />
);

const Buttons = ({ submit, path }: { submit: string; path: string }) => (
  <div className="cluster">
    <Button look="primary">{submit}</Button>
    <LinkButton href={path}>{page.back}</LinkButton>
  </div>
);

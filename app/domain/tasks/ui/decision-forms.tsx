import { typeset } from "~/platform/language";
import { formatShortWithTime } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Panel } from "~/ui/panel";
import { page } from "../messages.page.pl";
import { mayExtend } from "../rules";
import type { TaskForm } from "./task-forms";

/** What the body waits for: another date, or the word whose matter it is. Nothing where it waits for nothing. */
export function Decisions(props: TaskForm) {
  const { task } = props;
  if (task.disownedAt) return <Disowned {...props} />;
  return task.proposedDueOn && mayExtend(task.state) ? <AskedDate {...props} dueOn={task.proposedDueOn} /> : null;
}

function AskedDate({ dueOn, ...props }: TaskForm & { dueOn: NonNullable<TaskForm["task"]["proposedDueOn"]> }) {
  const { task, path, formKey } = props;
  const { asked } = page;
  return (
    <Panel title={asked.title} padded>
      <div className="stack">
        <p>
          <b>{asked.wanted(dueOn)}</b>
          <br />
          {asked.now(task.dueOn)}
        </p>
        <p className="paper pre">{typeset(task.proposedReason)}</p>
        <p className="small muted">
          {asked.by(task.proposedBy, task.proposedAt ? formatShortWithTime(task.proposedAt) : "")}
        </p>
        <p className="small">{asked.stopped}</p>
        <PostForm
          formKey={`${formKey}-g`}
          version={task.version}
          action={path}
          hidden={{ do: "grant" }}
          label={asked.grant}
        >
          <div className="cluster">
            <Button look="primary">{asked.grant}</Button>
          </div>
        </PostForm>
        <Reason {...props} wish="decline" label={asked.reason} hint={asked.reasonHint} submit={asked.decline} />
      </div>
    </Panel>
  );
}

function Disowned(props: TaskForm) {
  const { task, path } = props;
  const { disowned } = page;
  return (
    <Panel title={disowned.title} padded>
      <div className="stack">
        <p className="paper pre">{typeset(task.disownedReason)}</p>
        <p>{disowned.text}</p>
        <p>
          <LinkButton look="primary" href={`${path}?do=transfer`}>
            {disowned.transfer}
          </LinkButton>
        </p>
        <Reason
          {...props}
          wish="insist"
          label={disowned.reason}
          hint={page.asked.reasonHint}
          submit={disowned.insist}
        />
      </div>
    </Panel>
  );
}

type ReasonProps = TaskForm & { wish: "decline" | "insist"; label: string; hint: string; submit: string };

function Reason({ wish, label, hint, submit, task, path, formKey, fields, errors }: ReasonProps) {
  const isMine = fields.do === wish;
  return (
    <PostForm formKey={`${formKey}-r`} version={task.version} action={path} hidden={{ do: wish }} label={submit}>
      <TextArea
        name="text"
        id={isMine ? "text" : `text-${wish}`}
        label={label}
        hint={hint}
        rows={2}
        maxLength={4000}
        defaultValue={isMine ? String(fields.text ?? "") : ""}
        error={isMine ? errors?.text : undefined}
      />
      <div className="cluster">
        <Button>{submit}</Button>
      </div>
    </PostForm>
  );
}

/** One button: this one first, or no longer. */
export function PriorityForm({ task, path, formKey, errors }: TaskForm) {
  const [submit, hidden] = task.priority
    ? [page.priorityOff, { do: "priority" }]
    : [page.priorityOn, { do: "priority", priority: "on" }];
  return (
    <PostForm formKey={`${formKey}-p`} version={task.version} action={path} hidden={hidden} className="" label={submit}>
      {errors?.priority && <p className="field__error">{errors.priority.message}</p>}
      <Button small>{submit}</Button>
    </PostForm>
  );
}

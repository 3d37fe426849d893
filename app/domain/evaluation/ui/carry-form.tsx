import type { FormErrors, FormFields } from "~/platform/forms";
import { listed, typeset } from "~/platform/language";
import { formatShortWithWeekday } from "~/platform/time";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { DateField } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Panel } from "~/ui/panel";
import { carry, messages } from "../messages.pl";
import type { Carry } from "../queries.page.server";

type Props = {
  carried: Carry;
  path: string;
  mayOrganize: boolean;
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
};

/** What nobody has kept goes on: ticked at first, each with a day that may be changed. */
export function CarryForm({ carried, path, mayOrganize, formKey, fields, errors }: Props) {
  const { rows, taken, mayFinish } = carried;
  const typed = fields?.intent === "carry" ? fields : undefined;
  const isTicked = (id: string) => !typed || [typed.taskIds ?? []].flat().includes(id);
  return (
    <Panel title={carry.title} count={rows.length} id="przenoszone" padded>
      <div className="stack">
        {taken.length > 0 && <p>{typeset(carry.taken(listed(taken)))}</p>}
        {rows.length === 0 ? (
          taken.length === 0 && <p className="muted">{carry.none}</p>
        ) : !mayFinish ? (
          <p className="muted">{carry.early}</p>
        ) : (
          <>
            <p className="muted">{carry.intro}</p>
            <PostForm formKey={formKey} action={path} label={carry.title} hidden={{ intent: "carry" }}>
              {rows.map(({ taskId, number, title, ownerName, state, dueOn, internal }) => (
                <div key={taskId} className="pair">
                  <Check
                    id={`task-${taskId}`}
                    name="taskIds[]"
                    value={taskId}
                    label={typeset(`${number} · ${title}`)}
                    hint={[ownerName, state, internal && messages.reports.secret].filter(Boolean).join(" · ")}
                    defaultChecked={isTicked(taskId)}
                    disabled={!mayOrganize}
                  />
                  <DateField
                    name={`due-${taskId}`}
                    label={carry.dueOn}
                    hint={carry.dueHint(formatShortWithWeekday(dueOn))}
                    optional
                    defaultValue={String(typed?.[`due-${taskId}`] ?? "")}
                    error={errors?.[`due-${taskId}`]}
                  />
                </div>
              ))}
              {mayOrganize && (
                <div className="cluster">
                  <Button>{carry.submit}</Button>
                </div>
              )}
            </PostForm>
          </>
        )}
      </div>
    </Panel>
  );
}

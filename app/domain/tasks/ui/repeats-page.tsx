import { messages as motionMessages } from "~/domain/motions/messages.pl";
import { repeats as text } from "~/domain/motions/messages.repeats.pl";
import { OfficeMotionBadge } from "~/domain/motions/ui/motion-badge";
import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatShort } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Empty } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import type { RepeatWithTasks } from "../queries.repeats.server";
import { StateBadge } from "./task-badges";

type Props = {
  home: string;
  groups: RepeatWithTasks[];
  mayOrganize: boolean;
  formKey: string;
  fields: FormFields;
  errors?: FormErrors;
};

/** The same thing at the same place, with everything that was done about it. */
export function RepeatsPage({ home, groups, errors, ...form }: Props) {
  return (
    <>
      <TopBar
        title={text.title}
        sub={typeset(text.sub)}
        crumbs={[{ label: "Wnioski", href: `${home}/motions` }, { label: text.title }]}
      />
      <ErrorSummary errors={errors} labels={text.labels} />
      <div className="stack">
        {groups.length === 0 && (
          <Empty title={text.empty}>
            <p>{typeset(text.emptyText)}</p>
          </Empty>
        )}
        {groups.map((group) => (
          <Group key={`${group.category} ${group.placeKey}`} group={group} home={home} errors={errors} {...form} />
        ))}
      </div>
    </>
  );
}

type GroupProps = Omit<Props, "groups"> & { group: RepeatWithTasks };

function Group({ group, home, mayOrganize, formKey, fields, errors }: GroupProps) {
  const { category, placeKey, place, many, debates, motions } = group;
  const title = text.heading(motionMessages.categories[category], place);
  const isMine = fields.category === category && fields.placeKey === placeKey;
  return (
    <Panel title={typeset(title)} aside={<Badge tone="part">{typeset(text.figures(many, debates))}</Badge>}>
      <Table
        caption={title}
        columns={[
          {
            label: "Wniosek",
            cell: ({ id, debateId, number, textPublic }) => (
              <>
                <Anchor href={`${home}/debates/${debateId}/motions?wniosek=${id}#wniosek`}>{number}</Anchor>{" "}
                {typeset(textPublic)}
              </>
            ),
          },
          { label: "Zgłoszono", cell: ({ submittedAt }) => formatShort(submittedAt) },
          { label: "Stan", cell: (motion) => <OfficeMotionBadge {...motion} /> },
          {
            label: text.tasks,
            cell: ({ tasks }) =>
              tasks.length === 0
                ? text.noTask
                : tasks.map((task) => (
                    <p key={task.id}>
                      <Anchor href={`${home}/tasks/${task.id}`}>{task.number}</Anchor> {typeset(task.ownerName)}{" "}
                      <StateBadge {...task} />
                    </p>
                  )),
          },
        ]}
        rows={motions}
        rowKey={({ id }) => id}
      />
      {mayOrganize && (
        <details className="more panel__body" open={isMine}>
          <summary>{text.dismiss}</summary>
          <PostForm formKey={formKey} action={`${home}/motions/repeats`} hidden={{ category, placeKey }} label={title}>
            <TextArea
              name="note"
              id={`note-${category}-${placeKey.replaceAll(" ", "-")}`}
              label={text.note}
              hint={text.noteHint}
              rows={2}
              maxLength={1000}
              defaultValue={isMine ? String(fields.note ?? "") : ""}
              error={isMine ? errors?.note : undefined}
            />
            <div className="cluster">
              <Button about={title}>{text.submit}</Button>
            </div>
          </PostForm>
        </details>
      )}
    </Panel>
  );
}

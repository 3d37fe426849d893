import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getDebate } from "~/domain/debates/queries.server";
import { listCompetences } from "~/domain/directory/queries.competence.server";
import { listBodies } from "~/domain/directory/queries.server";
import { type Suggestion, suggestBody } from "~/domain/directory/rules.competence";
import { once } from "~/domain/history/commands.server";
import { titleOf } from "~/domain/motions/rules.referral";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { giveTask } from "~/domain/tasks/commands.server";
import { give } from "~/domain/tasks/messages.page.pl";
import { messages } from "~/domain/tasks/messages.pl";
import { listCarried } from "~/domain/tasks/queries.carry.server";
import { listTaskable, type TaskableMotion } from "~/domain/tasks/queries.give.server";
import { explainRefusal } from "~/domain/tasks/queries.priorities.server";
import { listTasks } from "~/domain/tasks/queries.server";
import { prioritiesFirst } from "~/domain/tasks/rules";
import { explainAllSuggested, withSuggestedDue } from "~/domain/tasks/rules.due";
import { taskSchema } from "~/domain/tasks/schema";
import { GiveForm } from "~/domain/tasks/ui/give-form";
import { TaskTable } from "~/domain/tasks/ui/tasks-page";
import { type FormFields, type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";
import { Anchor } from "~/ui/anchor";
import { ErrorSummary } from "~/ui/error-summary";
import { ListLinks } from "~/ui/list-links";
import { Panel } from "~/ui/panel";

const MOST = 500;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const now = new Date();
  const debate = await getDebate(scope, nameIn(params.id));
  const motions = await listTaskable(scope, debate.id);
  const chosen = motions.find(({ id }) => id === new URL(request.url).searchParams.get("motion"));
  const suggestion = chosen ? suggestBody(await listCompetences(scope), chosen) : null;
  return {
    home: `/o/${unit.slug}`,
    path: `/o/${unit.slug}/debates/${debate.id}/tasks`,
    motionsPath: `/o/${unit.slug}/debates/${debate.id}/motions`,
    now,
    carried: await listCarried(scope, debate.id),
    rows: prioritiesFirst(await listTasks(scope, { debateId: debate.id, limit: MOST }, now)),
    mayGive: may(me.role, "organize"),
    motions,
    bodies: (await listBodies(scope)).map(({ id, name }) => ({ id, name })),
    due: explainAllSuggested(debate.startsAt, now),
    suggestion,
    suggested: chosen ? fieldsFor(chosen, suggestion) : {},
    formKey: newFormKey(),
  };
}

/** A motion brings its words and, if it was referred, its owner and the statutory basis of passing it on. */
const fieldsFor = (
  { id, textPublic, referredToBodyId }: TaskableMotion,
  suggestion: Suggestion | null,
): FormFields => ({
  motionIds: [id],
  title: titleOf({ textPublic }),
  ...(suggestion ? { ownerBodyId: suggestion.bodyId } : {}),
  ...(referredToBodyId ? { ownerBodyId: referredToBodyId, dueBasis: "art_243" } : {}),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const debate = await getDebate(scope, nameIn(params.id));
  const read = await readFields(request);
  const { fields, key } = read;
  const form = parseFields({ ...read, fields: withSuggestedDue(fields, debate.startsAt, new Date()) }, taskSchema);
  if (!form.ok) return data({ fields, key, errors: form.errors }, 422);
  const result = await once(scope, key, () => giveTask(scope, debate.id, form.value));
  if (result.ok) return redirect(`/o/${unit.slug}/tasks/${result.value.id}`, 303);
  const { reason } = result;
  const sentence = await explainRefusal(scope, { debateId: debate.id }, reason);
  const errors = refusedBecause(sentence ?? messages.refusals[reason], messages.fieldOf[reason]);
  return data({ fields, key, errors }, 409);
}

export default function DebateTasks() {
  const { home, now, rows, carried, mayGive, suggested, formKey, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  // Who comes from a motion, or has just been refused, wants the form first; else the list is what is read.
  const isAsked = Boolean(refused) || "motionIds" in suggested;
  const newTask = mayGive && (
    <GiveForm
      key={JSON.stringify(suggested)}
      {...form}
      formKey={refused?.key ?? formKey}
      fields={refused?.fields ?? suggested}
      errors={refused?.errors}
    />
  );
  return (
    <div className="stack">
      <ErrorSummary errors={refused?.errors} labels={give.labels} />
      {isAsked && newTask}
      <Panel
        title={give.title}
        count={rows.length}
        aside={
          mayGive &&
          !isAsked && (
            <Anchor className="small" href="#nowe">
              {give.newTitle}
            </Anchor>
          )
        }
      >
        {rows.length > 0 ? <TaskTable rows={rows} home={home} now={now} /> : <p className="panel__body">{give.none}</p>}
        {rows.length > 0 && <ListLinks slug="zadania-lista" about={give.title} />}
      </Panel>
      {carried.length > 0 && (
        <Panel title={give.carriedTitle} count={carried.length}>
          <TaskTable rows={carried} home={home} now={now} />
        </Panel>
      )}
      {!isAsked && newTask}
    </div>
  );
}

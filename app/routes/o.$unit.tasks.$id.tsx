import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { listAgreements } from "~/domain/agreements/queries.server";
import { AgreementPanels } from "~/domain/agreements/ui/agreement-panel";
import { listBodies } from "~/domain/directory/queries.server";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { extendTask, moveTask, noteOnTask, remindOwner, transferTask } from "~/domain/tasks/commands.server";
import { messages } from "~/domain/tasks/messages.pl";
import { getTask } from "~/domain/tasks/queries.server";
import { suggestAllDue, withSuggestedDue } from "~/domain/tasks/rules.due";
import { extensionSchema, moveSchema, noteSchema, transferSchema } from "~/domain/tasks/schema";
import { ExtendForm, MoveForm, Problem, RemindForm, TransferForm } from "~/domain/tasks/ui/task-forms";
import { TaskPage } from "~/domain/tasks/ui/task-page";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { dateParts, today } from "~/platform/time";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.task.title} – Debata` }];

/** Also after a refusal: the newer version is then shown, and is what the next press is measured against. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const now = new Date();
  const task = await getTask(scope, nameIn(params.id));
  const bodies = await listBodies(scope);
  return {
    home: `/o/${unit.slug}`,
    now,
    task,
    agreements: await listAgreements(scope, { taskId: task.id }),
    mayFollow: may(me.role, "follow_up"),
    bodies: bodies.filter(({ id }) => id !== task.ownerBodyId).map(({ id, name }) => ({ id, name })),
    due: suggestAllDue(now, now),
    year: dateParts(today(now)).year,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "follow_up");
  const id = nameIn(params.id);
  const form = await readFields(request);
  const { fields, key } = form;
  const asked = readWish(form);
  if (!asked.ok) return data({ fields, key, errors: asked.errors, isStale: false }, 422);
  const result = await once(scope, key, () => asked.run(scope, id));
  if (result.ok) return redirect(`/o/${unit.slug}/tasks/${result.value.id}`, 303);
  const { reason } = result;
  const errors = refusedBecause(messages.refusals[reason], messages.fieldOf[reason]);
  return data({ fields, key, errors, isStale: reason === "stale" }, 409);
}

type Form = Awaited<ReturnType<typeof readFields>>;

/** Which of the page's forms was sent; the button that was pressed says what is to be done with its text. */
function readWish(form: Form) {
  const { version, fields } = form;
  if (fields.do === "remind") return { ok: true, run: (scope: Scope, id: string) => remindOwner(scope, id) } as const;
  if (fields.do === "extend") {
    const typed = parseFields(form, extensionSchema);
    return typed.ok ? run((scope, id) => extendTask(scope, id, version, typed.value)) : typed;
  }
  if (fields.do === "transfer") {
    const now = new Date();
    const typed = parseFields({ ...form, fields: withSuggestedDue(fields, now, now) }, transferSchema);
    return typed.ok ? run((scope, id) => transferTask(scope, id, version, typed.value)) : typed;
  }
  if (fields.to === "note") {
    const typed = parseFields(form, noteSchema);
    return typed.ok ? run((scope, id) => noteOnTask(scope, id, typed.value.text)) : typed;
  }
  const typed = parseFields(form, moveSchema);
  return typed.ok ? run((scope, id) => moveTask(scope, id, version, typed.value)) : typed;
}

type Answer = Awaited<ReturnType<typeof moveTask | typeof extendTask | typeof transferTask | typeof remindOwner>>;
const run = (work: (scope: Scope, id: string) => Promise<Answer>) => ({ ok: true, run: work }) as const;

export default function Task() {
  const { home, now, task, agreements, mayFollow, bodies, due, year, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused & { isStale: boolean }>();
  const [query] = useSearchParams();
  const wish = String(refused?.fields.do ?? query.get("do") ?? "move");
  const form = {
    task,
    path: `${home}/tasks/${task.id}`,
    formKey: refused?.key ?? formKey,
    fields: refused?.fields ?? {},
    errors: refused?.errors,
    isStale: refused?.isStale,
  };
  return (
    <>
      {refused && <Problem {...form} />}
      <TaskPage
        home={home}
        now={now}
        task={task}
        mayFollow={mayFollow}
        side={<AgreementPanels agreements={agreements} path={`${form.path}/agreement`} mayFollow={mayFollow} />}
      >
        {mayFollow && wish === "remind" && <RemindForm {...form} />}
        {mayFollow && wish === "extend" && <ExtendForm {...form} />}
        {mayFollow && wish === "transfer" && <TransferForm {...form} bodies={bodies} due={due} />}
        {/* Keyed by what has been said: what was sent does not stay in the form to be sent again. */}
        {mayFollow && wish === "move" && <MoveForm key={task.entries.length} {...form} year={year} />}
      </TaskPage>
    </>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import type * as z from "zod";
import { listAgreements } from "~/domain/agreements/queries.server";
import { AgreementPanels } from "~/domain/agreements/ui/agreement-panel";
import { listBodies } from "~/domain/directory/queries.server";
import { listVoices } from "~/domain/followers/queries.opinions.server";
import { DoubtNote, VoicesPanel } from "~/domain/followers/ui/voices-panel";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { declineDate, grantDate, insistOnTask, prioritizeTask } from "~/domain/tasks/commands.decisions.server";
import { addEvidence, readEvidence, showEvidence } from "~/domain/tasks/commands.evidence.server";
import { extendTask, moveTask, noteOnTask, remindOwner, transferTask } from "~/domain/tasks/commands.server";
import { messages } from "~/domain/tasks/messages.pl";
import { listChain } from "~/domain/tasks/queries.chain.server";
import { listEvidence } from "~/domain/tasks/queries.evidence.server";
import { explainRefusal } from "~/domain/tasks/queries.priorities.server";
import { getTask } from "~/domain/tasks/queries.server";
import { suggestAllDue, withSuggestedDue } from "~/domain/tasks/rules.due";
import { MOST_EVIDENCE_BYTES } from "~/domain/tasks/rules.evidence";
import {
  evidenceSchema,
  extensionSchema,
  moveSchema,
  noteSchema,
  prioritySchema,
  reasonSchema,
  showSchema,
  transferSchema,
} from "~/domain/tasks/schema";
import { Decisions, PriorityForm } from "~/domain/tasks/ui/decision-forms";
import { EvidenceForm, EvidencePanel } from "~/domain/tasks/ui/evidence-panel";
import { ExtendForm, MoveForm, Problem, RemindForm, TransferForm } from "~/domain/tasks/ui/task-forms";
import { TaskPage } from "~/domain/tasks/ui/task-page";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, type readFields, readFieldsAndFiles } from "~/platform/forms.server";
import { nameIn, wordIn } from "~/platform/params.server";
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
    chain: await listChain(scope, task.id),
    files: (await listEvidence(scope, [task.id])).map(({ sha256: _, actor: __, ...file }) => file),
    voices: await listVoices(
      scope,
      task.motions.map((motion) => motion.id),
    ),
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
  const { files, ...form } = await readFieldsAndFiles(request, "evidence", MOST_EVIDENCE_BYTES);
  const { fields, key } = form;
  const asked = readWish(form, await readEvidence(files, String(fields.evidenceTitle ?? "").slice(0, 160)));
  if (!asked.ok) return data({ fields, key, errors: asked.errors, isStale: false }, 422);
  const result = await once(scope, key, () => asked.run(scope, id));
  if (result.ok) return redirect(`/o/${unit.slug}/tasks/${result.value.id}`, 303);
  const { reason } = result;
  const sentence = await explainRefusal(scope, { taskId: id }, reason);
  const errors = refusedBecause(sentence ?? messages.refusals[reason], messages.fieldOf[reason]);
  return data({ fields, key, errors, isStale: reason === "stale" }, 409);
}

type Form = Awaited<ReturnType<typeof readFields>>;
type Files = Awaited<ReturnType<typeof readEvidence>>;

/** Which of the page's forms was sent; the button that was pressed says what is to be done with its text. */
function readWish(form: Form, files: Files) {
  const { version, fields } = form;
  const now = new Date();
  const wishes = {
    remind: () => run((scope, id) => remindOwner(scope, id)),
    extend: () => typed(extensionSchema, form, (value, scope, id) => extendTask(scope, id, version, value)),
    grant: () => run((scope, id) => grantDate(scope, id, version)),
    decline: () => typed(reasonSchema, form, (value, scope, id) => declineDate(scope, id, version, value)),
    insist: () => typed(reasonSchema, form, (value, scope, id) => insistOnTask(scope, id, version, value)),
    priority: () =>
      typed(prioritySchema, form, (value, scope, id) => prioritizeTask(scope, id, version, value.priority)),
    show: () => typed(showSchema, form, (value, scope, id) => showEvidence(scope, id, value.fileId, value)),
    evidence: () =>
      files.ok
        ? typed(evidenceSchema, form, ({ author }, scope, id) => addEvidence(scope, id, { files: files.value, author }))
        : ({ ok: false, errors: refusedBecause(messages.refusals[files.reason], "evidence") } as const),
    transfer: () =>
      typed(transferSchema, { ...form, fields: withSuggestedDue(fields, now, now) }, (value, scope, id) =>
        transferTask(scope, id, version, value),
      ),
    note: () => typed(noteSchema, form, (value, scope, id) => noteOnTask(scope, id, value.text)),
    move: () => typed(moveSchema, form, (value, scope, id) => moveTask(scope, id, version, value)),
  };
  const wish = fields.to === "note" ? "note" : wordIn(String(fields.do), WISHES);
  return wishes[wish ?? "move"]();
}
const WISHES = ["remind", "extend", "grant", "decline", "insist", "priority", "show", "evidence", "transfer"] as const;

type Answer = Awaited<
  ReturnType<
    | typeof moveTask
    | typeof extendTask
    | typeof transferTask
    | typeof remindOwner
    | typeof grantDate
    | typeof declineDate
    | typeof insistOnTask
    | typeof prioritizeTask
    | typeof addEvidence
    | typeof showEvidence
  >
>;
const run = (work: (scope: Scope, id: string) => Promise<Answer>) => ({ ok: true, run: work }) as const;

function typed<S extends z.ZodType>(
  schema: S,
  form: Form,
  work: (value: z.output<S>, scope: Scope, id: string) => Promise<Answer>,
) {
  const read = parseFields(form, schema);
  return read.ok ? run((scope, id) => work(read.value, scope, id)) : read;
}

export default function Task() {
  const { home, now, task, chain, files, voices, agreements, mayFollow, bodies, due, year, formKey } =
    useLoaderData<typeof loader>();
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
  const side = (
    <>
      {mayFollow && task.state !== "transferred" && <PriorityForm {...form} />}
      <EvidencePanel {...form} files={files} mayFollow={mayFollow} isInternal={task.internal} />
      <VoicesPanel matters={voices} />
      <AgreementPanels
        agreements={agreements}
        list={`${home}/tasks/agreements`}
        add={`${form.path}/agreement`}
        state={task.state}
        now={now}
        mayFollow={mayFollow}
      />
    </>
  );
  return (
    <>
      {refused && <Problem {...form} />}
      <TaskPage {...{ home, now, task, chain, files, mayFollow, side }}>
        {mayFollow && wish === "remind" && <RemindForm {...form} />}
        {mayFollow && wish === "extend" && <ExtendForm {...form} />}
        {mayFollow && wish === "evidence" && <EvidenceForm {...form} />}
        {mayFollow && wish === "transfer" && <TransferForm {...form} bodies={bodies} due={due} chain={chain} />}
        {/* Keyed by what has been said: what was sent does not stay in the form to be sent again. */}
        {mayFollow && AT_REST.includes(wish) && <Decisions key={`d${task.entries.length}`} {...form} />}
        {mayFollow && SPEAKING.includes(wish) && task.state === "reported_done" && <DoubtNote matters={voices} />}
        {mayFollow && SPEAKING.includes(wish) && <MoveForm key={task.entries.length} {...form} year={year} />}
      </TaskPage>
    </>
  );
}
/** Nothing else was asked for, or one of the small forms was sent. */
const SPEAKING = ["move", "priority", "show"];
const AT_REST = [...SPEAKING, "grant", "decline", "insist"];

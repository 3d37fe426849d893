import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openDesk } from "~/domain/directory/gate.server";
import { once } from "~/domain/history/commands.server";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import { readEvidence } from "~/domain/tasks/commands.evidence.server";
import { evidence } from "~/domain/tasks/messages.evidence.pl";
import { messages } from "~/domain/tasks/messages.pl";
import { listDeskInvitations, listDeskMotions, listDeskTasks, loadDeskForm } from "~/domain/tasks/queries.desk.server";
import { MOST_EVIDENCE_BYTES } from "~/domain/tasks/rules.evidence";
import { deskSchema } from "~/domain/tasks/schema";
import { DeskPage } from "~/domain/tasks/ui/desk-page";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFieldsAndFiles } from "~/platform/forms.server";
import { personalMeta } from "~/ui/personal-meta";

export const meta: MetaFunction<typeof loader> = ({ data }) => personalMeta(data?.body.name ?? "");

/** Opening the page changes nothing; a mail scanner may do it as often as it likes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, body, unit } = await openDesk(params.token);
  const now = new Date();
  const tasks = await listDeskTasks(scope, body.id);
  const query = new URL(request.url).searchParams;
  const asked = tasks.find(({ id }) => id === query.get("zadanie"));
  return {
    unit,
    body: { name: body.name },
    path: `/b/${params.token}`,
    now,
    tasks,
    motions: await listDeskMotions(scope, body.id),
    invitations: await listDeskInvitations(scope, body.id, now),
    ...(await loadDeskForm(scope, asked?.id)),
    asked: asked?.id,
    sent: tasks.find(({ id }) => id === query.get("zapisano"))?.number,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await openDesk(params.token);
  const { files, ...sent } = await readFieldsAndFiles(request, "evidence", MOST_EVIDENCE_BYTES);
  const form = parseFields(sent, deskSchema);
  const { fields, key, version } = form;
  const opened = async () => loadDeskForm(scope, String(fields.taskId ?? ""));
  if (!form.ok) {
    const errors = files.length > 0 ? { ...refusedBecause(evidence.again, "evidence"), ...form.errors } : form.errors;
    return data({ fields, key, errors, isStale: false, ...(await opened()) }, 422);
  }
  const { taskId, evidenceTitle, ...answer } = form.value;
  const read = await readEvidence(files, evidenceTitle);
  const result = read.ok
    ? await once(scope, key, () => answerTask(scope, taskId, version, { ...answer, files: read.value }))
    : read;
  if (result.ok) return redirect(`/b/${params.token}?zapisano=${taskId}#wynik`, 303);
  const { reason } = result;
  const errors = refusedBecause(messages.refusals[reason], messages.fieldOf[reason]);
  const answered = { fields, key, errors, isStale: reason === "stale", ...(await opened()) };
  return data(answered, messages.fieldOf[reason] === "evidence" ? 422 : 409);
}

export default function Desk() {
  const { asked, formKey, entries, bodies, chain, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const open = refused ? refused.fields.taskId : asked;
  return (
    <DeskPage
      {...shown}
      task={shown.tasks.find(({ id }) => id === open)}
      entries={refused?.entries ?? entries}
      bodies={refused?.bodies ?? bodies}
      chain={refused?.chain ?? chain}
      formKey={refused?.key ?? formKey}
      fields={refused?.fields ?? (open ? { taskId: open } : {})}
      errors={refused?.errors}
      isStale={refused?.isStale}
    />
  );
}

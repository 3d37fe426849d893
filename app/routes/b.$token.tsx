import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openDesk } from "~/domain/directory/gate.server";
import { once } from "~/domain/history/commands.server";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import { messages } from "~/domain/tasks/messages.pl";
import { listDeskInvitations, listDeskTasks } from "~/domain/tasks/queries.desk.server";
import { deskSchema } from "~/domain/tasks/schema";
import { DeskPage } from "~/domain/tasks/ui/desk-page";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.body.name} – Debata` },
  { name: "robots", content: "noindex" },
];

/** Opening the page changes nothing; a mail scanner may do it as often as it likes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, body, unit } = await openDesk(params.token);
  const now = new Date();
  const tasks = await listDeskTasks(scope, body.id);
  const query = new URL(request.url).searchParams;
  return {
    unit,
    body: { name: body.name },
    path: `/b/${params.token}`,
    now,
    tasks,
    invitations: await listDeskInvitations(scope, body.id, now),
    asked: query.get("zadanie"),
    sent: tasks.find(({ id }) => id === query.get("zapisano"))?.number,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await openDesk(params.token);
  const form = await parseForm(request, deskSchema);
  const { fields, key, version } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors, isStale: false }, 422);
  const { taskId, ...answer } = form.value;
  const result = await once(scope, key, () => answerTask(scope, taskId, version, answer));
  if (result.ok) return redirect(`/b/${params.token}?zapisano=${taskId}#wynik`, 303);
  const { reason } = result;
  const errors = refusedBecause(messages.refusals[reason], messages.fieldOf[reason]);
  return data({ fields, key, errors, isStale: reason === "stale" }, 409);
}

export default function Desk() {
  const { asked, formKey, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused & { isStale: boolean }>();
  const open = refused ? refused.fields.taskId : asked;
  return (
    <DeskPage
      {...shown}
      task={shown.tasks.find(({ id }) => id === open)}
      formKey={refused?.key ?? formKey}
      fields={refused?.fields ?? (open ? { taskId: open } : {})}
      errors={refused?.errors}
      isStale={refused?.isStale}
    />
  );
}

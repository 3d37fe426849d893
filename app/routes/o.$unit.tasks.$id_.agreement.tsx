import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { recordAgreement } from "~/domain/agreements/commands.server";
import { messages, termsField, termsRefusal } from "~/domain/agreements/messages.pl";
import { agreementSchema } from "~/domain/agreements/schema";
import { TermsPage } from "~/domain/agreements/ui/agreement-forms";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { getTask } from "~/domain/tasks/queries.server";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";

export const meta: MetaFunction = () => [{ title: `${messages.recordTitle} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "follow_up");
  const task = await getTask(scope, nameIn(params.id));
  return { taskPath: `/o/${unit.slug}/tasks/${task.id}`, taskTitle: task.title, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "follow_up");
  const task = await getTask(scope, nameIn(params.id));
  const read = await readFields(request);
  const { fields, key } = read;
  const form = parseFields(read, agreementSchema);
  if (!form.ok) return data({ fields, key, errors: form.errors }, 422);
  const result = await once(scope, key, () => recordAgreement(scope, { ...form.value, taskId: task.id }));
  if (result.ok) return redirect(`/o/${unit.slug}/tasks/agreements/${result.value.id}`, 303);
  const errors = refusedBecause(termsRefusal(result.reason, form.value), termsField[result.reason]);
  return data({ fields, key, errors }, 422);
}

export default function TaskAgreement() {
  const { formKey, taskPath, taskTitle } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  return (
    <TermsPage
      title={messages.recordTitle}
      crumbs={[{ label: taskTitle, href: taskPath }, { label: messages.title }]}
      action={`${taskPath}/agreement`}
      submit={messages.record}
      back={{ href: taskPath, label: messages.back }}
      formKey={refused?.key ?? formKey}
      fields={refused?.fields ?? { subject: taskTitle }}
      errors={refused?.errors}
    />
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { recordAgreement, useServices } from "~/domain/agreements/commands.server";
import { messages } from "~/domain/agreements/messages.pl";
import { listAgreements } from "~/domain/agreements/queries.server";
import { agreementSchema, useSchema } from "~/domain/agreements/schema";
import { AgreementPage } from "~/domain/agreements/ui/agreement-forms";
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
  return {
    taskPath: `/o/${unit.slug}/tasks/${task.id}`,
    taskTitle: task.title,
    agreements: await listAgreements(scope, { taskId: task.id }),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "follow_up");
  const task = await getTask(scope, nameIn(params.id));
  const read = await readFields(request);
  const { fields, key, version } = read;
  const form = fields.agreementId ? parseFields(read, useSchema) : parseFields(read, agreementSchema);
  if (!form.ok) return data({ fields, key, errors: form.errors }, 422);
  const { value } = form;
  const result = await once<Answer>(scope, key, () =>
    "by" in value
      ? useServices(scope, value.agreementId, version, value.by)
      : recordAgreement(scope, { ...value, taskId: task.id }),
  );
  if (result.ok) return redirect(`/o/${unit.slug}/tasks/${task.id}`, 303);
  const errors = refusedBecause(messages.refusals[result.reason], messages.fieldOf[result.reason]);
  return data({ fields, key, errors }, 409);
}

type Answer = Awaited<ReturnType<typeof useServices | typeof recordAgreement>>;

export default function TaskAgreement() {
  const { formKey, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  return (
    <AgreementPage
      {...shown}
      formKey={refused?.key ?? formKey}
      fields={refused?.fields ?? {}}
      errors={refused?.errors}
    />
  );
}

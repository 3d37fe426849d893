import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { dismissRepeat } from "~/domain/motions/commands.repeats.server";
import { repeats } from "~/domain/motions/messages.repeats.pl";
import { dismissalSchema } from "~/domain/motions/schema.repeats";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { listRepeatsWithTasks } from "~/domain/tasks/queries.repeats.server";
import { RepeatsPage } from "~/domain/tasks/ui/repeats-page";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";

export const meta: MetaFunction = () => [{ title: `${repeats.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  return {
    home: `/o/${unit.slug}`,
    groups: await listRepeatsWithTasks(scope),
    mayOrganize: may(me.role, "organize"),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const form = await parseForm(request, dismissalSchema);
  const { fields, key } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors }, 422);
  const { note, ...repeat } = form.value;
  const result = await once(scope, key, () => dismissRepeat(scope, repeat, note));
  if (result.ok) return redirect(`/o/${unit.slug}/motions/repeats`, 303);
  return data({ fields, key, errors: refusedBecause(repeats.notRaised) }, 409);
}

export default function Repeats() {
  const { formKey, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  return (
    <RepeatsPage {...page} formKey={refused?.key ?? formKey} fields={refused?.fields ?? {}} errors={refused?.errors} />
  );
}

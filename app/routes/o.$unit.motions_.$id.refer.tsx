import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { messages } from "~/domain/motions/messages.pl";
import { requireMember } from "~/domain/organizations/gate.server";
import { referMotion } from "~/domain/tasks/commands.referral.server";
import { referral } from "~/domain/tasks/messages.referral.pl";
import { getReferralPage } from "~/domain/tasks/queries.referral.server";
import { referralSchema } from "~/domain/tasks/schema.referral";
import { ReferralPage } from "~/domain/tasks/ui/referral-page";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${referral.title(data?.motion.number ?? "")} – Debata` },
];

/** Also after a refusal: what is shown is then what the next press is measured against. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

/** The notice names the applicant, so the page is for those who answer. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const [id, now] = [nameIn(params.id), new Date()];
  const bodyId = new URL(request.url).searchParams.get("podmiot");
  const page = await getReferralPage(scope, id, bodyId ? nameIn(bodyId) : null, now);
  const home = `/o/${unit.slug}`;
  return {
    ...page,
    path: `${home}/motions/${id}/refer`,
    motionPath: `${home}/debates/${page.motion.debateId}/motions?wniosek=${id}`,
    now,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const id = nameIn(params.id);
  const form = await parseForm(request, referralSchema);
  const { fields, key, version } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors }, 422);
  const result = await once(scope, key, () => referMotion(scope, id, { ...form.value, version }));
  if (result.ok) return redirect(`/o/${unit.slug}/tasks/${result.value.taskId}`, 303);
  return data({ fields, key, errors: refusedBecause(messages.refusals[result.reason]) }, 409);
}

export default function Refer() {
  const { formKey, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  return (
    <ReferralPage {...page} formKey={refused?.key ?? formKey} fields={refused?.fields ?? {}} errors={refused?.errors} />
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { approveMinutes, publishMinutes } from "~/domain/minutes/commands.server";
import { messages } from "~/domain/minutes/messages.pl";
import { getPreview } from "~/domain/minutes/queries.editions.server";
import { getEditor, getTextFingerprint } from "~/domain/minutes/queries.editor.server";
import { openUntil } from "~/domain/minutes/rules.window";
import { approvalSchema } from "~/domain/minutes/schema";
import { ApprovePage } from "~/domain/minutes/ui/approve-page";
import { PublishPage } from "~/domain/minutes/ui/publish-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm, readFields } from "~/platform/forms.server";
import { nameIn, notFound, wordIn } from "~/platform/params.server";

const STEPS = ["approve", "publish"] as const;
const stepIn = (word: string | undefined) => wordIn(word ?? null, STEPS) ?? notFound();

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.step === "publish" ? messages.publication.title : messages.approval.title} – Debata` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "approve");
  const id = nameIn(params.id);
  const { status, faults, remarks, chair, correction } = await getEditor(scope, id);
  const base = `/o/${unit.slug}/debates/${id}/minutes`;
  const [step, now] = [stepIn(params.step), new Date()];
  return {
    step,
    preview: step === "publish" ? await getPreview(scope, id) : [],
    base,
    status,
    faults,
    sha256: await getTextFingerprint(scope, id),
    openRemarks: remarks.open,
    remarksUntil: openUntil({ status, until: correction.until }, now),
    chair,
    today: now,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "approve");
  const [id, step] = [nameIn(params.id), stepIn(params.step)];
  const minutes = `/o/${unit.slug}/debates/${id}/minutes`;
  if (step === "publish") {
    const { fields, key } = await readFields(request);
    const result = await once(scope, key, () => publishMinutes(scope, id));
    if (result.ok) return redirect(minutes, 303);
    return data({ fields, key, errors: refusedBecause(messages.publishRefusals[result.reason]) }, 409);
  }
  const form = await parseForm(request, approvalSchema);
  const { fields, key } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors }, 422);
  const result = await once(scope, key, () => approveMinutes(scope, id, form.value));
  if (result.ok) return redirect(minutes, 303);
  return data({ fields, key, errors: refusedBecause(messages.refusals[result.reason]) }, 409);
}

export default function Step() {
  const { step, ...page } = useLoaderData<typeof loader>();
  const { key, ...refused } = useActionData<typeof action>() ?? {};
  const props = { ...page, ...refused, formKey: key ?? page.formKey };
  return step === "publish" ? <PublishPage key={key} {...props} /> : <ApprovePage key={key} {...props} />;
}

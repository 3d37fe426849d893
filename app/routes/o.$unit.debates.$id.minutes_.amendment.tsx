import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import {
  abandonCorrection,
  approveCorrection,
  saveCorrection,
  startCorrection,
} from "~/domain/minutes/commands.correction.server";
import { correction } from "~/domain/minutes/messages.correction.pl";
import { getCorrectionPage } from "~/domain/minutes/queries.editions.server";
import { correctionSchema } from "~/domain/minutes/schema.correction";
import { CorrectionPage } from "~/domain/minutes/ui/correction-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { nameIn, notFound } from "~/platform/params.server";

export const meta: MetaFunction = () => [{ title: `${correction.page.title} – Debata` }];
/** Also after a refusal: what somebody else has saved is shown beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "approve");
  const id = nameIn(params.id);
  const page = await getCorrectionPage(scope, id);
  if (page.status !== "approved" && page.status !== "published") return notFound();
  const isSaved = new URL(request.url).searchParams.has("zapisano");
  return { ...page, base: `/o/${unit.slug}/debates/${id}/minutes`, isSaved, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit, "approve");
  const id = nameIn(params.id);
  const form = await parseForm(request, correctionSchema);
  const { fields, key, version } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors, isStale: false }, 422);
  const { step, reason, ...draft } = form.value;
  const result = await once<{ ok: true } | { ok: false; reason: keyof typeof correction.refusals }>(scope, key, () => {
    if (step === "start") return startCorrection(scope, id, reason, [me.rank, me.name].filter(Boolean).join(" "));
    if (step === "abandon") return abandonCorrection(scope, id);
    if (step === "save") return saveCorrection(scope, id, version, { reason, ...draft });
    return approveCorrection(scope, id, version, { reason, ...draft });
  });
  const minutes = `/o/${unit.slug}/debates/${id}/minutes`;
  const isDone = step === "approve" || step === "abandon";
  const next = step === "save" ? "/amendment?zapisano=1#wynik" : isDone ? "" : "/amendment";
  if (result.ok) return redirect(minutes + next, 303);
  const isStale = result.reason === "stale";
  return data({ fields, key, errors: refusedBecause(correction.refusals[result.reason]), isStale }, 409);
}

export default function Amendment() {
  const page = useLoaderData<typeof loader>();
  const { key, ...refused } = useActionData<typeof action>() ?? {};
  return <CorrectionPage key={key} {...page} {...refused} formKey={key ?? page.formKey} />;
}

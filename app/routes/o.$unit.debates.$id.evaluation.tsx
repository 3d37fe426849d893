import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { messages as debateMessages, numberOf } from "~/domain/debates/messages.pl";
import { getDebate } from "~/domain/debates/queries.server";
import { FIELD_OF } from "~/domain/debates/schema";
import { createEvaluation, saveReports } from "~/domain/evaluation/commands.server";
import { messages } from "~/domain/evaluation/messages.pl";
import { loadPlan, loadReports } from "~/domain/evaluation/queries.page.server";
import { evaluationSchema, reportsSchema } from "~/domain/evaluation/schema";
import { EvaluationPlan } from "~/domain/evaluation/ui/plan-form";
import { ReportsForm } from "~/domain/evaluation/ui/reports-form";
import { once } from "~/domain/history/commands.server";
import { messages as motionMessages } from "~/domain/motions/messages.pl";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";

/** Also after a refusal: the newer version is then shown, and is what the next press is measured against. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

/** A debate that evaluates an earlier one shows the table of its motions; any other asks for its evaluation. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const debate = await getDebate(scope, nameIn(params.id));
  const own = `/o/${unit.slug}/debates/${debate.id}`;
  const shared = {
    own,
    debates: `/o/${unit.slug}/debates`,
    formKey: newFormKey(),
    wasSaved: new URL(request.url).searchParams.has("zapisano"),
  };
  if (debate.evaluatesDebateId)
    return {
      ...shared,
      as: "reports" as const,
      mayRecord: may(me.role, "record"),
      ...(await loadReports(scope, debate.evaluatesDebateId)),
    };
  return { ...shared, as: "plan" as const, ...(await loadPlan(scope, debate)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "record");
  const debate = await getDebate(scope, nameIn(params.id));
  const form = await readFields(request);
  const { fields, key } = form;
  if (!debate.evaluatesDebateId) await requireMember(request, params.unit, "organize");
  const asked = debate.evaluatesDebateId ? readReports(form, debate.id) : readPlan(form, debate.id);
  if (!asked.ok) return data({ fields, key, errors: asked.errors, isStale: false }, 422);
  const result = await once(scope, key, () => asked.run(scope));
  if (result.ok) return redirect(`/o/${unit.slug}/debates/${result.value.id}${asked.page}`, 303);
  const { reason } = result;
  return data(
    { fields, key, errors: refusedBecause(sentences[reason], FIELD_OF[reason]), isStale: reason === "stale" },
    409,
  );
}

type Work = (scope: Scope) => Promise<Awaited<ReturnType<typeof createEvaluation | typeof saveReports>>>;
type Form = Awaited<ReturnType<typeof readFields>>;

function readPlan(form: Form, debateId: string) {
  const typed = parseFields(form, evaluationSchema);
  if (!typed.ok) return typed;
  const run: Work = (scope) => createEvaluation(scope, debateId, typed.value);
  return { ok: true, page: "", run } as const;
}

function readReports(form: Form, debateId: string) {
  const typed = parseFields(form, reportsSchema);
  if (!typed.ok) return typed;
  const run: Work = (scope) => saveReports(scope, debateId, typed.value);
  return { ok: true, page: "/evaluation?zapisano=1", run } as const;
}

const sentences = { ...motionMessages.refusals, ...debateMessages.refusals, ...messages.refusals };

export default function Evaluation() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<Refused & { isStale: boolean }>();
  const formKey = refused?.key ?? shown.formKey;
  if (shown.as === "plan")
    return (
      <EvaluationPlan
        {...shown}
        formKey={formKey}
        fields={refused?.fields ?? shown.suggested}
        errors={refused?.errors}
      />
    );
  return (
    <ReportsForm
      {...shown}
      path={`${shown.own}/evaluation`}
      earlier={numberOf(shown.earlier)}
      formKey={formKey}
      fields={refused?.fields}
      errors={refused?.errors}
      isStale={refused?.isStale}
    />
  );
}

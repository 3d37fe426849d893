import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { messages as debateMessages, numberOf } from "~/domain/debates/messages.pl";
import { getDebate } from "~/domain/debates/queries.server";
import { FIELD_OF } from "~/domain/debates/schema";
import { finishEvaluation } from "~/domain/evaluation/commands.carry.server";
import { createEvaluation, saveReports } from "~/domain/evaluation/commands.server";
import { carry, messages } from "~/domain/evaluation/messages.pl";
import { loadCarry, loadPlan, loadReports } from "~/domain/evaluation/queries.page.server";
import { hasBegun } from "~/domain/evaluation/rules";
import { carrySchema, evaluationSchema, reportsSchema } from "~/domain/evaluation/schema";
import { CarryForm } from "~/domain/evaluation/ui/carry-form";
import { EvaluationPlan } from "~/domain/evaluation/ui/plan-form";
import { ReportsForm } from "~/domain/evaluation/ui/reports-form";
import { once } from "~/domain/history/commands.server";
import { messages as motionMessages } from "~/domain/motions/messages.pl";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { messages as taskMessages } from "~/domain/tasks/messages.pl";
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
      isEarly: !hasBegun(debate.status),
      mayRecord: may(me.role, "record") && hasBegun(debate.status),
      mayOrganize: may(me.role, "organize"),
      ...(await loadReports(scope, debate.evaluatesDebateId)),
      carry: await loadCarry(scope, debate),
    };
  return { ...shared, as: "plan" as const, ...(await loadPlan(scope, debate)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "record");
  const debate = await getDebate(scope, nameIn(params.id));
  const form = await readFields(request);
  const { fields, key } = form;
  const isCarry = fields.intent === "carry";
  if (!debate.evaluatesDebateId || isCarry) await requireMember(request, params.unit, "organize");
  const read = isCarry ? readCarry : debate.evaluatesDebateId ? readReports : readPlan;
  const asked = read(form, debate.id);
  if (!asked.ok) return data({ fields, key, errors: asked.errors, isStale: false }, 422);
  const result = await once(scope, key, () => asked.run(scope));
  if (result.ok) return redirect(`/o/${unit.slug}/debates/${result.value.id}${asked.page}`, 303);
  const { reason } = result;
  return data(
    { fields, key, errors: refusedBecause(sentences[reason], FIELD_OF[reason]), isStale: reason === "stale" },
    409,
  );
}

type Work = (
  scope: Scope,
) => Promise<Awaited<ReturnType<typeof createEvaluation | typeof saveReports | typeof finishEvaluation>>>;
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

function readCarry(form: Form, debateId: string) {
  const typed = parseFields(form, carrySchema);
  if (!typed.ok) return typed;
  const run: Work = (scope) => finishEvaluation(scope, debateId, typed.value);
  return { ok: true, page: "/evaluation?zapisano=zadania", run } as const;
}

const sentences = {
  ...motionMessages.refusals,
  ...debateMessages.refusals,
  ...taskMessages.refusals,
  ...carry.refusals,
  ...messages.refusals,
};

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
    <div className="stack">
      <ReportsForm
        {...shown}
        path={`${shown.own}/evaluation`}
        earlier={numberOf(shown.earlier)}
        formKey={formKey}
        fields={refused?.fields}
        errors={refused?.errors}
        isStale={refused?.isStale}
      />
      {shown.carry && (
        <CarryForm
          carried={shown.carry}
          path={`${shown.own}/evaluation`}
          mayOrganize={shown.mayOrganize}
          formKey={`${formKey}-carry`}
          fields={refused?.fields}
          errors={refused?.errors}
        />
      )}
    </div>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planDebate } from "~/domain/agenda/commands.server";
import { AGENDA_TEMPLATES, templateMinutes } from "~/domain/agenda/rules.templates";
import { form as words } from "~/domain/debates/messages.form.pl";
import { evaluatesLabel } from "~/domain/debates/messages.pl";
import { listEvaluable } from "~/domain/debates/queries.server";
import { debateSchema, refusedPlan } from "~/domain/debates/schema";
import { newFields } from "~/domain/debates/schema.new";
import { KindPage } from "~/domain/debates/ui/kind-page";
import { NewDebate } from "~/domain/debates/ui/new-debate";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { wordIn } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { parsePolishDate } from "~/platform/time";
import { DEBATE_KINDS, type DebateKind } from "~db/vocabulary";

export const meta: MetaFunction = () => [{ title: `${words.newTitle} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const base = `/o/${unit.slug}/debates`;
  const search = new URL(request.url).searchParams;
  const kind = wordIn(search.get("kind"), DEBATE_KINDS);
  return { base, form: kind ? await formOf(scope, kind, unit.headOffice, search.get("on") ?? "") : null };
}

async function formOf(scope: Scope, kind: DebateKind, chair: string, on = "") {
  const [now, day] = [new Date(), parsePolishDate(on)];
  const typed = day.ok ? { day: day.value } : { day: null, typedDay: /^[\d\s./-]{1,20}$/.test(on) ? on : "" };
  const template = { kind, ...typed, minutes: templateMinutes(kind), chair };
  const evaluable = (await listEvaluable(scope)).map((debate) => ({ id: debate.id, label: evaluatesLabel(debate) }));
  return { kind, now, evaluable, fields: newFields(template, now), formKey: newFormKey() };
}

/** An address without a kind shows no form by itself, so what is refused brings it along with what was typed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const form = await parseForm(request, debateSchema);
  const { fields, key } = form;
  const kind = wordIn(String(fields.kind ?? ""), DEBATE_KINDS) ?? DEBATE_KINDS[0];
  const shown = async () => formOf(scope, kind, unit.headOffice);
  if (!form.ok) return data({ fields, key, errors: form.errors, form: await shown() }, 422);
  const withAgenda = fields.withAgenda === "on";
  const result = await once(scope, key, () => planDebate(scope, form.value, { withAgenda }));
  if (result.ok) return redirect(`/o/${unit.slug}/debates/${result.value.id}`, 303);
  const { errors, status } = refusedPlan(result.reason);
  return data({ fields, key, errors, form: await shown() }, status);
}

export default function New() {
  const { base, form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const page = form ?? refused?.form;
  if (!page) return <KindPage base={base} />;
  return (
    <NewDebate
      key={page.kind}
      base={base}
      {...page}
      fields={refused?.fields ?? page.fields}
      errors={refused?.errors}
      formKey={refused?.key ?? page.formKey}
      template={AGENDA_TEMPLATES[page.kind]}
      withAgenda={refused ? refused.fields.withAgenda === "on" : true}
    />
  );
}

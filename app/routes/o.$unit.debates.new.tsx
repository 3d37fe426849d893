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
import { parsePolishDate } from "~/platform/time";
import { DEBATE_KINDS } from "~db/vocabulary";

export const meta: MetaFunction = () => [{ title: `${words.newTitle} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const base = `/o/${unit.slug}/debates`;
  const search = new URL(request.url).searchParams;
  const kind = wordIn(search.get("kind"), DEBATE_KINDS);
  if (!kind) return { base, kind };
  const [now, day] = [new Date(), parsePolishDate(search.get("on") ?? "")];
  const template = { kind, day: day.ok ? day.value : null, minutes: templateMinutes(kind), chair: unit.headOffice };
  const evaluable = (await listEvaluable(scope)).map((debate) => ({ id: debate.id, label: evaluatesLabel(debate) }));
  return { base, kind, now, evaluable, fields: newFields(template, now), formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const form = await parseForm(request, debateSchema);
  const { fields, key } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors }, 422);
  const withAgenda = fields.withAgenda === "on";
  const result = await once(scope, key, () => planDebate(scope, form.value, { withAgenda }));
  if (result.ok) return redirect(`/o/${unit.slug}/debates/${result.value.id}`, 303);
  const { errors, status } = refusedPlan(result.reason);
  return data({ fields, key, errors }, status);
}

export default function New() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!page.kind) return <KindPage base={page.base} />;
  return (
    <NewDebate
      key={page.kind}
      {...page}
      fields={refused?.fields ?? page.fields}
      errors={refused?.errors}
      formKey={refused?.key ?? page.formKey}
      template={AGENDA_TEMPLATES[page.kind]}
      withAgenda={refused ? refused.fields.withAgenda === "on" : true}
    />
  );
}

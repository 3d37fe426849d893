import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reviseDebate } from "~/domain/debates/commands.server";
import { form as words } from "~/domain/debates/messages.form.pl";
import { evaluatesLabel } from "~/domain/debates/messages.pl";
import { getDebate, listEvaluable } from "~/domain/debates/queries.server";
import { debateSchema, fieldsOf, refusedPlan } from "~/domain/debates/schema";
import { EditDebate } from "~/domain/debates/ui/edit-debate";
import { once } from "~/domain/history/commands.server";
import { listSubjectEvents } from "~/domain/history/queries.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";
import { formatMoment } from "~/platform/time";

export const meta: MetaFunction = () => [{ title: `${words.editTitle} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const debate = await getDebate(scope, nameIn(params.id));
  const others = (await listEvaluable(scope)).filter(
    ({ id, startsAt }) => id !== debate.id && startsAt < debate.startsAt,
  );
  return {
    backHref: `/o/${unit.slug}/debates/${debate.id}`,
    fields: fieldsOf(debate),
    version: debate.version,
    numberFixed: debate.status !== "draft",
    isTold: debate.announcedAt !== null,
    evaluable: others.map((other) => ({ id: other.id, label: evaluatesLabel(other) })),
    now: new Date(),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const id = nameIn(params.id);
  const form = await parseForm(request, debateSchema);
  const { fields, key, version = 0 } = form;
  if (!form.ok) return data({ fields, key, version, errors: form.errors, conflict: undefined }, 422);
  const result = await once(scope, key, () => reviseDebate(scope, id, version, form.value));
  if (result.ok) return redirect(`/o/${unit.slug}/debates/${id}`, 303);
  const { errors, status } = refusedPlan(result.reason);
  if (result.reason !== "stale") return data({ fields, key, version, errors, conflict: undefined }, status);
  const [saved, [last]] = [await getDebate(scope, id), await listSubjectEvents(scope, id, 1)];
  const savedBy = words.savedBy(last?.actorName ?? "", last ? formatMoment(last.occurredAt, new Date()) : "");
  const conflict = { theirs: fieldsOf(saved), savedBy };
  return data({ fields, key, version: saved.version, errors: undefined, conflict }, 409);
}

export default function Edit() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <EditDebate
      {...page}
      fields={refused?.fields ?? page.fields}
      version={refused?.version ?? page.version}
      errors={refused?.errors}
      conflict={refused?.conflict}
      formKey={refused?.key ?? page.formKey}
    />
  );
}

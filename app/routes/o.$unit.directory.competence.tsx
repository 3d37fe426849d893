import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { removeCompetence, saveCompetence } from "~/domain/directory/commands.competence.server";
import { competence } from "~/domain/directory/messages.competence.pl";
import { listCompetences } from "~/domain/directory/queries.competence.server";
import { listBodies } from "~/domain/directory/queries.server";
import { competenceVersion } from "~/domain/directory/rules.competence";
import { competenceSchema } from "~/domain/directory/schema.competence";
import { CompetencePage } from "~/domain/directory/ui/competence-page";
import { once } from "~/domain/history/commands.server";
import { categoryOptions } from "~/domain/motions/ui/motion-form-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { type FormFields, refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import { nameIn, notFound } from "~/platform/params.server";

export const meta: MetaFunction = () => [{ title: `${competence.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const rows = await listCompetences(scope);
  const id = new URL(request.url).searchParams.get("id");
  const edited = id ? (rows.find((row) => row.id === id) ?? notFound()) : null;
  const bodies = await listBodies(scope);
  return {
    path: `/o/${unit.slug}/directory/competence`,
    directory: `/o/${unit.slug}/directory`,
    rows,
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    edited: edited?.id ?? null,
    version: edited ? competenceVersion(edited) : undefined,
    fields: fieldsOf(edited),
    mayOrganize: may(me.role, "organize"),
    formKey: newFormKey(),
  };
}

type Row = Awaited<ReturnType<typeof listCompetences>>[number];
const fieldsOf = (row: Row | null): FormFields =>
  row ? { category: row.category, area: row.area, bodyId: row.bodyId, reason: row.reason } : {};

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const form = await readFields(request);
  const { fields, key, version } = form;
  const id = fields.id ? nameIn(String(fields.id)) : null;
  const here = redirect(`/o/${unit.slug}/directory/competence`, 303);
  if (fields.do === "remove") {
    await once(scope, key, () => removeCompetence(scope, id ?? notFound()));
    return here;
  }
  const typed = parseFields(form, competenceSchema);
  if (!typed.ok) return data({ fields, key, version, errors: typed.errors, theirs: undefined }, 422);
  const result = await once(scope, key, () => saveCompetence(scope, id ? { id, version } : null, typed.value));
  if (result.ok) return here;
  const { reason } = result;
  const saved = reason === "stale" ? (await listCompetences(scope)).find((row) => row.id === id) : undefined;
  const errors = refusedBecause(competence.refusals[reason], competence.fieldOf[reason]);
  if (saved)
    return data({ fields, key, version: competenceVersion(saved), errors: undefined, theirs: fieldsOf(saved) }, 409);
  // What is gone may come again as a new row: the texts are still there.
  const kept = reason === "competence_gone" ? { ...fields, id: "" } : fields;
  return data({ fields: kept, key, version, errors, theirs: undefined }, competence.statusOf[reason]);
}

export default function Competence() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <CompetencePage
      {...page}
      categories={categoryOptions}
      version={refused ? refused.version : page.version}
      theirs={refused?.theirs}
      edited={refused ? String(refused.fields.id ?? "") || null : page.edited}
      fields={refused?.fields ?? page.fields}
      errors={refused?.errors}
      formKey={refused?.key ?? page.formKey}
    />
  );
}

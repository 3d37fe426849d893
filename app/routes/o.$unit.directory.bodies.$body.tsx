import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { saveBodyForm } from "~/domain/directory/commands.forms.server";
import { loadBodyForm, loadBodyPage } from "~/domain/directory/queries.page.server";
import { BODY_FORMS, type FilledForm, FORM_SCHEMAS, refusedEntry } from "~/domain/directory/schema";
import { BodyForm } from "~/domain/directory/ui/body-form";
import { BodyPage } from "~/domain/directory/ui/body-page";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { nameIn, notFound, wordIn } from "~/platform/params.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.body.name} – Debata` }];

/** Which form is open, and about which office, person or term: `?form=appoint&id=…` */
function openForm(request: Request) {
  const search = new URL(request.url).searchParams;
  const id = search.get("id");
  return { form: wordIn(search.get("form"), BODY_FORMS), id: id ? nameIn(id) : null };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const [bodyId, now, mayOrganize] = [nameIn(params.body), new Date(), may(me.role, "organize")];
  const { form, id } = openForm(request);
  return {
    ...(await loadBodyPage(scope, bodyId, now)),
    open: form && mayOrganize ? { form, id, ...(await loadBodyForm(scope, bodyId, form, id, now)) } : null,
    directory: `/o/${unit.slug}/directory`,
    mayOrganize,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const bodyId = nameIn(params.body);
  const { form: name = notFound(), id } = openForm(request);
  const form = await parseForm<(typeof FORM_SCHEMAS)[typeof name]>(request, FORM_SCHEMAS[name]);
  const { fields, key, version = -1 } = form;
  if (!form.ok) return data({ fields, key, version, errors: form.errors, conflict: undefined }, 422);
  const filled: FilledForm = form.value;
  const result = await once(scope, key, () => saveBodyForm(scope, { bodyId, id: id ?? undefined, version }, filled));
  if (result.ok) return redirect(`/o/${unit.slug}/directory/bodies/${bodyId}`, 303);
  const { errors, status } = refusedEntry(result.reason);
  if (result.reason !== "stale") return data({ fields, key, version, errors, conflict: undefined }, status);
  const saved = await loadBodyForm(scope, bodyId, name, id, new Date());
  return data({ fields, key, version: saved.version, errors: undefined, conflict: { theirs: saved.fields } }, 409);
}

export default function Body() {
  const { open, formKey, people, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = open && (
    <BodyForm
      key={`${open.form} ${open.id}`}
      form={open.form}
      backHref={`${page.directory}/bodies/${page.body.id}`}
      fields={refused?.fields ?? open.fields}
      version={refused?.version ?? open.version}
      errors={refused?.errors}
      conflict={refused?.conflict}
      formKey={refused?.key ?? formKey}
      people={people}
    />
  );
  return <BodyPage {...page} form={form} />;
}

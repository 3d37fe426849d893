import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { reviseUnit } from "~/domain/organizations/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { settings as text } from "~/domain/organizations/messages.pl";
import { getUnitSettings } from "~/domain/organizations/queries.server";
import { settingsConflict, settingsFields, settingsVersion } from "~/domain/organizations/rules";
import { unitSchema } from "~/domain/organizations/schema";
import { UnitForm } from "~/domain/organizations/ui/unit-form";
import type { FormErrors } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";

export const meta: MetaFunction = () => [{ title: `${text.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "administer");
  const saved = await getUnitSettings(scope);
  return {
    path: `/o/${unit.slug}/settings`,
    fields: settingsFields(saved),
    version: settingsVersion(saved),
    formKey: newFormKey(),
    isSaved: new URL(request.url).searchParams.has("zapisano"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "administer");
  const { fields, key, version, ...form } = await parseForm(request, unitSchema);
  if (!form.ok) return data({ fields, key, version, errors: form.errors, conflict: undefined }, 422);
  const result = await once(scope, key, () => reviseUnit(scope, version, form.value));
  if (result.ok) return redirect(`/o/${unit.slug}/settings?zapisano`, 303);
  const saved = await getUnitSettings(scope);
  const conflict = settingsConflict(form.value, saved, text.fields, text.said);
  const errors: FormErrors = {};
  return data({ fields, key: newFormKey(), version: settingsVersion(saved), errors, conflict }, 409);
}

export default function Settings() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <UnitForm
      // A saved form starts anew from what is saved.
      key={refused ? "refused" : page.version}
      {...page}
      fields={refused?.fields ?? page.fields}
      formKey={refused?.key ?? page.formKey}
      version={refused?.version ?? page.version}
      errors={refused?.errors}
      conflict={refused?.conflict}
      isSaved={page.isSaved && !refused}
    />
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { registerBody } from "~/domain/directory/commands.server";
import { newBody } from "~/domain/directory/messages.pages.pl";
import { refusedEntry, registrationSchema } from "~/domain/directory/schema";
import { NewBody } from "~/domain/directory/ui/new-body";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import type { FormFields } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";

export const meta: MetaFunction = () => [{ title: `${newBody.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { unit } = await requireMember(request, params.unit, "organize");
  const fields: FormFields = { kind: "municipality", gender: "unknown" };
  return { base: `/o/${unit.slug}/directory`, fields, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const form = await parseForm(request, registrationSchema);
  const { fields, key } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors }, 422);
  const result = await once(scope, key, () => registerBody(scope, form.value));
  if (result.ok) return redirect(`/o/${unit.slug}/directory/bodies/${result.value.id}`, 303);
  const { errors, status } = refusedEntry(result.reason);
  return data({ fields, key, errors }, status);
}

export default function New() {
  const { base, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <NewBody
      base={base}
      fields={refused?.fields ?? page.fields}
      errors={refused?.errors}
      formKey={refused?.key ?? page.formKey}
    />
  );
}

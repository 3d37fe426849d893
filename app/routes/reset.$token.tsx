import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { resetPassword } from "~/domain/organizations/commands.resets.server";
import { openReset } from "~/domain/organizations/gate.account.server";
import { passwordRefusals, reset as text } from "~/domain/organizations/messages.account.pl";
import { resetSchema } from "~/domain/organizations/schema.account";
import { ResetPage } from "~/domain/organizations/ui/reset-pages";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import type { PageHandle } from "~/ui/page-handle";
import { personalMeta } from "~/ui/personal-meta";

export const handle: PageHandle = { bodyClass: "office" };
export const meta: MetaFunction = () => personalMeta(text.title);

export async function loader({ params }: LoaderFunctionArgs) {
  const { account } = await openReset(params.token);
  return { email: account.email, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const opened = await openReset(params.token);
  const form = await parseForm(request, resetSchema);
  if (!form.ok) return data({ key: form.key, errors: form.errors }, 422);
  const result = await resetPassword(opened, form.value.password);
  if (result.ok) return redirect("/login?nowe-haslo", 303);
  if (result.reason === "used" || result.reason === "expired") return redirect("/forgotten?niewazny", 303);
  return data({ key: form.key, errors: refusedBecause(passwordRefusals[result.reason], "password") }, 422);
}

export default function Reset() {
  const { formKey, email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <ResetPage email={email} formKey={refused?.key ?? formKey} errors={refused?.errors} />;
}

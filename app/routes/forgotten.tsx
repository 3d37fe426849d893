import { setTimeout as wait } from "node:timers/promises";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askForReset } from "~/domain/organizations/commands.resets.server";
import { accountRefusal, forgotten as text } from "~/domain/organizations/messages.account.pl";
import { forgottenSchema } from "~/domain/organizations/schema.account";
import { ForgottenPage } from "~/domain/organizations/ui/reset-pages";
import { newFormKey, parseForm } from "~/platform/forms.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { bodyClass: "office" };
export const meta: MetaFunction = () => [
  { title: `${text.title} – Debata` },
  { name: "description", content: text.lead },
];

/** Longer than writing a letter takes, so that the time of the answer does not say whether one was written. */
const ANSWER_AFTER_MS = 400;

export function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  return { isSent: search.has("wyslano"), isInvalid: search.has("niewazny"), formKey: newFormKey() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, forgottenSchema);
  const back = { key: form.key, email: String(form.fields.email ?? "") };
  if (!form.ok) return data({ ...back, errors: form.errors }, 422);
  const asked = askForReset(form.value.email, context.network ?? "unknown");
  const [result] = await Promise.all([asked, wait(ANSWER_AFTER_MS)]);
  if (result.ok) return redirect("/forgotten?wyslano", 303);
  const { init, errors } = accountRefusal(result);
  return data({ ...back, errors }, init);
}

export default function Forgotten() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = { formKey: refused?.key ?? page.formKey, email: refused?.email, errors: refused?.errors };
  return <ForgottenPage {...form} isSent={page.isSent && !refused} isInvalid={page.isInvalid && !refused} />;
}

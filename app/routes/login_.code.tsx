import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerChallenge } from "~/domain/organizations/commands.entry.server";
import { beginAnew, openChallenge } from "~/domain/organizations/gate.account.server";
import { letInWithCode } from "~/domain/organizations/gate.entry.server";
import { accountRefusal, code as text } from "~/domain/organizations/messages.account.pl";
import { officePath } from "~/domain/organizations/rules";
import { codeSchema } from "~/domain/organizations/schema.account";
import { CodePage } from "~/domain/organizations/ui/code-page";
import { newFormKey, parseForm } from "~/platform/forms.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { bodyClass: "office" };
export const meta: MetaFunction = () => [
  { title: `${text.title} – Debata` },
  { name: "description", content: text.lead },
];

export async function loader({ request }: LoaderFunctionArgs) {
  await openChallenge(request);
  return { formKey: newFormKey(), goTo: officePath(new URL(request.url).searchParams.get("dalej")) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const challenged = await openChallenge(request);
  const form = await parseForm(request, codeSchema);
  const back = { key: form.key, goTo: officePath(String(form.fields.dalej)) };
  if (!form.ok) return data({ ...back, errors: form.errors }, 422);
  const typed = form.value.with === "code" ? form.value.code : form.value.recovery;
  const result = await answerChallenge(challenged, typed, context.network ?? "unknown");
  if (result.ok) {
    const { userId, left } = result.value;
    const { home } = challenged.account;
    const goTo = left === undefined ? (back.goTo ?? `/o/${home.slug}`) : "/account/second-factor?zapasowy";
    return letInWithCode(request, userId, goTo);
  }
  if (result.reason === "over") return beginAnew();
  const { init, errors } = accountRefusal(result);
  return data({ ...back, errors }, init);
}

export default function Code() {
  const { formKey, goTo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <CodePage formKey={refused?.key ?? formKey} goTo={refused?.goTo ?? goTo} errors={refused?.errors} />;
}

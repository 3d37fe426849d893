import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findKnownBrowser } from "~/domain/organizations/commands.browsers.server";
import { signIn } from "~/domain/organizations/commands.sign-in.server";
import { letIn } from "~/domain/organizations/gate.entry.server";
import { code, reset } from "~/domain/organizations/messages.account.pl";
import { messages } from "~/domain/organizations/messages.pl";
import { findHomeUnit } from "~/domain/organizations/queries.server";
import { officePath } from "~/domain/organizations/rules";
import { signInSchema } from "~/domain/organizations/schema";
import { LoginPage } from "~/domain/organizations/ui/login-page";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { findUserId } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { bodyClass: "office" };
export const meta: MetaFunction = () => [
  { title: `${messages.login.title} – Debata` },
  { name: "description", content: messages.login.noAccount },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const goTo = officePath(search.get("dalej"));
  const userId = await findUserId(request);
  const home = userId && (await findHomeUnit(userId));
  if (home) throw redirect(goTo ?? `/o/${home}`);
  const note = search.has("od-nowa") ? code.anew : search.has("nowe-haslo") ? reset.done : undefined;
  return { formKey: newFormKey(), goTo, note };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInSchema);
  // What was typed comes back, except the password.
  const back = { key: form.key, email: String(form.fields.email ?? ""), goTo: officePath(String(form.fields.dalej)) };
  if (!form.ok) return data({ ...back, errors: form.errors }, 422);
  const { email, password } = form.value;
  const browser = await findKnownBrowser(request, email);
  const result = await signIn(email, password, context.network ?? "unknown", new Date(), browser);
  if (result.ok) {
    const { userId, passwordHash } = result.value;
    const goTo = back.goTo ?? `/o/${await findHomeUnit(userId)}`;
    return letIn(request, { userId, passwordHash }, goTo, { remembers: true });
  }
  if (result.reason === "wrong") return data({ ...back, errors: refusedBecause(messages.login.wrong) }, 422);
  const errors = refusedBecause(messages.login.tooMany(result.retryAfterS));
  return data({ ...back, errors }, { status: 429, headers: { "Retry-After": String(result.retryAfterS) } });
}

export default function Login() {
  const { formKey, goTo, note } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <LoginPage
      formKey={refused?.key ?? formKey}
      goTo={refused?.goTo ?? goTo}
      note={refused ? undefined : note}
      email={refused?.email}
      errors={refused?.errors}
    />
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signIn } from "~/domain/organizations/commands.sign-in.server";
import { messages } from "~/domain/organizations/messages.pl";
import { findHomeUnit } from "~/domain/organizations/queries.server";
import { officePath } from "~/domain/organizations/rules";
import { signInSchema } from "~/domain/organizations/schema";
import { LoginPage } from "~/domain/organizations/ui/login-page";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { findUserId, startSession } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { bodyClass: "office" };
export const meta: MetaFunction = () => [{ title: `${messages.login.title} – Debata` }];

export async function loader({ request }: LoaderFunctionArgs) {
  const goTo = officePath(new URL(request.url).searchParams.get("dalej"));
  const userId = await findUserId(request);
  const home = userId && (await findHomeUnit(userId));
  if (home) throw redirect(goTo ?? `/o/${home}`);
  return { formKey: newFormKey(), goTo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInSchema);
  // What was typed comes back, except the password.
  const back = { key: form.key, email: String(form.fields.email ?? ""), goTo: officePath(String(form.fields.dalej)) };
  if (!form.ok) return data({ ...back, errors: form.errors }, 422);
  const result = await signIn(form.value.email, form.value.password, context.network ?? "unknown");
  if (result.ok) {
    const { userId } = result.value;
    const goTo = back.goTo ?? `/o/${await findHomeUnit(userId)}`;
    return redirect(goTo, { status: 303, headers: { "Set-Cookie": await startSession(userId) } });
  }
  if (result.reason === "wrong") return data({ ...back, errors: refusedBecause(messages.login.wrong) }, 422);
  const errors = refusedBecause(messages.login.tooMany(result.retryAfterS));
  return data({ ...back, errors }, { status: 429, headers: { "Retry-After": String(result.retryAfterS) } });
}

export default function Login() {
  const { formKey, goTo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <LoginPage
      formKey={refused?.key ?? formKey}
      goTo={refused?.goTo ?? goTo}
      email={refused?.email}
      errors={refused?.errors}
    />
  );
}

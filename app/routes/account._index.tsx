import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeAccount } from "~/domain/organizations/commands.account.server";
import { requireAccount } from "~/domain/organizations/gate.account.server";
import { accountRefusal, account as text } from "~/domain/organizations/messages.account.pl";
import { accountSchema } from "~/domain/organizations/schema.account";
import { AccountPage, EndSessions } from "~/domain/organizations/ui/account-page";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { listSessions } from "~/platform/session.server";

export const meta: MetaFunction = () => [{ title: `${text.title} – Debata` }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { account, sessionId } = await requireAccount(request);
  const search = new URL(request.url).searchParams;
  const sessions = await listSessions(account.id);
  const { name, email, passwordChangedAt, totpConfirmedAt } = account;
  return {
    me: { name, email, passwordChangedAt, secondFactorAt: totpConfirmedAt },
    units: account.units.map(({ name, role }) => ({ name, role })),
    sessions,
    mine: sessionId,
    now: new Date(),
    ending: sessions.find(({ id }) => id === search.get("koniec") && id !== sessionId),
    endsOthers: search.get("koniec") === "inne",
    done: search.has("zmieniono") ? text.password.changed : search.has("wylogowano") ? text.sessions.ended : undefined,
    formKey: newFormKey(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requireAccount(request);
  const form = await parseForm(request, accountSchema);
  if (!form.ok) return data({ key: form.key, errors: form.errors }, 422);
  const result = await changeAccount(visit, form.value, { key: form.key });
  if (result.ok) return redirect(`/account?${form.value.do === "password" ? "zmieniono" : "wylogowano"}`, 303);
  const { init, errors } = accountRefusal(result);
  return data({ key: form.key, errors }, init);
}

export default function MyAccount() {
  const { ending, endsOthers, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = { formKey: refused?.key ?? page.formKey, errors: refused?.errors };
  if (ending || endsOthers) return <EndSessions session={ending} {...form} />;
  return <AccountPage {...page} {...form} done={refused ? undefined : page.done} />;
}

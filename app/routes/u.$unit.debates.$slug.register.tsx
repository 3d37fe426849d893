import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reserveSeat } from "~/domain/attendance/commands.server";
import { register } from "~/domain/attendance/messages.page.pl";
import { messages } from "~/domain/attendance/messages.pl";
import { getRegisterPage } from "~/domain/attendance/queries.page.server";
import { reservationSchema } from "~/domain/attendance/schema";
import { RegisterPage } from "~/domain/attendance/ui/register-page";
import { openPublicDebate } from "~/domain/debates/gate.server";
import { once } from "~/domain/history/commands.server";
import { admitAddressOnce, admitForm } from "~/platform/flood.server";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { pathOf } from "~/platform/links.server";
import type { PageHandle, Told } from "~/ui/page-handle";

export async function loader({ params }: LoaderFunctionArgs) {
  const { scope, unit, debate } = await openPublicDebate(params.unit, params.slug);
  return { ...(await getRegisterPage(scope, unit, debate)), formKey: newFormKey() };
}

/** The answer is kept under the form's key, so the personal link is made outside of it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { scope, debate } = await openPublicDebate(params.unit, params.slug);
  const form = await parseForm(request, reservationSchema);
  const { fields, key } = form;
  const turn = admitForm(request, context.network, debate.id);
  if (!turn.ok) return data({ fields, key, errors: turn.errors } satisfies Refused, turn.init);
  const { headers } = turn;
  if (!form.ok) return data({ fields, key, errors: form.errors } satisfies Refused, { status: 422, headers });
  const admitted = admitAddressOnce(form.value.email);
  const result = await once(scope, key, async () => {
    const address = admitted();
    return address.ok ? reserveSeat(scope, debate.id, form.value) : address;
  });
  if (result.ok) return redirect(pathOf("registration", result.value.id), { status: 303, headers });
  if (result.reason === "address_full") {
    const { errors, init } = result;
    return data({ fields, key, errors } satisfies Refused, { ...init, headers: { ...headers, ...init.headers } });
  }
  const errors = refusedBecause(messages.refusals[result.reason], result.reason === "party_too_big" ? "seats" : "root");
  return data({ fields, key, errors } satisfies Refused, { status: 409, headers });
}

export const meta: MetaFunction = () => [
  { title: `${register.title} – Debata` },
  { name: "description", content: register.open },
];

const draw = (data: Told<typeof loader>, refused?: Refused) => <RegisterPage {...data} refused={refused} />;

export const handle: PageHandle = { plain: draw };

export default function Register() {
  return draw(useLoaderData<typeof loader>(), useActionData<Refused>());
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withdrawSeat } from "~/domain/attendance/commands.server";
import { openRegistration } from "~/domain/attendance/gate.server";
import { ticket } from "~/domain/attendance/messages.page.pl";
import { messages } from "~/domain/attendance/messages.pl";
import { getTicketPage } from "~/domain/attendance/queries.page.server";
import { withdrawalSchema } from "~/domain/attendance/schema";
import { TicketPage } from "~/domain/attendance/ui/ticket-page";
import { once } from "~/domain/history/commands.server";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import type { PageHandle, Told } from "~/ui/page-handle";
import { personalMeta } from "~/ui/personal-meta";

/** Looking at it changes nothing, however often a mail scanner does; `?wycofaj` only asks the question. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, registrationId } = await openRegistration(params.token);
  const asksToWithdraw = new URL(request.url).searchParams.has("wycofaj");
  return { ...(await getTicketPage(scope, registrationId)), asksToWithdraw, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, registrationId } = await openRegistration(params.token);
  const form = await parseForm(request, withdrawalSchema);
  const { key, fields } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors } satisfies Refused, { status: 422 });
  const result = await once(scope, key, () => withdrawSeat(scope, registrationId));
  // Withdrawn already: what was asked for is true, so the page says so.
  if (result.ok || result.reason === "is_withdrawn") return redirect(`/r/${params.token}`, 303);
  const errors = refusedBecause(messages.refusals[result.reason]);
  return data({ fields, key, errors } satisfies Refused, { status: 409 });
}

export const meta: MetaFunction = () => personalMeta(ticket.title);

const draw = (data: Told<typeof loader>, refused?: Refused) => <TicketPage {...data} errors={refused?.errors} />;

export const handle: PageHandle = { plain: draw };

export default function Ticket() {
  return draw(useLoaderData<typeof loader>(), useActionData<Refused>());
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { withdrawSeat } from "~/domain/attendance/commands.server";
import { openRegistration } from "~/domain/attendance/gate.server";
import { ticket } from "~/domain/attendance/messages.page.pl";
import { messages } from "~/domain/attendance/messages.pl";
import { getTicketPage } from "~/domain/attendance/queries.page.server";
import { TicketPage } from "~/domain/attendance/ui/ticket-page";
import { once } from "~/domain/history/commands.server";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";

/** Looking at it changes nothing, however often a mail scanner does; `?wycofaj` only asks the question. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, registrationId } = await openRegistration(params.token);
  const asksToWithdraw = new URL(request.url).searchParams.has("wycofaj");
  return { ...(await getTicketPage(scope, registrationId)), asksToWithdraw, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, registrationId } = await openRegistration(params.token);
  const { key, fields } = await parseForm(request, z.object({}));
  const result = await once(scope, key, () => withdrawSeat(scope, registrationId));
  // Withdrawn already: what was asked for is true, so the page says so.
  if (result.ok || result.reason === "is_withdrawn") return redirect(`/r/${params.token}`, 303);
  const errors = refusedBecause(messages.refusals[result.reason]);
  return data({ fields, key, errors } satisfies Refused, { status: 409 });
}

export const meta: MetaFunction = () => [{ title: `${ticket.title} – Debata` }, { name: "robots", content: "noindex" }];

export default function Ticket() {
  return <TicketPage {...useLoaderData<typeof loader>()} errors={useActionData<Refused>()?.errors} />;
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getDebate } from "~/domain/debates/queries.server";
import { actOnGuests } from "~/domain/invitations/commands.office.server";
import { messages } from "~/domain/invitations/messages.pl";
import { getGuestPage } from "~/domain/invitations/queries.office.server";
import { GuestsPage, type RefusedAction } from "~/domain/invitations/ui/guests-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { newFormKey, readFields } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";

export const meta: MetaFunction = () => [{ title: `${messages.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit);
  const { searchParams } = new URL(request.url);
  const page = await getGuestPage(scope, nameIn(params.id), searchParams);
  return { ...page, formKey: newFormKey(), directoryHref: `/o/${unit.slug}/directory` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "record");
  const { id } = await getDebate(scope, nameIn(params.id));
  const form = await readFields(request);
  const acted = await actOnGuests(scope, id, form);
  if (!acted.ok) {
    const { action, errors, status } = acted;
    return data({ action, errors, fields: form.fields, key: form.key } satisfies RefusedAction, { status });
  }
  return redirect(`/o/${unit.slug}/debates/${id}/invitations?zapisano=${acted.action}&ile=${acted.count}`, 303);
}

export default function Invitations() {
  const refused = useActionData<RefusedAction>();
  return <GuestsPage {...useLoaderData<typeof loader>()} refused={refused} />;
}

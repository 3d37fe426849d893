import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { changeMembers } from "~/domain/organizations/commands.members.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { membersRefusals, members as text } from "~/domain/organizations/messages.pl";
import { listMemberInvites, listMembers } from "~/domain/organizations/queries.server";
import { membersSchema } from "~/domain/organizations/schema";
import { EndMembership, ResetSecondFactor } from "~/domain/organizations/ui/end-membership";
import { MembersPage } from "~/domain/organizations/ui/members-page";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";

export const meta: MetaFunction = () => [{ title: `${text.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit, "administer");
  const search = new URL(request.url).searchParams;
  const members = await listMembers(scope);
  return {
    path: `/o/${unit.slug}/settings`,
    outbox: `/o/${unit.slug}/outbox`,
    now: new Date(),
    myId: me.id,
    members,
    invites: await listMemberInvites(scope),
    chosen: members.find(({ id }) => id === search.get("osoba")),
    ending: members.find(({ id }) => id === search.get("koniec")),
    resetting: members.find(({ id }) => id === search.get("skladnik")),
    isSent: search.has("wyslano"),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "administer");
  const form = await parseForm(request, membersSchema);
  if (!form.ok) return data({ fields: form.fields, key: form.key, errors: form.errors }, 422);
  const { value, fields, key } = form;
  const result = await once(scope, key, () => changeMembers(scope, value));
  const isSent = value.intent === "invite" || value.intent === "password";
  if (result.ok) return redirect(`/o/${unit.slug}/settings/members${isSent ? "?wyslano" : ""}`, 303);
  const errors = refusedBecause(membersRefusals[result.reason], value.intent === "invite" ? "email" : "root");
  return data({ fields, key, errors }, 409);
}

export default function Members() {
  const { ending, resetting, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const formKey = refused?.key ?? page.formKey;
  const confirm = { path: page.path, formKey, errors: refused?.errors };
  if (ending) return <EndMembership {...confirm} member={ending} />;
  if (resetting) return <ResetSecondFactor {...confirm} member={resetting} />;
  return (
    <MembersPage
      {...page}
      formKey={formKey}
      fields={refused?.fields}
      errors={refused?.errors}
      isSent={page.isSent && !refused}
    />
  );
}

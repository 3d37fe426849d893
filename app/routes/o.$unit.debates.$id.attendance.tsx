import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actAtDoor } from "~/domain/attendance/commands.door.server";
import { door } from "~/domain/attendance/messages.page.pl";
import { getDoorPage } from "~/domain/attendance/queries.page.server";
import { DoorPage } from "~/domain/attendance/ui/door-page";
import { getDebate } from "~/domain/debates/queries.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import type { Refused } from "~/platform/forms";
import { newFormKey, readFields } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";

export const meta: MetaFunction = () => [{ title: `${door.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const { id } = await getDebate(scope, nameIn(params.id));
  const { search } = new URL(request.url);
  return {
    ...(await getDoorPage(scope, id, new URLSearchParams(search))),
    base: `/o/${unit.slug}/debates/${id}/attendance`,
    mayRecord: may(me.role, "record"),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "record");
  const { id } = await getDebate(scope, nameIn(params.id));
  const form = await readFields(request);
  const result = await actAtDoor(scope, id, form);
  if (result.ok) return redirect(`/o/${unit.slug}/debates/${id}/attendance`, 303);
  const { errors, status } = result;
  return data({ fields: form.fields, key: form.key, errors } satisfies Refused, { status });
}

export default function Attendance() {
  return <DoorPage {...useLoaderData<typeof loader>()} refused={useActionData<Refused>()} />;
}

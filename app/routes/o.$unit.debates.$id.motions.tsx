import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { getDebate } from "~/domain/debates/queries.server";
import { actOnMotion } from "~/domain/motions/commands.inbox.server";
import { inbox } from "~/domain/motions/messages.inbox.pl";
import { getInbox } from "~/domain/motions/queries.inbox.server";
import { inboxAddress, readInboxAddress } from "~/domain/motions/rules.inbox";
import { DebateMotionsPage } from "~/domain/motions/ui/debate-motions-page";
import type { DeskAnswer } from "~/domain/motions/ui/moderation-desk";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { referMotion } from "~/domain/tasks/commands.referral.server";
import { newFormKey, readFields } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { full: true };
export const meta: MetaFunction = () => [{ title: `${inbox.title} – Debata` }];

/** Also after a refusal: the newer version is then shown, and is what the next press is measured against. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const { id: debateId } = await getDebate(scope, nameIn(params.id));
  const { search, query, saved } = readInboxAddress(request.url);
  const page = await getInbox(scope, { search, debateId, mayOrganize: may(me.role, "organize"), now: new Date() });
  const base = `/o/${unit.slug}/debates/${debateId}/motions`;
  const isCapturing = search.has("wpisz") && may(me.role, "organize");
  return { ...page, query, saved, base, formKey: newFormKey(), isOneDebate: true, isCapturing };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const { id } = await getDebate(scope, nameIn(params.id));
  const form = await readFields(request);
  const result = await actOnMotion(scope, form, { debateId: id, refer: referMotion });
  if (result.ok) return redirect(inboxAddress(`/o/${unit.slug}/debates/${id}/motions`, request.url, result), 303);
  const { errors, status } = result;
  return data({ fields: form.fields, key: form.key, errors, isConflict: status === 409 } satisfies DeskAnswer, {
    status,
  });
}

export default function DebateMotions() {
  return <DebateMotionsPage {...useLoaderData<typeof loader>()} answer={useActionData<DeskAnswer>()} />;
}

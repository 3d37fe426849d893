import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { actOnMotion } from "~/domain/motions/commands.inbox.server";
import { inbox } from "~/domain/motions/messages.inbox.pl";
import { repeats } from "~/domain/motions/messages.repeats.pl";
import { getInbox } from "~/domain/motions/queries.inbox.server";
import { inboxAddress, readInboxAddress } from "~/domain/motions/rules.inbox";
import { InboxPage } from "~/domain/motions/ui/inbox-page";
import type { DeskAnswer } from "~/domain/motions/ui/moderation-desk";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { referMotion } from "~/domain/tasks/commands.referral.server";
import { newFormKey, readFields } from "~/platform/forms.server";
import { LinkButton } from "~/ui/button";
import { TopBar } from "~/ui/office-shell";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { full: true };
export const meta: MetaFunction = () => [{ title: `${inbox.title} – Debata` }];

/** Also after a refusal: the newer version is then shown, and is what the next press is measured against. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const { search, query, saved } = readInboxAddress(request.url);
  const page = await getInbox(scope, { search, mayOrganize: may(me.role, "organize"), now: new Date() });
  const base = `/o/${unit.slug}/motions`;
  return { ...page, query, saved, base, formKey: newFormKey(), isOneDebate: false };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const form = await readFields(request);
  const result = await actOnMotion(scope, form, { refer: referMotion });
  if (result.ok) return redirect(inboxAddress(`/o/${unit.slug}/motions`, request.url, result), 303);
  const { errors, status } = result;
  return data({ fields: form.fields, key: form.key, errors, isConflict: status === 409 } satisfies DeskAnswer, {
    status,
  });
}

export default function Motions() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <TopBar
        title={inbox.title}
        sub={inbox.sub}
        actions={<LinkButton href={`${page.base}/repeats`}>{repeats.link}</LinkButton>}
      />
      <InboxPage {...page} answer={useActionData<DeskAnswer>()} />
    </>
  );
}

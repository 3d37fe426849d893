import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { answerInvitation } from "~/domain/invitations/commands.server";
import { confirmSubstitute, declineSubstitute } from "~/domain/invitations/commands.substitutes.server";
import { openInvitation } from "~/domain/invitations/gate.server";
import { page, substitutePage } from "~/domain/invitations/messages.page.pl";
import { refusals } from "~/domain/invitations/messages.pl";
import { getRsvpPage, getSubstitutePage } from "~/domain/invitations/queries.page.server";
import { rsvpSchema, substitutionSchema } from "~/domain/invitations/schema";
import { RsvpPage } from "~/domain/invitations/ui/rsvp-page";
import { SubstitutePage } from "~/domain/invitations/ui/substitute-page";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import type { PageHandle, Told } from "~/ui/page-handle";
import { personalMeta } from "~/ui/personal-meta";

/** Opening the page changes nothing, however often a mail scanner does it; only the form below does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const link = await openInvitation(params.token);
  const shown =
    link.as === "invitee"
      ? await getRsvpPage(link.scope, link.invitationId)
      : await getSubstitutePage(link.scope, link.substituteId);
  return { ...shown, formKey: newFormKey(), wantsChange: new URL(request.url).searchParams.has("zmien") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const link = await openInvitation(params.token);
  const form = link.as === "invitee" ? await answerAsInvitee(request, link) : await answerAsSubstitute(request, link);
  const { fields, key, errors, status } = form;
  if (status !== 303) return data({ fields, errors, key } satisfies Refused, { status });
  return redirect(`/i/${params.token}`, 303);
}

type Link<As> = Extract<Awaited<ReturnType<typeof openInvitation>>, { as: As }>;

async function answerAsInvitee(request: Request, { scope, invitationId }: Link<"invitee">) {
  const form = await parseForm(request, rsvpSchema);
  if (!form.ok) return { ...form, status: 422 };
  const result = await once(scope, form.key, () => answerInvitation(scope, invitationId, form.value));
  if (result.ok) return { ...form, errors: {}, status: 303 };
  const field = result.reason === "own_substitute" ? "name" : "root";
  return { ...form, errors: refusedBecause(refusals[result.reason], field), status: 409 };
}

async function answerAsSubstitute(request: Request, { scope, substituteId }: Link<"substitute">) {
  const form = await parseForm(request, substitutionSchema);
  if (!form.ok) return { ...form, status: 422 };
  const { answer, needs } = form.value;
  const result = await once(scope, form.key, () =>
    answer === "confirmed" ? confirmSubstitute(scope, substituteId, { needs }) : declineSubstitute(scope, substituteId),
  );
  if (result.ok) return { ...form, errors: {}, status: 303 };
  return { ...form, errors: refusedBecause(refusals[result.reason]), status: 409 };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  personalMeta(data?.as === "substitute" ? substitutePage.title : page.title);

const draw = (shown: Told<typeof loader>, refused?: Refused) =>
  shown.as === "invitee" ? <RsvpPage {...shown} refused={refused} /> : <SubstitutePage {...shown} refused={refused} />;

export const handle: PageHandle = { plain: draw };

export default function InvitationPage() {
  return draw(useLoaderData<typeof loader>(), useActionData<Refused>());
}

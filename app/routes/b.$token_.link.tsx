import { type ActionFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import * as z from "zod";
import { renewDesk } from "~/domain/directory/commands.server";
import { openOldDesk } from "~/domain/directory/gate.server";
import { deskLink } from "~/domain/directory/messages.desk-link.pl";
import { DeskLinkPage } from "~/domain/directory/ui/desk-link-page";
import { parseForm } from "~/platform/forms.server";
import type { PageHandle } from "~/ui/page-handle";
import { personalMeta } from "~/ui/personal-meta";

export const meta: MetaFunction = () => personalMeta(deskLink.title);

/** The old link dies with it, so one expired link asks for one letter. Whoever has none gets the same answer. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, z.object({ do: z.literal("send") }));
  const found = form.ok ? await openOldDesk(params.token) : undefined;
  if (found) await renewDesk(found.scope, found.body.id);
  return redirect("/b/-/link", 303);
}

export const handle: PageHandle = { plain: () => <DeskLinkPage /> };

export default DeskLinkPage;

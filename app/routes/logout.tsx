import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { recordSignOut } from "~/domain/organizations/commands.entry.server";
import { endSession, findUserId } from "~/platform/session.server";

/** Only by POST: a link that signs people out could be put into a mail. */
export const loader = () => redirect("/login");

export async function action({ request }: ActionFunctionArgs) {
  const userId = await findUserId(request);
  if (userId) await recordSignOut(userId);
  return redirect("/login", { status: 303, headers: { "Set-Cookie": await endSession(request) } });
}

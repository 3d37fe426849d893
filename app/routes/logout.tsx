import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endSession } from "~/platform/session.server";

/** Only by POST: a link that signs people out could be put into a mail. */
export const loader = () => redirect("/login");

export async function action({ request }: ActionFunctionArgs) {
  return redirect("/login", { status: 303, headers: { "Set-Cookie": await endSession(request) } });
}

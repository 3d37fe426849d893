import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { openMotionCode } from "~/domain/motions/gate.server";
import { enter } from "~/domain/motions/messages.resident.pl";
import { EnterCodePage } from "~/domain/motions/ui/enter-code-page";
import type { PageHandle } from "~/ui/page-handle";

/** Where a code is typed. A wrong one gets the page that every wrong link gets. */
export async function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("kod");
  if (!typed?.trim()) return null;
  const { code } = await openMotionCode(typed);
  return redirect(`/m/${code}`);
}

export const meta: MetaFunction = () => [
  { title: `${enter.title} – Debata` },
  { name: "description", content: enter.lead },
];

export const handle: PageHandle = { plain: () => <EnterCodePage /> };

export default EnterCodePage;

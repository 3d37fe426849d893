import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openScreen } from "~/domain/evaluation/gate.server";
import { screen } from "~/domain/evaluation/messages.screen.pl";
import { getHallScreen } from "~/domain/evaluation/queries.screen.server";
import { HallScreen } from "~/domain/evaluation/ui/hall-screen";
import type { PageHandle } from "~/ui/page-handle";
import { personalMeta } from "~/ui/personal-meta";

export const handle: PageHandle = { bodyClass: "hall", follows: true, refresh: 2, plain: HallScreen };
export const meta: MetaFunction = () => personalMeta(screen.title);

/** The projector's computer: no account, nothing to press. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { scope, debate, token } = await openScreen(params.token);
  return { shown: await getHallScreen(scope, debate), follow: `/screen/${token}/events` };
}

export default function Screen() {
  return <HallScreen {...useLoaderData<typeof loader>()} />;
}

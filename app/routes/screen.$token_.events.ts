import type { LoaderFunctionArgs } from "@remix-run/node";
import { openScreen } from "~/domain/evaluation/gate.server";
import { pulseOfScreen } from "~/domain/evaluation/queries.screen.server";
import { followPulse } from "~/platform/streams.server";

/** Says when the screen is old; what is new is on the screen's own page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope, debate } = await openScreen(params.token);
  const { id } = debate;
  return followPulse(`screen ${id}`, () => pulseOfScreen(scope, id), request, context.network);
}

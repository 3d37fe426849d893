import type { LoaderFunctionArgs } from "@remix-run/node";
import { openBallotBox } from "~/domain/evaluation/gate.server";
import { pulseOfVote } from "~/domain/evaluation/queries.vote.server";
import { followPulse } from "~/platform/streams.server";

/** Says when another question is asked, or none. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope, debate } = await openBallotBox(params.token);
  const { id } = debate;
  return followPulse(`vote ${id}`, () => pulseOfVote(scope, id), request, context.network);
}

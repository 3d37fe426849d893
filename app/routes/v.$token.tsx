import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { castVote } from "~/domain/evaluation/commands.ballot.server";
import { admitVote, deviceIn, giveDevice, hashDevice } from "~/domain/evaluation/gate.device.server";
import { openBallotBox } from "~/domain/evaluation/gate.server";
import { messages, vote } from "~/domain/evaluation/messages.ballot.pl";
import { findOpenBallot, findVote } from "~/domain/evaluation/queries.ballot.server";
import { getVotePage } from "~/domain/evaluation/queries.vote.server";
import { voteSchema } from "~/domain/evaluation/schema.hall";
import { VotePage } from "~/domain/evaluation/ui/vote-page";
import { type FormErrors, refusedBecause } from "~/platform/forms";
import { parseForm } from "~/platform/forms.server";
import type { PageHandle, Told } from "~/ui/page-handle";
import { personalMeta } from "~/ui/personal-meta";

export const meta: MetaFunction = () => personalMeta(vote.title);
export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

/** One address for the evening: it asks whatever is open now. Opening it gives the phone a key and changes nothing else. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, debate, unit, token } = await openBallotBox(params.token);
  const device = deviceIn(request);
  const shown = await getVotePage(scope, debate, device);
  const headers = device ? undefined : { "Set-Cookie": giveDevice() };
  return data({ shown, unitName: unit.name, path: `/v/${token}` }, { headers });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { scope, debate, token } = await openBallotBox(params.token);
  const device = deviceIn(request);
  const form = await parseForm(request, voteSchema);
  const refuse = (errors: FormErrors, status: number, headers?: HeadersInit) => data({ errors }, { status, headers });
  if (!form.ok) return refuse(form.errors, 422);
  if (!device) return refuse(refusedBecause(messages.noDevice), 409, { "Set-Cookie": giveDevice() });
  const { ballotId, verdict } = form.value;
  // Another evening's question is not asked here, and a made-up one would only wear out the limits.
  if ((await findOpenBallot(scope, debate.id))?.id !== ballotId)
    return refuse(refusedBecause(messages.refusals.vote_closed), 409);
  const deviceHash = hashDevice(device, ballotId);
  const isNew = (await findVote(scope, ballotId, deviceHash)) === null;
  const waitS = admitVote({ network: context.network ?? "", deviceHash, ballotId, isNew });
  if (waitS > 0) return refuse(refusedBecause(messages.flood), 429, { "Retry-After": String(waitS) });
  const result = await castVote(scope, ballotId, { deviceHash, verdict });
  if (result.ok) return redirect(`/v/${token}`, 303);
  return refuse(refusedBecause(messages.refusals[result.reason]), 409);
}

const draw = (data: Told<typeof loader>, refused?: Told<typeof action>) => (
  <VotePage {...data} errors={refused?.errors} />
);

export const handle: PageHandle = { follows: true, plain: draw };

export default function Vote() {
  return draw(useLoaderData<typeof loader>(), useActionData<Told<typeof action>>());
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listPublicAgreements } from "~/domain/agreements/queries.server";
import { PublicAgreements } from "~/domain/agreements/ui/public-agreement";
import { requestFollow, takeTurn } from "~/domain/followers/commands.server";
import { follow } from "~/domain/followers/messages.pl";
import { findReportedAt } from "~/domain/followers/queries.notices.server";
import { countOpinions } from "~/domain/followers/queries.opinions.server";
import { countSupporters, getFollowable } from "~/domain/followers/queries.server";
import { shownTally } from "~/domain/followers/rules.opinions";
import { followSchema } from "~/domain/followers/schema";
import { ThreadPage } from "~/domain/followers/ui/thread-page";
import { findPlace } from "~/domain/minutes/queries.place.server";
import { openUnit } from "~/domain/organizations/gate.server";
import { matter } from "~/domain/tasks/messages.tracker.pl";
import { listChains } from "~/domain/tasks/queries.chain.server";
import { listPublicEvidence } from "~/domain/tasks/queries.evidence.server";
import { getTrackedMotion, listPublicEntries, listPublicTasks } from "~/domain/tasks/queries.public.server";
import { countMerged } from "~/domain/tasks/queries.tracker.server";
import { wholeChains } from "~/domain/tasks/rules.chain";
import { numberFromPath, numberInPath } from "~/domain/tasks/rules.tracker";
import { admitAddress } from "~/platform/flood.server";
import { type Refused, refusedBecause } from "~/platform/forms";
import { parseForm } from "~/platform/forms.server";
import { nameIn, notFound } from "~/platform/params.server";
import type { PageHandle, Told } from "~/ui/page-handle";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${matter.title(data?.motion.number ?? "")} – ${data?.unit.name}` },
  { name: "description", content: matter.about },
];

const keyIn = (number: string | undefined) => numberFromPath(nameIn(number)) ?? notFound();

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  const { id, debateId, ...motion } = await getTrackedMotion(scope, keyIn(params.number));
  const tasks = motion.mergedInto ? [] : await listPublicTasks(scope, [id]);
  const ids = tasks.map((task) => task.id);
  const supporters = (await countSupporters(scope, [id])).get(id) ?? 0;
  const askedBy = 1 + ((await countMerged(scope, [id])).get(id) ?? 0);
  const tally = motion.mergedInto ? null : ((await countOpinions(scope, [id])).get(id) ?? null);
  const isSent = new URL(request.url).searchParams.has("zapisano");
  return {
    unit,
    now: new Date(),
    motion: { ...motion, reportedAt: await findReportedAt(scope, id) },
    tasks,
    entries: await listPublicEntries(scope, ids),
    chains: wholeChains(await listChains(scope, ids, { publicOnly: true })),
    proof: await listPublicEvidence(scope, ids),
    place: await findPlace(scope, debateId, motion.number),
    agreements: await listPublicAgreements(scope, ids),
    askedBy,
    supporters,
    tally: shownTally(tally, tasks),
    isSent,
  };
}

/** „Powiadom mnie”: the answer is the same whatever is known of the address. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  const { id, number } = await getFollowable(scope, keyIn(params.number));
  const form = await parseForm(request, followSchema);
  const { fields, key } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors } satisfies Refused, { status: 422 });
  const turn = takeTurn(context.network ?? "unknown");
  if (!turn.ok) {
    const errors = refusedBecause(follow.tooMany(Math.ceil(turn.retryAfterS / 60)));
    const headers = { "Retry-After": String(turn.retryAfterS) };
    return data({ fields, key, errors } satisfies Refused, { status: 429, headers });
  }
  // The command takes „anna+1@…” and „anna+2@…” for two people; the answer is the same in any case.
  if (admitAddress(form.value.email, "email", "followed by").ok) await requestFollow(scope, id, form.value);
  return redirect(`/u/${unit.slug}/tracker/${numberInPath(number)}?zapisano=1#wynik`, 303);
}

const draw = ({ agreements, ...page }: Told<typeof loader>, refused?: Refused) => (
  <ThreadPage {...page} refused={refused}>
    <PublicAgreements agreements={agreements} />
  </ThreadPage>
);

export const handle: PageHandle = { plain: draw };

export default function Thread() {
  return draw(useLoaderData<typeof loader>(), useActionData<Refused>());
}

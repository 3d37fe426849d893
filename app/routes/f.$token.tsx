import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { giveOpinion } from "~/domain/followers/commands.opinions.server";
import { changeSupport, confirmFollow, endFollow } from "~/domain/followers/commands.server";
import { openFollower } from "~/domain/followers/gate.server";
import { opinion } from "~/domain/followers/messages.opinions.pl";
import { page } from "~/domain/followers/messages.pl";
import { getFollowerPage } from "~/domain/followers/queries.page.server";
import { followerSchema, isOneClick, opinionSchema } from "~/domain/followers/schema";
import { FollowerPage } from "~/domain/followers/ui/follower-page";
import { once } from "~/domain/history/commands.server";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import { ONE_CLICK } from "~/platform/guards.server";
import type { PageHandle, Told } from "~/ui/page-handle";
import { personalMeta } from "~/ui/personal-meta";

export const meta: MetaFunction = () => personalMeta(page.title);

/** Opening it changes nothing, however often a mail scanner does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, followerId, state } = await openFollower(params.token);
  const isSaved = new URL(request.url).searchParams.has("zapisano");
  return { ...(await getFollowerPage(scope, followerId, new Date())), state, isSaved, formKey: newFormKey() };
}

/** A button of the page, or „unsubscribe” in a mail program, which sends one word and nothing else. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, followerId: id } = await openFollower(params.token);
  const read = await readFields(request);
  const { key, fields } = read;
  if (isOneClick(fields)) {
    await endFollow(scope, id);
    return new Response(null, { status: 200 });
  }
  if (request.headers.has(ONE_CLICK)) throw new Response(null, { status: 403 });

  if (fields.do === "opinion") {
    const said = parseFields(read, opinionSchema);
    if (!said.ok) return data({ fields, key, errors: said.errors } satisfies Refused, { status: 422 });
    const given = await once(scope, key, () => giveOpinion(scope, said.value));
    if (given.ok) return redirect(`/f/${params.token}?zapisano=1#wynik`, 303);
    const errors = refusedBecause(opinion.refusals[given.reason]);
    return data({ fields, key, errors } satisfies Refused, { status: 409 });
  }
  const form = parseFields(read, followerSchema);
  if (!form.ok) return data({ fields, key, errors: form.errors } satisfies Refused, { status: 422 });
  const { do: step, ...value } = form.value;
  const result = await once(scope, key, () =>
    step === "end"
      ? endFollow(scope, id)
      : step === "confirm"
        ? confirmFollow(scope, id, value)
        : changeSupport(scope, id, value),
  );
  if (result.ok) return redirect(`/f/${params.token}${step === "end" ? "" : "?zapisano=1"}#wynik`, 303);
  return data({ fields, key, errors: refusedBecause(page.refusals[result.reason]) } satisfies Refused, { status: 409 });
}

const draw = (data: Told<typeof loader>, refused?: Refused) => <FollowerPage {...data} refused={refused} />;

export const handle: PageHandle = { plain: draw };

export default function Follower() {
  return draw(useLoaderData<typeof loader>(), useActionData<Refused>());
}

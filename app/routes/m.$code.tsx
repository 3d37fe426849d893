import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { giveOpinion } from "~/domain/followers/commands.opinions.server";
import { opinion } from "~/domain/followers/messages.opinions.pl";
import { findQuestion } from "~/domain/followers/queries.opinions.server";
import { opinionSchema } from "~/domain/followers/schema";
import { OpinionForm } from "~/domain/followers/ui/opinion-form";
import { once } from "~/domain/history/commands.server";
import { openMotionCode } from "~/domain/motions/gate.server";
import { own } from "~/domain/motions/messages.resident.pl";
import { getOwnPage } from "~/domain/motions/queries.own.server";
import { mayStillSubmit } from "~/domain/motions/queries.server";
import { DonePage } from "~/domain/motions/ui/done-page";
import { OwnPage } from "~/domain/motions/ui/own-page";
import { findProgress } from "~/domain/tasks/queries.progress.server";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import type { PageHandle, Told } from "~/ui/page-handle";
import { personalMeta } from "~/ui/personal-meta";

/** `?nowe`: the confirmation, right after sending or to print it again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, motionId, code } = await openMotionCode(params.code);
  const now = new Date();
  const page = await getOwnPage(scope, motionId, code);
  const query = new URL(request.url).searchParams;
  return {
    ...page,
    progress: await findProgress(scope, page.unit, motionId, now),
    maySubmit: await mayStillSubmit(scope, motionId, now),
    question: await findQuestion(scope),
    isNew: query.has("nowe"),
    isSaved: query.has("zapisano"),
    formKey: newFormKey(),
    now,
  };
}

/** „Czy sprawa jest załatwiona?” – the only thing that a code can change. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, code } = await openMotionCode(params.code);
  const form = await parseForm(request, opinionSchema);
  const { fields, key } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors } satisfies Refused, { status: 422 });
  const result = await once(scope, key, () => giveOpinion(scope, form.value));
  if (result.ok) return redirect(`/m/${code}?zapisano=1#wynik`, 303);
  const errors = refusedBecause(opinion.refusals[result.reason]);
  return data({ fields, key, errors } satisfies Refused, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => personalMeta(data ? own.title(data.motion.number) : "");

const draw = ({ isNew, question, formKey, isSaved, ...page }: Told<typeof loader>, refused?: Refused) =>
  isNew && !refused ? (
    <DonePage {...page} />
  ) : (
    <OwnPage {...page} answer={isSaved && !refused ? opinion.thanks : undefined} errors={refused?.errors}>
      {question && <OpinionForm question={question} formKey={formKey} refused={refused} />}
    </OwnPage>
  );

export const handle: PageHandle = { plain: draw };

export default function OwnMotion() {
  return draw(useLoaderData<typeof loader>(), useActionData<Refused>());
}

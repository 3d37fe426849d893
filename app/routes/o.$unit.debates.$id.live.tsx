import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData, useParams } from "@remix-run/react";
import type * as z from "zod";
import { changeHeadCount } from "~/domain/attendance/commands.presence.server";
import { HallLink } from "~/domain/evaluation/ui/evaluation-link";
import { once } from "~/domain/history/commands.server";
import { decideInHall } from "~/domain/live/commands.outcome.server";
import { captureInHall, finishItem, startItem } from "~/domain/live/commands.server";
import { noteSpeech, takeBackSpeech } from "~/domain/live/commands.speeches.server";
import { messages, sentenceFor } from "~/domain/live/messages.pl";
import { speeches } from "~/domain/live/messages.speeches.pl";
import { getEvening } from "~/domain/live/queries.server";
import {
  hallMotionSchema,
  headCountSchema,
  itemSchema,
  outcomeSchema,
  speechSchema,
  takeBackSchema,
} from "~/domain/live/schema";
import { CaptureForm } from "~/domain/live/ui/capture-form";
import { CurrentItem } from "~/domain/live/ui/current-item";
import { NotLive } from "~/domain/live/ui/not-live";
import { HeadCounts, Plan } from "~/domain/live/ui/side";
import { SpeechForm } from "~/domain/live/ui/speech-form";
import { summaryOf, TakenList } from "~/domain/live/ui/taken-list";
import { useLiveKeys } from "~/domain/live/ui/use-live-keys";
import { requireMember } from "~/domain/organizations/gate.server";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import type { Outcome } from "~/platform/outcome";
import { nameIn } from "~/platform/params.server";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { full: true };
export const meta: MetaFunction = () => [{ title: `${messages.title} – Debata` }];

/** Also after a refusal: the newer version is then shown, and is what the next press is measured against. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, params.unit, "record");
  return { evening: await getEvening(scope, nameIn(params.id)), formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireMember(request, params.unit, "record");
  const debateId = nameIn(params.id);
  const typed = await readFields(request);
  const { intent, ...fields } = typed.fields;
  const form = { ...typed, fields };
  const motionId = typeof fields.motionId === "string" ? fields.motionId : "";
  // All forms of the page were shown with one key; together with what they do it is one key for each.
  const key = `${typed.key}.${intent}.${motionId || fields.itemId || fields.speechId || ""}`.slice(0, 200);
  const refuse = (errors: ReturnType<typeof refusedBecause>, status: number) =>
    data({ intent, motionId, fields, errors }, { status });

  const attempt = async <S extends z.ZodType>(schema: S, work: Work<S>, { again = false } = {}) => {
    const read = parseFields(form, schema);
    if (!read.ok) return refuse(read.errors, 422);
    const run = () => work(read.value, read.version);
    const outcome = await (again ? run() : once(scope, key, run));
    if (!outcome.ok) return refuse(refusedBecause(sentenceFor(outcome.reason)), 409);
    return redirect(`/o/${params.unit}/debates/${debateId}/live`, 303);
  };
  switch (intent) {
    case "capture":
      return attempt(hallMotionSchema, (motion) => captureInHall(scope, debateId, motion));
    case "outcome":
      return attempt(outcomeSchema, (outcome, version) => decideInHall(scope, debateId, outcome, version));
    case "speech":
      return attempt(speechSchema, ({ speaker }) => noteSpeech(scope, debateId, speaker));
    case "unspeech":
      return attempt(takeBackSchema, ({ speechId }) => takeBackSpeech(scope, debateId, speechId));
    case "start":
      return attempt(itemSchema, ({ itemId }) => startItem(scope, debateId, itemId));
    case "finish":
      return attempt(itemSchema, ({ itemId }) => finishItem(scope, debateId, itemId));
    default:
      // A counter is pressed again and again on one page, so each press counts.
      return attempt(headCountSchema, ({ group, by }) => changeHeadCount(scope, debateId, group, by), { again: true });
  }
}

type Work<S extends z.ZodType> = (value: z.output<S>, version?: number) => Promise<Outcome<unknown, string>>;

const { text, place, category, raisedBy, owner, dueOn } = messages.capture;
const LABELS = { text, place, category, raisedBy, ownerBodyId: owner, dueOn, speaker: speeches.speaker };

export default function Live() {
  const { evening, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { unit } = useParams();
  useLiveKeys();
  const address = `/o/${unit}/debates/${evening.debate.id}`;
  if (evening.debate.status !== "live") return <NotLive status={evening.debate.status} address={address} />;
  const capture = refused?.intent === "capture" ? refused : undefined;
  const outcome = refused?.intent === "outcome" ? refused : undefined;
  const speech = refused?.intent === "speech" ? refused : undefined;
  return (
    <div className="stack">
      {outcome ? <ErrorSummary {...summaryOf(outcome)} /> : <ErrorSummary errors={refused?.errors} labels={LABELS} />}
      <p className="cluster">
        <HallLink own={address} />
      </p>
      <div className="live">
        <div className="live__main stack">
          <CurrentItem evening={evening} formKey={formKey} />
          <SpeechForm evening={evening} formKey={formKey} fields={speech?.fields} errors={speech?.errors} />
          <CaptureForm evening={evening} formKey={formKey} fields={capture?.fields} errors={capture?.errors} />
          <TakenList evening={evening} formKey={formKey} refused={outcome} />
        </div>
        <Plan evening={evening} />
        <HeadCounts evening={evening} formKey={formKey} attendanceHref={`${address}/attendance`} />
      </div>
    </div>
  );
}

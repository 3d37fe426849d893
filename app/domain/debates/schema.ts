import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { checkbox, dateField, line, oneOf, optional, paragraph, timeField, wholeNumber } from "~/platform/fields";
import { sentences } from "~/platform/fields.pl";
import { refusedBecause } from "~/platform/forms";
import { type CalendarDate, type ClockTime, formatShort, instantAt, warsawDate, warsawTime } from "~/platform/time";
import { ACCESS_FACTS, type AccessFact, DEBATE_KINDS } from "~db/vocabulary";
import { messages } from "./messages.pl";
import {
  closingOf,
  type DebateMove,
  type DebatePlan,
  endOfDay,
  type MoveRefusal,
  type PlanRefusal,
  problemsOf,
  type Timing,
} from "./rules";

export const accessField = (fact: AccessFact) => `access_${fact}` as const;
type AccessFields = { [F in ReturnType<typeof accessField>]?: string | null };

/** The inputs on the screen, all of them text. */
export type DebateFields = AccessFields & {
  [F in (typeof DEBATE_INPUTS)[number]]?: string | null;
};
export const DEBATE_INPUTS = [
  "kind",
  "number",
  "cycleTitle",
  "topic",
  "description",
  "startsOn",
  "startsTime",
  "endsTime",
  "venueName",
  "venueAddress",
  "accessNote",
  "capacity",
  "chair",
  "moderator",
  "minuteTaker",
  "coOrganizer",
  "answersOn",
  "motionsOn",
  "minutesOn",
  "evaluationOn",
  "evaluatesDebateId",
] as const;

/** Beside which field a refusal is shown; what is missing here is about the whole form. */
export const FIELD_OF: Partial<Record<string, keyof DebateFields>> = {
  ends_before_start: "endsTime",
  too_long: "endsTime",
  start_passed: "startsOn",
  start_too_far: "startsOn",
  date_missing: "startsOn",
  already_started: "startsOn",
  answers_after_start: "answersOn",
  answers_passed: "answersOn",
  motions_passed: "motionsOn",
  minutes_before_start: "minutesOn",
  evaluation_before_start: "evaluationOn",
  number_taken: "number",
  number_fixed: "number",
  evaluated_is_later: "evaluatesDebateId",
} satisfies Partial<Record<PlanRefusal | "date_missing" | "already_started", keyof DebateFields>>;

type Refusal = keyof typeof messages.refusals;

/** A refusal that is about one field stands beside it, like any other wrong input (422); the rest is about the moment (409). */
export function refusedPlan(reason: Refusal) {
  const field = FIELD_OF[reason];
  return { errors: refusedBecause(messages.refusals[reason], field), status: field ? 422 : 409 };
}

/** The pages that ask for a date show its problem beside it; the others have no such field. */
export function refusedMove(move: DebateMove, reason: MoveRefusal) {
  if (reason === "too_early") return { errors: refusedBecause(messages.refusals[reason], "early"), status: 422 };
  const asksForDate = move === "postpone" || move === "reschedule";
  return asksForDate ? refusedPlan(reason) : { errors: refusedBecause(messages.refusals[reason]), status: 409 };
}

const person = (label: string) => optional(line({ label, max: 160 }));
const access = Object.fromEntries(
  ACCESS_FACTS.map((fact) => [accessField(fact), optional(oneOf(["yes", "no"]))]),
) as Record<keyof AccessFields, ReturnType<typeof optional<"yes" | "no", string | null | undefined>>>;

const fields = z.object({
  ...access,
  kind: oneOf(DEBATE_KINDS, { label: "rodzaj debaty" }),
  number: optional(wholeNumber({ min: 1, max: 9999 })),
  cycleTitle: line({ label: "tytuł cyklu" }),
  topic: line({ label: "temat" }),
  description: optional(paragraph({ max: 2000 })),
  startsOn: dateField({ label: "datę debaty" }),
  startsTime: timeField({ label: "godzinę rozpoczęcia" }),
  endsTime: timeField({ label: "godzinę zakończenia" }),
  venueName: line({ label: "miejsce" }),
  venueAddress: optional(line()),
  accessNote: optional(paragraph({ max: 1000 })),
  capacity: optional(wholeNumber({ min: 1, max: 20_000 })),
  chair: person("przewodniczącego"),
  moderator: person("moderatora"),
  minuteTaker: person("protokolanta"),
  coOrganizer: person("współorganizatora"),
  answersOn: optional(dateField()),
  motionsOn: optional(dateField()),
  minutesOn: optional(dateField()),
  evaluationOn: optional(dateField()),
  evaluatesDebateId: optional(line({ max: 64 })),
});

/** The same in the browser and on the server; what depends on the clock or the database is said by the command. */
export const debateSchema: z.ZodType<DebatePlan, DebateFields> = fields.transform((typed, ctx): DebatePlan => {
  const timing = timingOf(typed, ctx);
  if (!timing) return z.NEVER;
  const { startsOn, startsTime, endsTime, answersOn, motionsOn, minutesOn, ...rest } = typed;
  const plan = {
    ...timing,
    ...withoutAccess(rest),
    access: accessOf(typed),
    description: typed.description ?? "",
    venueAddress: typed.venueAddress ?? "",
    accessNote: typed.accessNote ?? "",
    chair: typed.chair ?? "",
    moderator: typed.moderator ?? "",
    minuteTaker: typed.minuteTaker ?? "",
    coOrganizer: typed.coOrganizer ?? "",
    answersCloseAt: answersOn ? closingOn(answersOn, timing.startsAt) : undefined,
    motionsCloseAt: motionsOn ? endOfDay(motionsOn) : undefined,
    minutesDueOn: minutesOn ?? undefined,
  };
  for (const problem of problemsOf(plan))
    ctx.addIssue({ code: "custom", path: [FIELD_OF[problem] ?? ""], message: messages.refusals[problem] });
  return plan;
});

/** A day after the debate stays one, so that the rule can say so; on the day itself answers close when it begins. */
const closingOn = (date: CalendarDate, startsAt: Date) =>
  date > warsawDate(startsAt) ? endOfDay(date) : closingOf(date, startsAt);

function withoutAccess<T extends object>(typed: T) {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith("access_"))) as Omit<
    T,
    keyof AccessFields
  >;
}

function accessOf(typed: { [F in keyof AccessFields]?: "yes" | "no" | null }) {
  const stated = ACCESS_FACTS.filter((fact) => typed[accessField(fact)]);
  return Object.fromEntries(stated.map((fact) => [fact, typed[accessField(fact)] === "yes"]));
}

type TypedTiming = { startsOn: CalendarDate; startsTime: ClockTime; endsTime: ClockTime };

/** Both hours on one day. An hour that the clocks skip or repeat is not a time that people can agree on. */
function timingOf({ startsOn, startsTime, endsTime }: TypedTiming, ctx: z.RefinementCtx): Timing | undefined {
  const startsAt = hourOn(startsOn, startsTime, ctx, "startsTime");
  const endsAt = hourOn(startsOn, endsTime, ctx, "endsTime");
  return startsAt && endsAt && { startsAt, endsAt };
}

function hourOn(date: CalendarDate, time: ClockTime, ctx: z.RefinementCtx, path: string) {
  const found = instantAt(date, time);
  if (found.ok && !found.ambiguous) return found.value;
  const say = found.ok ? messages.doubledHour(formatShort(date), time) : sentences.noSuchHour(date, time);
  ctx.addIssue({ code: "custom", path: [path], message: say });
  return undefined;
}

const reason = paragraph({ max: 500, messages: { required: messages.reasonMissing } });
const newTiming = {
  startsOn: optional(dateField({ label: "datę debaty" })),
  startsTime: optional(timeField({ label: "godzinę rozpoczęcia" })),
  endsTime: optional(timeField({ label: "godzinę zakończenia" })),
};

/** A reason, and the new date if there is one. */
const postponementSchema = z.object({ reason, ...newTiming }).transform((typed, ctx) => {
  const { startsOn, startsTime, endsTime } = typed;
  if (!startsOn && !startsTime && !endsTime) return { reason: typed.reason };
  if (!startsOn || !startsTime || !endsTime) {
    const path = [!startsOn ? "startsOn" : !startsTime ? "startsTime" : "endsTime"];
    ctx.addIssue({ code: "custom", path, message: messages.dateAndBothTimes });
    return z.NEVER;
  }
  const timing = timingOf({ startsOn, startsTime, endsTime }, ctx);
  return timing ? { reason: typed.reason, ...timing } : z.NEVER;
});

const cancellationSchema = z.object({ reason });

const reschedulingSchema = z
  .object({
    startsOn: dateField({ label: "datę debaty" }),
    startsTime: timeField({ label: "godzinę rozpoczęcia" }),
    endsTime: timeField({ label: "godzinę zakończenia" }),
  })
  .transform((typed, ctx) => timingOf(typed, ctx) ?? z.NEVER);

const openingSchema = z.object({ early: checkbox() });

export type MoveValue = Partial<Timing> & { reason?: string; early?: boolean };
const nothing: z.ZodType<MoveValue> = z.object({});

/** What each change of state needs to be told. */
export const MOVE_SCHEMAS: Record<DebateMove, z.ZodType<MoveValue>> = {
  announce: nothing,
  reschedule: reschedulingSchema,
  postpone: postponementSchema,
  cancel: cancellationSchema,
  open: openingSchema,
  hold: nothing,
  close: nothing,
};

type Saved = Omit<Required<DebatePlan>, "pairedDebateId" | "number"> & { number: number; datePending?: boolean };

/** A saved debate as its form shows it: for editing, and for comparing two versions. */
export function fieldsOf(debate: Saved): DebateFields {
  const texts = Object.fromEntries(DEBATE_INPUTS.map((name) => [name, textOf(debate[name as keyof Saved])]));
  const access = ACCESS_FACTS.map((fact) => [accessField(fact), yesNo(debate.access[fact])]);
  return { ...texts, ...Object.fromEntries(access), ...timingFields(debate), ...deadlineFields(debate) };
}

export const timingFields = ({ startsAt, endsAt }: Timing) => ({
  startsOn: formatShort(startsAt),
  startsTime: warsawTime(startsAt),
  endsTime: warsawTime(endsAt),
});

type Deadlines = Pick<Saved, "answersCloseAt" | "motionsCloseAt" | "minutesDueOn" | "evaluationOn">;
const deadlineFields = ({ answersCloseAt, motionsCloseAt, minutesDueOn, evaluationOn }: Deadlines) => ({
  answersOn: formatShort(answersCloseAt),
  motionsOn: formatShort(motionsCloseAt),
  minutesOn: minutesDueOn ? formatShort(minutesDueOn) : "",
  evaluationOn: evaluationOn ? formatShort(evaluationOn) : "",
});

const textOf = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const yesNo = (value: boolean | undefined) => (value === undefined ? "" : value ? "yes" : "no");

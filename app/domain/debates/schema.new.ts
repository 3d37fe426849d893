import { type CalendarDate, formatShort } from "~/platform/time";
import { ACCESS_FACTS, type DebateKind } from "~db/vocabulary";
import { CYCLES } from "./messages.pl";
import { suggestClosing } from "./rules";
import { accessField, DEBATE_INPUTS, type DebateFields } from "./schema";

/** When debates of each kind usually begin, in minutes after midnight. */
const USUAL_START: Record<DebateKind, number> = {
  initiating: 17 * 60,
  evaluation: 17 * 60,
  forum: 17 * 60,
  working_meeting: 10 * 60,
  youth: 9 * 60 + 30,
};

type Template = {
  kind: DebateKind;
  day: CalendarDate | null;
  /** What was typed for a day that cannot be read: it comes along to be put right. */
  typedDay?: string;
  minutes: number;
  chair: string;
};

/** An empty form with everything in it that the kind and the day already tell. */
export function newFields({ kind, day, typedDay = "", minutes, chair }: Template, now: Date): DebateFields {
  const start = USUAL_START[kind];
  const closing = day ? suggestClosing(day, now) : undefined;
  const write = (date: CalendarDate | undefined) => (date ? formatShort(date) : "");
  const names = [...DEBATE_INPUTS, ...ACCESS_FACTS.map(accessField)];
  return {
    ...Object.fromEntries(names.map((name) => [name, ""])),
    kind,
    chair,
    cycleTitle: CYCLES[kind],
    startsOn: day ? formatShort(day) : typedDay,
    startsTime: clock(start),
    endsTime: clock(start + minutes),
    answersOn: write(closing?.answersOn),
    motionsOn: write(closing?.motionsOn),
    minutesOn: write(closing?.minutesOn),
    evaluationOn: kind === "initiating" || kind === "forum" ? write(closing?.evaluationOn) : "",
  };
}

const two = (n: number) => String(n).padStart(2, "0");
const clock = (minutes: number) => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

import { setHeadCount } from "~/domain/attendance/commands.presence.server";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { captureInHall, finishItem, startItem } from "~/domain/live/commands.server";
import { noteSpeech } from "~/domain/live/commands.speeches.server";
import { keepForPolice, mergeMotion } from "~/domain/motions/commands.moderation.server";
import { decideMotion } from "~/domain/motions/commands.server";
import { giveTask } from "~/domain/tasks/commands.server";
import { allow } from "~/platform/outcome";
import { calendarDate } from "~/platform/time";
import type { DemoDebate, DemoEvening, DemoItem, DemoMotion, DemoTask } from "~db/demo/types";
import type { HeadCountGroup } from "~db/vocabulary";
import { carryStep, reportSteps } from "./evaluation.server";
import { type Cast, clock, type Step } from "./story.server";

/** The evening itself, on its own clock. The hall opens before the first item and is closed after the last. */
export function eveningSteps(cast: Cast, debate: DemoDebate): Step[] {
  const { key, day, from, to, agenda = [], evening } = debate;
  if (!evening) return [];
  const id = () => cast.id("debate", key);
  const on = (hour: string) => clock(`${day} ${hour}`);
  const opened: Step = { at: on(from), what: `${key} opened`, run: (at) => openDebate(cast.staff(), id(), at) };
  const last = agenda.at(-1);
  return [
    opened,
    ...agenda.map((item): Step => itemStep(cast, debate, item)),
    ...speechSteps(cast, debate, evening),
    ...evening.motions.map((motion) => captureStep(cast, debate, motion)),
    ...(evening.reports ? reportSteps(cast, debate, evening.reports) : []),
    ...(evening.carriesOn ? [carryStep(cast, debate, evening.carriesOn)] : []),
    ...findingSteps(cast, debate, evening),
    ...headSteps(cast, debate, evening),
    ...(last
      ? [
          {
            at: on(to),
            what: `${key} last item`,
            run: (at: Date) => finishItem(cast.staff(), id(), itemId(cast, key, last), at),
          },
        ]
      : []),
    { at: on(to), what: `${key} held`, run: (at) => holdDebate(cast.staff(), id(), at) },
  ];
}

const itemId = (cast: Cast, debateKey: string, item: DemoItem) => cast.id("item", `${debateKey}:${item.key}`);

const itemStep = (cast: Cast, { key, day }: DemoDebate, item: DemoItem): Step => ({
  at: clock(`${day} ${item.at}`),
  what: `${key} item ${item.key}`,
  run: (at) => startItem(cast.staff(), cast.id("debate", key), itemId(cast, key, item), at),
});

const speechSteps = (cast: Cast, { key, day }: DemoDebate, { speeches = [] }: DemoEvening) =>
  speeches.map(
    ({ at, who }): Step => ({
      at: clock(`${day} ${at}`),
      what: `${key} speech of ${who}`,
      run: (now) => noteSpeech(cast.staff("clerk"), cast.id("debate", key), who, now),
    }),
  );

const captureStep = (cast: Cast, { key, day }: DemoDebate, motion: DemoMotion): Step => ({
  at: clock(`${day} ${motion.at}`),
  what: `${key} motion ${motion.no}`,
  run: async (at) => {
    const { no, text, place, category, kmzb = null, by, onPaper } = motion;
    const channel = onPaper ? "paper" : "hall";
    // Staff wrote it down in the hall, so somebody has looked at the words.
    const words = { text, place, category, kmzb, raisedBy: by, channel, looked: true } as const;
    const captured = await captureInHall(cast.staff("clerk"), cast.id("debate", key), words, at);
    if (!captured.ok) return captured;
    const { id, number } = captured.value;
    if (!number.endsWith(`/${String(no).padStart(2, "0")}`)) throw new Error(`${key}: motion ${no} became ${number}`);
    cast.keep("motion", `${key}:${no}`, id);
    const { outcome } = motion;
    if ("spot" in outcome || "police" in outcome) return decide(cast, key, motion, at);
    return allow(null);
  },
});

function decide(cast: Cast, debateKey: string, { no, outcome }: DemoMotion, at: Date) {
  const scope = cast.staff();
  const id = cast.id("motion", `${debateKey}:${no}`);
  if ("spot" in outcome)
    return decideMotion(scope, id, { outcome: "answered_on_spot", answer: outcome.spot, answeredBy: outcome.by }, at);
  if ("police" in outcome) return keepForPolice(scope, id, { reason: outcome.police }, at);
  if ("out" in outcome) return decideMotion(scope, id, { outcome: "out_of_scope", answer: outcome.out }, at);
  if ("merge" in outcome)
    return mergeMotion(scope, id, { into: cast.id("motion", `${debateKey}:${outcome.merge}`) }, at);
  if ("refer" in outcome) {
    const referredToBodyId = cast.id("body", outcome.refer);
    return decideMotion(scope, id, { outcome: "referred", referredToBodyId, answer: outcome.text, passedOn: true }, at);
  }
  return Promise.resolve(allow(null)); // its task decides it
}

/** First what becomes of each motion, then the tasks, a few seconds apart. */
function findingSteps(cast: Cast, debate: DemoDebate, { motions, tasks, findingsAt }: DemoEvening): Step[] {
  const { key, day } = debate;
  const start = clock(`${day} ${findingsAt}`).getTime();
  const after = (n: number) => new Date(start + n * 20_000);
  const open = motions.filter(({ outcome }) => !("spot" in outcome) && !("police" in outcome) && !isOnlyTask(outcome));
  return [
    ...open.map(
      (motion, i): Step => ({
        at: after(i),
        what: `${key} outcome of motion ${motion.no}`,
        run: (at) => decide(cast, key, motion, at),
      }),
    ),
    ...tasks.map(
      (task, i): Step => ({
        at: after(open.length + i),
        what: `${key} task ${task.key}`,
        run: (at) => give(cast, key, motions, task, at),
      }),
    ),
  ];
}

const isOnlyTask = (outcome: DemoMotion["outcome"]) => "task" in outcome && !("refer" in outcome);

async function give(cast: Cast, debateKey: string, motions: readonly DemoMotion[], task: DemoTask, at: Date) {
  const { key, title, details, owner, supporters = [], dueOn, dueBasis, priority } = task;
  const motionIds = motions
    .filter(({ outcome }) => "task" in outcome && outcome.task === key)
    .map(({ no }) => cast.id("motion", `${debateKey}:${no}`));
  const given = await giveTask(
    cast.staff(),
    cast.id("debate", debateKey),
    {
      motionIds,
      title,
      details,
      ownerBodyId: cast.id("body", owner),
      supporterIds: supporters.map((body) => cast.id("body", body)),
      dueOn: calendarDate(dueOn),
      dueBasis,
      priority,
    },
    at,
  );
  if (given.ok) cast.keep("task", `${debateKey}:${key}`, given.value.id);
  return given;
}

/** Counted when the hall has settled. */
const headSteps = (cast: Cast, { key, day, from }: DemoDebate, { heads }: DemoEvening): Step[] => {
  const at = new Date(clock(`${day} ${from}`).getTime() + 15 * 60_000);
  return (Object.entries(heads) as [HeadCountGroup, number][]).map(([group, count]) => ({
    at,
    what: `${key} head count ${group}`,
    run: (now) => setHeadCount(cast.staff("clerk"), cast.id("debate", key), group, count, now),
  }));
};

import { addAgendaItem, planDebate, removeAgendaItem } from "~/domain/agenda/commands.server";
import { listAgenda } from "~/domain/agenda/queries.server";
import { reserveSeat } from "~/domain/attendance/commands.server";
import { announceDebate, closeDebate } from "~/domain/debates/commands.moves.server";
import { createEvaluation } from "~/domain/evaluation/commands.server";
import { admitMotion } from "~/domain/motions/commands.moderation.server";
import { submitMotion } from "~/domain/motions/commands.server";
import { allow } from "~/platform/outcome";
import { calendarDate } from "~/platform/time";
import type { DemoDebate, OnlineMotion } from "~db/demo/types";
import { type Cast, clock, expectOk, type Step } from "./story.server";

/** From the plan to the day before: everything but guests and the evening. */
export function planSteps(cast: Cast, debate: DemoDebate): Step[] {
  const { key, plannedAt, announcedAt, closedAt, online = [], seats = [] } = debate;
  const id = () => cast.id("debate", key);
  const announced: Step[] = announcedAt
    ? [{ at: clock(announcedAt), what: `${key} announced`, run: (at) => announceDebate(cast.staff(), id(), at) }]
    : [];
  const closed: Step[] = closedAt
    ? [{ at: clock(closedAt), what: `${key} closed`, run: (at) => closeDebate(cast.staff(), id(), at) }]
    : [];
  return [
    { at: clock(plannedAt), what: `${key} planned`, run: (at) => plan(cast, debate, at) },
    ...announced,
    ...seats.map(
      ({ at, name, seats, email }): Step => ({
        at: clock(at),
        what: `${key} seat for ${name}`,
        run: (now) => reserveSeat(cast.as("public"), id(), { name, seats, email }, now),
      }),
    ),
    ...online.flatMap((motion, i) => onlineSteps(cast, debate, motion, `${key}:online${i}`)),
    ...closed,
  ];
}

async function plan(cast: Cast, debate: DemoDebate, now: Date) {
  const scope = cast.staff();
  const { key, evaluates, agenda } = debate;
  const value = planOf(debate);
  const created = evaluates
    ? await createEvaluation(scope, cast.id("debate", evaluates), value, now)
    : await planDebate(scope, { ...value, kind: debate.kind }, { withAgenda: !agenda }, now);
  if (!created.ok) return created;
  const { id } = created.value;
  cast.keep("debate", key, id);
  return agenda ? writeAgenda(cast, debate, id, now) : created;
}

function planOf(debate: DemoDebate) {
  const { number, cycleTitle, topic, description, venueName, venueAddress, access, accessNote, capacity } = debate;
  const { chair, moderator, minuteTaker, coOrganizer, day, from, to, evaluationOn } = debate;
  return {
    number,
    cycleTitle,
    topic,
    description,
    startsAt: clock(`${day} ${from}`),
    endsAt: clock(`${day} ${to}`),
    venueName,
    venueAddress,
    access,
    accessNote,
    capacity,
    chair,
    moderator,
    minuteTaker,
    coOrganizer,
    evaluationOn: evaluationOn ? calendarDate(evaluationOn) : null,
  };
}

/** The printed agenda in place of what an evaluation suggests. Each item lasts until the next one begins. */
async function writeAgenda(cast: Cast, { key, agenda = [], day, to }: DemoDebate, debateId: string, now: Date) {
  const scope = cast.staff();
  for (const { id } of await listAgenda(scope, debateId))
    expectOk(await removeAgendaItem(scope, debateId, id, now), cast.scenario, `${key} agenda`);
  for (const [i, { key: itemKey, at, kind, title, presenter = "", note = "" }] of agenda.entries()) {
    const minutes = minutesBetween(`${day} ${at}`, `${day} ${agenda[i + 1]?.at ?? to}`);
    const item = { kind, title, minutes, presenter, note };
    const added = await addAgendaItem(scope, debateId, item, now);
    if (!added.ok) return added;
    cast.keep("item", `${key}:${itemKey}`, added.value.id);
  }
  return allow(null);
}

const minutesBetween = (from: string, to: string) => (clock(to).getTime() - clock(from).getTime()) / 60_000;

function onlineSteps(cast: Cast, debate: DemoDebate, motion: OnlineMotion, key: string): Step[] {
  const { at, admittedAt, kmzb = null, authorName = "", authorEmail = "", track, ...rest } = motion;
  const submitted: Step = {
    at: clock(at),
    what: `${key} submitted`,
    run: async (now) => {
      const debateId = cast.id("debate", debate.key);
      const sent = await submitMotion(cast.as("public"), debateId, { ...rest, authorName, authorEmail }, now);
      if (sent.ok) cast.keep("motion", key, sent.value.id);
      return sent;
    },
  };
  if (!admittedAt) return [submitted];
  const { text, place, category } = rest;
  const legalTrack = track && { legalTrack: track };
  const face = { textPublic: text, place, category, kmzb, sensitivity: "public", looked: true, ...legalTrack } as const;
  const admitted: Step = {
    at: clock(admittedAt),
    what: `${key} admitted`,
    run: (now) => admitMotion(cast.staff(), cast.id("motion", key), face, now),
  };
  return [submitted, admitted];
}

import { and, eq, sql } from "drizzle-orm";
import { listItems, listPublicAgenda } from "~/domain/agenda/queries.server";
import { numberOf } from "~/domain/debates/messages.pl";
import type { Debate } from "~/domain/debates/queries.server";
import { isPublic } from "~/domain/debates/rules";
import { revisionOf } from "~/domain/history/queries.revision.server";
import { listPublicMotions } from "~/domain/motions/queries.public.server";
import { absolute } from "~/platform/links.server";
import { prepared } from "~/platform/prepared.server";
import { qrOf } from "~/platform/qr.server";
import type { Scope } from "~/platform/scope";
import { screens } from "~db/schema";
import type { ScreenMode } from "~db/vocabulary";
import { hallTokenOf } from "./gate.server";
import { countPhones, findBallot, findOpenBallot, headsOf, listForHall } from "./queries.ballot.server";
import { addVotes, ballotState, sumOf, verdictOf } from "./rules.ballot";
import { composeSlide } from "./rules.slide";

const NOTHING_YET = { mode: "agenda" as ScreenMode, motionId: null, generation: 1, version: 0 };

/** What the big screen shows; before anybody has steered it, the agenda. */
export async function findScreen(scope: Scope, debateId: string) {
  const [found] = await screenOf({ unit: scope.organizationId, debate: debateId });
  return found ?? NOTHING_YET;
}

const screenOf = prepared((from) =>
  from
    .select({
      mode: screens.mode,
      motionId: screens.motionId,
      generation: screens.generation,
      version: screens.version,
    })
    .from(screens)
    .where(and(eq(screens.organizationId, sql.placeholder("unit")), eq(screens.debateId, sql.placeholder("debate")))),
);

/** Changes whenever the screen might look different: it was steered, something happened in the unit, a phone voted. */
export async function pulseOfScreen(scope: Scope, debateId: string) {
  const [{ version, mode, generation }, revision, ballot] = await Promise.all([
    findScreen(scope, debateId),
    revisionOf(scope),
    findOpenBallot(scope, debateId),
  ]);
  const votes = mode === "ballot" && ballot ? sumOf(await countPhones(scope, ballot.id)) : "";
  return [generation, version, revision, votes].join(".");
}

/** Everything that the hall sees. Public JSON: each column is named, and nothing internal is among them. */
export async function getHallScreen(scope: Scope, debate: Debate, now = new Date()) {
  const pulse = await pulseOfScreen(scope, debate.id);
  const { mode, motionId, generation } = await findScreen(scope, debate.id);
  const view = await viewOf(scope, debate, mode, motionId, now);
  const voting = debate.evaluatesDebateId && debate.status === "live" && view.as !== "agenda";
  return {
    pulse,
    topic: debate.topic,
    number: numberOf(debate),
    startsAt: debate.startsAt,
    status: debate.status,
    view,
    side: view.as === "blank" ? null : sideOf(debate, voting ? hallTokenOf("ballot", debate, generation) : null),
  };
}
export type HallScreenData = Awaited<ReturnType<typeof getHallScreen>>;

/** The address that people scan or type, without the part before the host. */
function sideOf(debate: Debate, voteToken: string | null) {
  if (!voteToken && !isPublic(debate)) return null;
  const address = absolute(voteToken ? `/v/${voteToken}` : `/d/${debate.code}`);
  return {
    kind: voteToken ? ("vote" as const) : ("submit" as const),
    address: address.replace(/^https?:\/\//, ""),
    qr: qrOf(address),
  };
}

async function viewOf(scope: Scope, debate: Debate, mode: ScreenMode, motionId: string | null, now: Date) {
  if (mode === "blank") return { as: "blank" as const };
  const motions = motionId ? await listForHall(scope, debate) : [];
  const at = motions.findIndex(({ id }) => id === motionId);
  const motion = motions[at];
  const slide = motion && composeSlide(motion);
  // What has been hidden since is not shown any more.
  if (!motionId || !slide) return agendaView(scope, debate, now);
  if (mode === "slide") return { as: "slide" as const, no: at + 1, of: motions.length, slide };
  const ballot = await findBallot(scope, debate.id, motionId);
  const phones = await countPhones(scope, ballot?.id);
  const { number, place, text } = slide;
  const asked = { number, place, text };
  if (ballotState(ballot) === "open") return { as: "ballot" as const, ...asked, votes: sumOf(phones) };
  if (!ballot) return { as: "slide" as const, no: at + 1, of: motions.length, slide };
  const heads = headsOf(ballot);
  const total = addVotes(heads, phones);
  return {
    as: "result" as const,
    ...asked,
    heads: sumOf(heads),
    phones: sumOf(phones),
    total,
    verdict: motion.hallVerdict ?? verdictOf(total),
  };
}

const LAST_MOTIONS = 4;
const NEXT_ITEMS = 4;

/** The item that runs and its clock; below it the concerns that have just been written down, or what comes next. */
async function agendaView(scope: Scope, debate: Debate, now: Date) {
  const [items, all, motions] = await Promise.all([
    listPublicAgenda(scope, debate.id),
    listItems(scope, debate.id),
    isPublic(debate) ? listPublicMotions(scope, debate.id, LAST_MOTIONS) : [],
  ]);
  const isOver = debate.status === "held" || debate.status === "closed";
  const running = isOver ? undefined : all.find(({ startedAt, finishedAt }) => startedAt && !finishedAt);
  const at = items.findIndex(({ id }) => id === running?.id);
  const waiting = isOver ? [] : items.filter(({ id }) => all.some((item) => item.id === id && !item.startedAt));
  return {
    as: "agenda" as const,
    current:
      running && at >= 0
        ? {
            no: at + 1,
            of: items.length,
            title: running.title,
            secondsLeft:
              running.minutes * 60 - Math.floor((now.getTime() - (running.startedAt ?? now).getTime()) / 1000),
          }
        : null,
    motions: motions.toReversed().map(({ number, place, text }) => ({ number, place, text })),
    next: waiting.slice(0, NEXT_ITEMS).map(({ title, startsAt }) => ({ title, startsAt })),
  };
}

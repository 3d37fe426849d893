import { castVote, closeBallot, openBallot } from "~/domain/evaluation/commands.ballot.server";
import { finishEvaluation } from "~/domain/evaluation/commands.carry.server";
import { hashDevice } from "~/domain/evaluation/gate.device.server";
import { findOpenBallot } from "~/domain/evaluation/queries.ballot.server";
import { reportMotion } from "~/domain/motions/commands.server";
import type { Outcome } from "~/platform/outcome";
import type { DemoDebate, DemoReport } from "~db/demo/types";
import { HALL_VERDICTS } from "~db/vocabulary";
import { type Cast, clock, expectOk, type Step } from "./story.server";

/** One question after the other. */
const SECONDS_EACH = 12_000;

/** What each body reported on the earlier debate's motions, and how the hall voted. */
export const reportSteps = (
  cast: Cast,
  debate: DemoDebate,
  { at, of }: { at: string; of: readonly DemoReport[] },
): Step[] =>
  of.map((report, i) => ({
    at: new Date(clock(`${debate.day} ${at}`).getTime() + i * SECONDS_EACH),
    what: `${debate.key} report on ${report.no}`,
    run: (now) => (report.hands ? ask(cast, debate, report, now) : write(cast, debate, report, now)),
  }));

const motionOf = (cast: Cast, { evaluates }: DemoDebate, { no }: DemoReport) => cast.id("motion", `${evaluates}:${no}`);

function write(cast: Cast, debate: DemoDebate, report: DemoReport, now: Date) {
  const said = { reportText: report.text, hallVerdict: report.verdict };
  const where = { reportedAtDebateId: cast.id("debate", debate.key) };
  return reportMotion(cast.staff("clerk"), motionOf(cast, debate, report), { ...where, ...said }, now);
}

/** Opened, answered by hands and phones, closed; what the hall says has to be what the story says. */
async function ask(cast: Cast, debate: DemoDebate, report: DemoReport, now: Date): Promise<Outcome<unknown, string>> {
  const scope = cast.staff("clerk");
  const debateId = cast.id("debate", debate.key);
  const motionId = motionOf(cast, debate, report);
  const opened = await openBallot(scope, debateId, motionId, now);
  if (!opened.ok) return opened;
  const ballotId = (await findOpenBallot(scope, debateId))?.id ?? "";
  const [done = 0, partly = 0, not_done = 0] = report.hands ?? [];
  for (const [i, verdict] of HALL_VERDICTS.entries())
    for (let phone = 0; phone < (report.phones?.[i] ?? 0); phone++) {
      const deviceHash = hashDevice(`${verdict} ${phone}`, ballotId);
      const voted = await castVote(cast.as("public"), ballotId, { deviceHash, verdict }, now);
      expectOk(voted, cast.scenario, `${debate.key} vote on ${report.no}`);
    }
  const heads = { done, partly, not_done };
  const said = { heads, overruled: report.verdict, note: "", text: report.text };
  return closeBallot(scope, debateId, motionId, said, now);
}

/** What is still owed goes on to the next debate. */
export const carryStep = (
  cast: Cast,
  debate: DemoDebate,
  { at, tasks }: { at: string; tasks: readonly string[] },
): Step => ({
  at: clock(`${debate.day} ${at}`),
  what: `${debate.key} carries on`,
  run: (now) => {
    const chosen = tasks.map((task) => ({ taskId: cast.id("task", `${debate.evaluates}:${task}`), dueOn: null }));
    return finishEvaluation(cast.staff(), cast.id("debate", debate.key), chosen, now);
  },
});

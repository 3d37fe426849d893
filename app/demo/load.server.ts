import type { DemoDays, DemoDebate, DemoScenario } from "~db/demo/types";
import { agreementSteps } from "./agreements.server";
import { planSteps } from "./debate.server";
import { eveningSteps } from "./evening.server";
import { guestSteps } from "./guests.server";
import { minutesSteps } from "./minutes.server";
import { scenarios } from "./scenarios.server";
import { type Cast, replay } from "./story.server";
import { taskSteps } from "./tasks.server";
import { foundUnit } from "./unit.server";

/**
 * Loads every scenario through the commands that people use, in the order in which things happened. What a command
 * refuses stops it, with the scenario and the step.
 */
export async function loadDemo(passwordHash: string, days: DemoDays) {
  for (const scenario of scenarios(days)) await play(scenario, passwordHash);
}

async function play(scenario: DemoScenario, passwordHash: string) {
  const cast = await foundUnit(scenario, passwordHash);
  const { unit, debates, agreements = [] } = scenario;
  const steps = debates.flatMap((debate) => stepsOf(cast, scenario, debate));
  await replay(unit.slug, [...steps, ...agreements.flatMap((agreement) => agreementSteps(cast, agreement))]);
}

/** In the order in which steps of the same minute follow each other. */
const stepsOf = (cast: Cast, { unit }: DemoScenario, debate: DemoDebate) => [
  ...planSteps(cast, debate),
  ...guestSteps(cast, debate),
  ...eveningSteps(cast, debate),
  ...taskSteps(cast, debate),
  ...minutesSteps(cast, unit, debate),
];

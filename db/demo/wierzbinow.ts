import type { DemoDays, DemoScenario } from "./types";
import { draft, evaluation, youth } from "./wierzbinow.coming";
import { initiating } from "./wierzbinow.debate";
import { bodies, competences, members, unit } from "./wierzbinow.directory";

/** The main unit of the demo: one debate from the plan to the promises, and what comes next. */
export const wierzbinow = (days: DemoDays): DemoScenario => ({
  unit,
  foundedAt: "2026-02-02 08:00",
  members,
  bodies,
  competences,
  debates: [initiating(days), youth(days), evaluation(days), draft(days)],
});

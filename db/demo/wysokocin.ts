import type { DemoScenario } from "./types";
import { bodies, members, unit } from "./wysokocin.directory";
import { evaluation } from "./wysokocin.evaluation";
import { initiating } from "./wysokocin.first";

/** A pair of debates about one road. */
export const wysokocin: DemoScenario = {
  unit,
  foundedAt: "2025-03-03 08:00",
  members,
  bodies,
  debates: [initiating, evaluation],
};

import { bytomierz } from "~db/demo/bytomierz";
import { opocznica } from "~db/demo/opocznica";
import { trybow } from "~db/demo/trybow";
import type { DemoDays, DemoScenario } from "~db/demo/types";
import { wierzbinow } from "~db/demo/wierzbinow";
import { wysokocin } from "~db/demo/wysokocin";

/** The main unit comes first. */
export const scenarios = (days: DemoDays): DemoScenario[] => [
  wierzbinow(days),
  trybow,
  wysokocin,
  opocznica,
  bytomierz(days),
];

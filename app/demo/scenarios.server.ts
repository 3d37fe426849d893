import type { DemoDays, DemoScenario } from "~db/demo/types";
import { wierzbinow } from "~db/demo/wierzbinow";

export const scenarios = (days: DemoDays): DemoScenario[] => [wierzbinow(days)];

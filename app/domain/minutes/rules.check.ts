import type { Facts } from "./rules";
import { checkMotions, checkTasks } from "./rules.check-motions";
import { checkPeople } from "./rules.check-people";
import { checkSecrets } from "./rules.check-secrets";
import { checkTexts } from "./rules.check-text";
import type { Fault } from "./rules.faults";

/** Everything before approval: errors stand in its way, warnings do not. */
export const checkMinutes = (facts: Facts): Fault[] => [
  ...checkMotions(facts),
  ...checkTasks(facts),
  ...checkSecrets(facts),
  ...checkTexts(facts),
  ...checkPeople(facts),
];

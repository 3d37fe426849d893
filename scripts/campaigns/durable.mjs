// Acknowledged means on disk: counts what is synchronized between a commit and its answer, by system calls. Under
// synchronous=NORMAL, the driver's own habit, it has to fail.
import { traceWrites } from "../lib/trace-writes.mjs";

/** @param {{ quick: boolean }} asked */
export async function run({ quick }) {
  const writes = quick ? 20 : 2000;
  const { answers, unsynced } = await traceWrites({ writes });
  const control = await traceWrites({ writes: 20, plant: "normal" });
  const faults = [];
  if (answers !== writes) faults.push(`${answers} of ${writes} writes were seen`);
  if (unsynced > 0) faults.push(`${unsynced} answers came before the log was on disk`);
  if (control.unsynced === 0) faults.push("synchronous=NORMAL was not seen");
  return { faults, figures: { answers, unsynced, "control under NORMAL, unsynced": `${control.unsynced} of 20` } };
}

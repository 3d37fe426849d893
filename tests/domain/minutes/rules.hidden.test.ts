import fc from "fast-check";
import { expect, test } from "vitest";
import { UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { hiddenSince, strike } from "~/domain/minutes/rules.hidden";
import { minutedFacts } from "../../setup/factories.minutes";

const facts = minutedFacts();
const open = composeMinutes(facts, "public", UNSTAMPED);
const shown = open.motions.map(({ number }) => number);
const policed = (numbers: readonly string[]) => ({
  ...facts,
  motions: facts.motions.map((motion) =>
    numbers.includes(motion.number) ? { ...motion, sensitivity: "police_only" as const } : motion,
  ),
});

test("nothing is hidden while nothing has changed, and then the document stays the very same", () => {
  expect(hiddenSince(open, facts)).toEqual([]);
  expect(strike(open, [])).toBe(open);
});

test("a motion, its tasks and an earlier motion", () => {
  const [motion] = facts.motions.filter(({ number, taskNumbers }) => shown.includes(number) && taskNumbers.length);
  if (!motion) throw new Error("No motion with a task");
  expect(hiddenSince(open, policed([motion.number]))).toEqual([motion.number, ...motion.taskNumbers]);
  const earlier = { number: "1/2025/02", place: "", text: "", owner: "", report: "", verdict: null };
  const reported = [{ ...earlier, owners: [], sensitivity: "internal" as const }];
  expect(hiddenSince({ ...open, reported: [earlier] }, { ...facts, reported })).toEqual(["1/2025/02"]);
});

test("a task alone", () => {
  const [task] = open.tasks;
  const tasks = facts.tasks.map((row) => ({ ...row, internal: row.internal || row.number === task?.number }));
  expect(hiddenSince(open, { ...facts, tasks })).toEqual([task?.number]);
});

test("Z1 is not Z11, and a line that names what is hidden goes as a whole", () => {
  const findings = "Zadanie Z11 zostaje.\nZadanie Z1: przy bloku 7.\nReszta.";
  expect(strike({ ...open, findings }, ["Z1"]).findings).toBe("Zadanie Z11 zostaje.\n[utajniono]\nReszta.");
});

test("whatever is hidden, no number and no row of it is left, and the rest stays", () => {
  fc.assert(
    fc.property(fc.subarray(shown), (numbers) => {
      const hidden = hiddenSince(open, policed(numbers));
      const struck = strike({ ...open, survey: numbers.join("\n") }, hidden);
      for (const number of numbers) expect(JSON.stringify(struck)).not.toContain(`${number}`);
      expect(struck.motions.map(({ number }) => number)).toEqual(shown.filter((number) => !numbers.includes(number)));
      expect(hiddenSince(struck, policed(numbers))).toEqual([]);
    }),
  );
});

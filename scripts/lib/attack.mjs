// Whether everybody else is served while, and after, somebody attacks.
import { setTimeout as sleep } from "node:timers/promises";
import { ATTACKS } from "./attacks.mjs";
import { leave, visit } from "./raw-http.mjs";

/**
 * Plays the attacks one after the other, while somebody else opens a page again and again. What is only said is said
 * twice more, by somebody who is gone before, or while, it is answered.
 * @param {import("./raw-http.mjs").Target} target
 * @param {(line: string) => void} [tell]
 */
export async function attack(target, tell = () => {}, attacks = ATTACKS) {
  /** @type {string[]} */
  const faults = [];
  let isOver = false;
  let visits = 0;
  const visitor = (async () => {
    for (; !isOver; await sleep(100)) {
      const { status } = await visit(target);
      visits++;
      if (status !== "200" && !isOver) faults.push(`Meanwhile a visitor got: ${status}`);
    }
  })();
  for (const { name, answers, play, words } of attacks) {
    const got = await play(target).catch((error) => `failed: ${error}`);
    tell(`${name}: ${got}`);
    if (!answers.test(got)) faults.push(`${name}: ${got} instead of ${answers}`);
    for (const when of words ? /** @type {const} */ (["asked", "answered"]) : [])
      await leave(target, words?.(target) ?? [], when);
    const { status } = await visit(target);
    if (status !== "200") faults.push(`After „${name}” a visitor got: ${status}`);
  }
  isOver = true;
  await visitor;
  return { faults, attacks: attacks.length, visits };
}

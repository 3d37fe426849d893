import { expect } from "vitest";
import * as papers from "~/routes/o.$unit.debates.$id.documents_.$file";
import { doorArgs } from "./factories.organizations";
import { type anEveningOf, type ScenarioUnit, wordsOf } from "./factories.scenario";
import { textOf } from "./pdf";

// What people read of a scenario's tasks, held against its table.

/** The follow-up report as the office prints it for everybody. */
async function reportOf({ slug, cookie }: ScenarioUnit, debateId: string) {
  const file = "sprawozdanie.pdf";
  const params = { unit: slug, id: debateId, file };
  const answer = await papers.loader(doorArgs(`/${file}?version=public`, { cookie: await cookie(), params }));
  return textOf(new Uint8Array(await (answer as Response).arrayBuffer()));
}

/** What the scenario's table says of a task, in the words and dates that people read. */
export type Expected = {
  key: string;
  title: string;
  owner: string;
  with?: string[];
  /** "pon., 20.04.2026" in lists, "poniedziałek, 20 kwietnia 2026 r." in full; the report leaves the day of the week out. */
  due: [short: string, full: string];
  basis: string;
  state: string;
  /** „Po terminie 3 dni”, counted on the day of looking. */
  late?: string;
  budgetYear?: number;
  result?: string;
  motions: string[];
  priority?: true;
};

const blocksOf = (html: string, tag: string) =>
  (html.match(new RegExp(`<${tag}[ >][\\s\\S]*?</${tag}>`, "g")) ?? []).map(wordsOf);
/** Named, so that a failure says which screen of which task lacks which words. */
const expectWords = (where: string, text: string, words: (string | number | false | undefined)[]) => {
  const missing = words.filter((word) => word && !text.includes(String(word)));
  expect.soft({ where, missing, text: missing.length > 0 ? text : "" }).toEqual({ where, missing: [], text: "" });
};

/** On the staff's list and page, at the desk of the body, on the public page of each motion, and in the report. */
export async function expectTasks(
  unit: ScenarioUnit,
  told: Awaited<ReturnType<typeof anEveningOf>>,
  expected: Expected[],
) {
  const { number, year, id } = told.debate;
  const list = blocksOf(await unit.office("/tasks?show=all"), "tr");
  const report = await reportOf(unit, id);
  const tracker = wordsOf(await unit.read(`/u/${unit.slug}/tracker`));
  for (const task of expected) {
    const { key, title, owner, due, state, late, budgetYear, result, basis, motions } = task;
    const row = list.find((text) => text.includes(`${key} · debata ${number}/${year}`)) ?? "";
    const funds = budgetYear && `${state} – ${budgetYear}`;
    expectWords(`list ${key}`, row, [title, owner, funds || state, due[0], late]);
    expect([key, /po terminie/i.test(row)]).toEqual([key, Boolean(late)]);

    const page = wordsOf(await unit.office(`/tasks/${told.task(key)}`));
    const helpers = task.with?.length ? [`Współpraca`, ...task.with] : [];
    expectWords(`page ${key}`, page, [title, `Realizuje ${owner}`, `Termin ${due[1]}`, `Podstawa terminu ${basis}`]);
    expectWords(`page ${key}`, page, [funds || state, result, ...helpers, ...motions]);

    const desk = blocksOf(await unit.read(`/b/${(await unit.body(owner)).token}`), "article");
    const card =
      desk.find((text) => text.includes(`Zadanie ${key} `) && text.includes(`debata ${number}/${year}`)) ?? "";
    const isOpen = state === "W realizacji" || state === "Przyjęte";
    expectWords(`desk ${key}`, card, [title, state, result, ...motions, isOpen && `Termin: ${due[0]} (${basis})`]);

    for (const motion of motions) {
      expectWords(`tracker ${motion}`, tracker, [motion]);
      const thread = wordsOf(await unit.read(`/u/${unit.slug}/tracker/${motion.replaceAll("/", "-")}`));
      expectWords(`thread ${motion} ${key}`, thread, [`${key} ${title}`, owner, state, result]);
      expectWords(`thread ${motion} ${key}`, thread, [
        `Termin: ${due[1]} (${basis})`,
        budgetYear && `środki w budżecie na ${budgetYear} r.`,
      ]);
    }

    // Priorities come first there, so a task ends where any other begins.
    const heading = task.priority ? `${key} – priorytet debaty. ${title}` : `${key}. ${title}`;
    const start = report.indexOf(heading);
    const part = start < 0 ? "" : (report.slice(start).split(/ (?=Z\d+\. )/)[0] ?? "");
    const day = due[1].replace(/^[^,]+, /, "");
    expectWords(`report ${key}`, part, [`Realizujący ${owner}`, ...helpers, `Termin ${day}`, `Stan ${state}`]);
    expectWords(`report ${key}`, part, [
      result,
      budgetYear && String(budgetYear),
      ...motions,
      late?.match(/\d+ dni/)?.[0],
    ]);
  }
  expect(list.filter((text) => text.includes(`debata ${number}/${year}`))).toHaveLength(expected.length);
  return { report, tracker };
}

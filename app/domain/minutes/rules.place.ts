import type { Section } from "./rules.sections";

/** What was settled and done stands behind what was only mentioned, so it is looked for there first. */
const WHERE = ["motions", "tasks", "reported", "course"] as const;

/** Where a text of the minutes speaks of a matter: "3/2026/07" is not found in "3/2026/071" or in "13/2026/07". */
export function placeOf(sections: readonly Section[], number: string) {
  const named = new RegExp(`(?<!\\d)${number.replaceAll("/", "\\/")}(?!\\d)`);
  for (const name of WHERE) {
    const section = sections.find((each) => each.name === name);
    if (section && named.test(JSON.stringify(section.blocks))) return { id: section.id, title: section.title };
  }
  return null;
}

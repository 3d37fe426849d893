import { personalDataIn } from "~/platform/personal-data";
import { type Facts, isOpen, itemKey, placeOf } from "./rules";
import { offeringParts } from "./rules.offers";

/** What a clerk has to know before the chair signs. `at` is the id on the page where the fault is. */
export type Fault = { level: "error" | "warning"; kind: FaultKind; subject: string; at: string };

export const FAULT_KINDS = [
  "motion_without_outcome",
  "task_missing",
  "names_hidden_motion",
  "counts_hidden_motions",
  "personal_data",
  "item_without_text",
  "new_facts",
  "guest_without_presence",
  "not_counted",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export function checkMinutes(facts: Facts): Fault[] {
  return [...checkMotions(facts), ...checkSecrets(facts), ...checkPersons(facts), ...checkGaps(facts)];
}

const error = (kind: FaultKind, subject: string, at: string): Fault => ({ level: "error", kind, subject, at });
const warning = (kind: FaultKind, subject: string, at: string): Fault => ({ level: "warning", kind, subject, at });

function checkMotions({ motions }: Facts): Fault[] {
  return motions.flatMap(({ number, outcome, taskNumbers }) => {
    if (outcome === null) return [error("motion_without_outcome", number, "s7")];
    return outcome === "task" && taskNumbers.length === 0 ? [error("task_missing", number, "s7")] : [];
  });
}

const titleOf = ({ items }: Facts, key: string) => items.find(({ id }) => itemKey(id) === key)?.title ?? "";

/** The clerk's words go into both versions: what is hidden in the tables must not be told between the lines. */
function checkSecrets(facts: Facts): Fault[] {
  const hidden = facts.motions.filter((motion) => !isOpen(motion));
  if (hidden.length === 0) return [];
  const all = facts.motions.length;
  return openTexts(facts).flatMap(({ key, text }) => {
    const at = placeOf(key);
    const named = hidden.filter(({ number }) => mentions(text, number));
    const hinted = hidden.filter((motion) => !named.includes(motion) && mentionsShortly(text, motion.number));
    const counted = new RegExp(`(?<!\\d)${all}[\\s\\u00a0]wnios`, "i").test(text);
    return [
      ...named.map(({ number }) => error("names_hidden_motion", number, at)),
      ...hinted.map(({ number }) => warning("names_hidden_motion", number, at)),
      ...(counted ? [warning("counts_hidden_motions", titleOf(facts, key), at)] : []),
    ];
  });
}

const mentions = (text: string, number: string) => new RegExp(`(?<![\\d/])${number}(?![\\d/])`).test(text);

/** „wniosek 12”, „wniosku nr 12” for 3/2026/12. */
const mentionsShortly = (text: string, number: string) =>
  new RegExp(`wnios\\p{L}*[\\s\\u00a0]+(?:nr[\\s\\u00a0]+)?0*${Number(number.split("/").at(-1))}(?![\\d/])`, "iu").test(
    text,
  );

const openTexts = ({ parts, items }: Facts) => {
  const closed = new Set(items.filter(({ internal }) => internal).map(({ id }) => itemKey(id)));
  return parts.filter(({ key, internal }) => !internal && !closed.has(key) && key !== "distribution");
};

function checkPersons(facts: Facts): Fault[] {
  const inParts = openTexts(facts)
    .filter(({ text }) => personalDataIn(text).length > 0)
    .map(({ key }) => warning("personal_data", titleOf(facts, key), placeOf(key)));
  const inTasks = facts.tasks
    .filter(({ internal, title }) => !internal && personalDataIn(title).length > 0)
    .map(({ number }) => warning("personal_data", number, "s8"));
  return [...inParts, ...inTasks];
}

function checkGaps(facts: Facts): Fault[] {
  const { parts, items, guests, headCounts } = facts;
  const saved = new Set(parts.map(({ key }) => key));
  return [
    ...items
      .filter(({ id }) => !saved.has(itemKey(id)))
      .map(({ id, title }) => warning("item_without_text", title, placeOf(itemKey(id)))),
    ...offeringParts(facts).map(({ title, place }) => warning("new_facts", title, place)),
    ...guests
      .filter(({ presence, answered }) => presence === null && answered !== "other")
      .map(({ officeTitle, bodyName }) => warning("guest_without_presence", `${officeTitle}, ${bodyName}`, "s3")),
    ...(headCounts.every(({ count }) => count === 0) ? [warning("not_counted", "", "s3")] : []),
  ];
}

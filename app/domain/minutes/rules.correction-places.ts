import { type FieldName, places as say } from "./messages.correction-places.pl";
import { paper } from "./messages.document.pl";
import type { MinutesDocument } from "./rules";
import { FIELDS, type Field } from "./rules.correction-fields";
import { written } from "./rules.correction-values";
import { begunAt, endedAt } from "./rules.sections";

export type Frozen = { internal: MinutesDocument; public: MinutesDocument };

export type Path = readonly (string | number)[];
/** Where a value stands in one of the two documents, and what it is called there: items have other numbers in each. */
export type Spot = { path: Path; text: string; title: string };
/** One value of the approved paper that may be wrong. */
export type Place = Field & {
  key: string;
  name: FieldName;
  group: string;
  row: string;
  internal: Spot;
  public: Spot | null;
};

type Base = { name: FieldName; key?: string; group: keyof typeof say.groups; row?: string };

/** Every place, in the order of the paper. */
export function placesOf(frozen: Frozen): Place[] {
  const { internal, public: open } = frozen;
  const one = (name: FieldName, group: Base["group"], path: Path = name.split("-")) =>
    place({ name, group }, spot(internal, name, path), spot(open, name, path));
  const moment = (name: FieldName, read: (document: MinutesDocument) => Date | null) => {
    const at = (document: MinutesDocument): Spot => ({
      path: ["corrected", name.slice(5)],
      text: written("moment", read(document)?.toISOString()),
      title: say.fields[name],
    });
    return place({ name, group: "time" }, at(internal), at(open));
  };
  return [
    moment("time-begunAt", begunAt),
    moment("time-endedAt", endedAt),
    one("debate-topic", "time"),
    one("debate-cycleTitle", "time"),
    one("debate-venueName", "time"),
    one("debate-venueAddress", "time"),
    one("debate-coOrganizer", "people"),
    one("debate-chair", "people"),
    one("debate-moderator", "people"),
    one("debate-minuteTaker", "people"),
    ...rows(frozen, "headCounts", "participants"),
    ...rows(frozen, "guests", "participants"),
    ...rows(frozen, "absent", "participants"),
    ...rows(frozen, "items", "course"),
    ...rows(frozen, "reported", "reported"),
    ...rows(frozen, "motions", "motions"),
    one("findings", "tasks"),
    ...rows(frozen, "tasks", "tasks"),
    one("survey", "survey"),
    one("debate-evaluationOn", "next"),
    one("attachments", "attachments"),
    one("end-drawnUpOn", "end", ["drawnUpOn"]),
    one("distribution", "distribution"),
  ];
}

type List = "headCounts" | "guests" | "absent" | "items" | "reported" | "motions" | "tasks";
/** The first word of the names of its fields. */
const PREFIX: Record<List, string> = {
  headCounts: "count",
  guests: "guest",
  absent: "absent",
  items: "item",
  reported: "reported",
  motions: "motion",
  tasks: "task",
};

function rows(frozen: Frozen, list: List, group: Base["group"]): Place[] {
  const { internal, public: open } = frozen;
  const prefix = PREFIX[list];
  const names = (Object.keys(FIELDS) as FieldName[]).filter((each) => each.split("-")[0] === prefix);
  const twins = twinsOf(frozen, list);
  return internal[list].flatMap((_, i) => {
    const row = rowTitle(internal, list, i);
    const twin = twins[i];
    return names.map((name) => {
      const field = name.split("-")[1] ?? "text";
      const named = (document: MinutesDocument, at: number): Spot =>
        spot(document, name, [list, at, field], rowTitle(document, list, at));
      const key = [prefix, i + 1, ...name.split("-").slice(1)].join("-");
      return place({ name, key, group, row }, named(internal, i), twin === undefined ? null : named(open, twin));
    });
  });
}

function place({ name, key = name, group, row = "" }: Base, internal: Spot, open: Spot | null): Place {
  const field = FIELDS[name];
  return { ...field, key, name, group: say.groups[group], row, internal, public: field.secret ? null : open };
}

function spot(document: MinutesDocument, name: FieldName, path: Path, row = ""): Spot {
  const title = !row ? say.fields[name] : name === "item" ? row : say.of(row, say.fields[name]);
  return { path, title, text: written(FIELDS[name].as, valueAt(document, path)) };
}

type Plain = Parameters<typeof written>[1];
const valueAt = (document: MinutesDocument, path: Path) =>
  path.reduce<unknown>((inside, step) => (inside as Record<string | number, unknown>)?.[step], document) as Plain;

function rowTitle(document: MinutesDocument, list: List, at: number): string {
  const { headCounts, guests, absent, items, reported, motions, tasks } = document;
  const titles: Record<List, () => string | undefined> = {
    headCounts: () => headCounts[at] && paper.labels.groups[headCounts[at].group],
    guests: () => guests[at] && say.guest(at + 1, guests[at].post, guests[at].bodyName),
    absent: () => absent[at] && say.absent(absent[at].officeTitle, absent[at].bodyName),
    items: () => items[at] && paper.item(items[at].no, items[at].title),
    reported: () => reported[at] && say.motion(reported[at].number),
    motions: () => motions[at] && say.motion(motions[at].number),
    tasks: () => tasks[at] && say.task(tasks[at].number),
  };
  return titles[list]() ?? "";
}

/** For each row of the internal document where the same row stands in the public one; a hidden row stands nowhere. */
function twinsOf({ internal, public: open }: Frozen, list: List): (number | undefined)[] {
  if (list === "items") return itemTwins(internal.items, open.items);
  if (list === "motions" || list === "tasks" || list === "reported") {
    const numbers = open[list].map(({ number }) => number);
    return internal[list].map(({ number }) => (numbers.includes(number) ? numbers.indexOf(number) : undefined));
  }
  return internal[list].map((_, i) => (internal[list].length === open[list].length ? i : undefined));
}

type Item = MinutesDocument["items"][number];

/**
 * The public text has fewer items and other numbers, in the same order. Where one of several that look alike is left
 * out nobody can tell which, so none of them is taken for the public one.
 */
function itemTwins(items: readonly Item[], open: readonly Item[]) {
  const alike = (list: readonly Item[], { title, startedAt }: Item) =>
    list.flatMap((each, i) => (each.title === title && each.startedAt === startedAt ? [i] : []));
  return items.map((item, i) => {
    const [own, twins] = [alike(items, item), alike(open, item)];
    return own.length === twins.length ? twins[own.indexOf(i)] : undefined;
  });
}

import { allow, type Outcome, refuse } from "~/platform/outcome";
import { personalDataIn } from "~/platform/personal-data";
import { calendarDate, formatDate } from "~/platform/time";
import type { MinutesStatus, MotionOutcome } from "~db/vocabulary";
import { correction as say } from "./messages.correction.pl";
import { type Correction, type CorrectionRefusal, isFrozen, type MinutesDocument, type MinutesVersion } from "./rules";
import { type Frozen, type Path, type Place, placesOf, type Spot } from "./rules.correction-places";
import { type Kind, told, valueIn } from "./rules.correction-values";
import { strike } from "./rules.hidden";
import { marksIn, REDACTED, redact, withoutMarks } from "./rules.marks";
import { paragraphsOf } from "./rules.paragraphs";
import { type Block, begunAt, endedAt } from "./rules.sections";

export type { Frozen };

/** A value of the approved paper. `where`: in which version it stands; one that differs in both is corrected in each. */
export type Correctable = Pick<Place, "key" | "name" | "group" | "row" | "as" | "needed"> & {
  title: string;
  text: string;
  where: "both" | MinutesVersion;
};

export const correctablesOf = (frozen: Frozen): Correctable[] =>
  placesOf(frozen).flatMap(({ internal, public: open, ...place }): Correctable[] => {
    const { title, text } = internal;
    const { key, name, group, row, as, needed } = place;
    const inner = { key, name, group, row, as, needed, title, text };
    if (open?.text === text) return [{ ...inner, where: "both" }];
    const where = "internal" as const;
    const outer = open?.text ? [{ ...inner, key: `${key}-public`, text: open.text, where: "public" as const }] : [];
    return [{ ...inner, where }, ...outer];
  });

/** After approval, and one at a time. */
export function decideCorrection(status: MinutesStatus, hasDraft: boolean): Outcome<"open", CorrectionRefusal> {
  if (!isFrozen(status)) return refuse("not_possible");
  return hasDraft ? refuse("already_open") : allow("open");
}

type Meta = { no: number; on: string; approvedBy: string; reason: string; seal: string };

/**
 * The approved text with its corrections: from the frozen text, so that nothing that happened later gets into it. What
 * the office has `hidden` since goes out of the version for everybody, also without a word being changed.
 */
export function applyCorrection(
  approved: Frozen,
  texts: Readonly<Record<string, string>>,
  { seal, ...meta }: Meta,
  hidden: readonly string[] = [],
): Outcome<Frozen, CorrectionRefusal> {
  const frozen = { ...approved, public: strike(approved.public, hidden) };
  const [inner, open] = [changesIn(frozen, texts, "internal"), changesIn(frozen, texts, "public")];
  if (inner.length + open.length + hidden.length === 0) return refuse("nothing_changed");
  const isHalf = (text: string) => marksIn(text).unbalanced.length > 0;
  if ([meta.reason, ...[...inner, ...open].map(({ typed }) => typed)].some(isHalf)) return refuse("unbalanced_mark");
  const reason = redact(meta.reason);
  if (tellsHidden(frozen, reason, open)) return refuse("tells");
  const written = { internal: write(frozen.internal, inner), public: write(frozen.public, open) };
  if (namesUnknown(written.internal, inner) || namesUnknown(written.public, open)) return refuse("unknown_number");
  if (endsEarly(written.internal, inner) || endsEarly(written.public, open)) return refuse("ends_early");
  return allow({
    internal: {
      ...written.internal,
      seal,
      corrections: added(frozen.internal, { ...meta, reason: withoutMarks(meta.reason) }, inner),
    },
    public: { ...written.public, corrections: added(frozen.public, { ...meta, reason, approvedBy: "" }, open) },
  });
}

/** `hides`: a passage was marked for the office, so what stood there before must not be printed again. */
type Change = Pick<Place, "name" | "as"> & Spot & { typed: string; after: string; hides: boolean };

/** What becomes different in one of the two documents; a place that this document does not have is not in it. */
function changesIn(frozen: Frozen, texts: Readonly<Record<string, string>>, version: MinutesVersion): Change[] {
  const isOpen = version === "public";
  return placesOf(frozen).flatMap((place): Change[] => {
    const spot = place[version];
    const isShared = place.public?.text === place.internal.text;
    const typed = texts[isOpen && !isShared ? `${place.key}-public` : place.key];
    // A public version that leaves a text out has nothing to correct.
    if (!spot || typed === undefined || (isOpen && !isShared && !spot.text)) return [];
    const after = isOpen ? redact(typed) : withoutMarks(typed);
    const isReadable = valueIn(place.as, after) !== undefined && !(place.needed && after === "");
    if (!isReadable || after === spot.text) return [];
    return [{ ...spot, name: place.name, as: place.as, typed, after, hides: isOpen && after !== typed }];
  });
}

/** A name, a title or a day that stood in the paper cannot be corrected into nothing. */
export const leavesOut = (frozen: Frozen, texts: Readonly<Record<string, string>>) =>
  correctablesOf(frozen).some(({ key, needed, text }) => needed && text !== "" && texts[key] === "");

/** A reason or a value for everybody must not name what the public version leaves out, nor anybody's number. */
function tellsHidden({ internal, public: open }: Frozen, reason: string, changes: readonly Change[]) {
  const shown = new Set(open.motions.map(({ number }) => number));
  const hidden = internal.motions.filter(({ number }) => !shown.has(number));
  return [reason, ...changes.map(({ after }) => after)].some(
    (text) =>
      hidden.some(({ number }) => new RegExp(`(?<![\\d/])${number}(?![\\d/])`).test(text)) ||
      text === ("police_only" satisfies MotionOutcome) ||
      personalDataIn(text).some(({ kind }) => kind === "pesel"),
  );
}

/** A motion or a task that the same version of the paper does not have. */
const namesUnknown = ({ motions, tasks }: MinutesDocument, changes: readonly Change[]) =>
  changes.some(({ name, after }) => {
    if (name === "motion-mergedInto") return after !== "" && !motions.some(({ number }) => number === after);
    if (name !== "motion-taskNumbers") return false;
    return paragraphsOf(after).some((typed) => !tasks.some(({ number }) => number === typed));
  });

const endsEarly = (document: MinutesDocument, changes: readonly Change[]) =>
  changes.some(({ as }) => as === "moment") && begunAt(document) >= (endedAt(document) ?? new Date(8.64e15));

const write = (document: MinutesDocument, changes: readonly Change[]) =>
  changes.reduce((written, { path, as, after }) => put(written, path, valueIn(as, after)), document);

/** The same document with another value in one place; everything else is the very same. */
function put<T>(inside: T, [step, ...rest]: Path, value: unknown): T {
  if (step === undefined) return value as T;
  const next = put((inside as Record<string | number, unknown> | undefined)?.[step], rest, value);
  return (Array.isArray(inside) ? inside.with(Number(step), next) : { ...inside, [step]: next }) as T;
}

function added(
  { corrections = [] }: MinutesDocument,
  meta: Omit<Meta, "seal">,
  changes: readonly Change[],
): Correction[] {
  const listed = changes.map(({ title, as, text, after, hides }) => {
    const { was, is } = changedIn(as, text, after);
    return { title, was: hides && was ? REDACTED : was, is };
  });
  return [...corrections, { ...meta, changes: listed }];
}

const changedIn = (as: Kind, was: string, is: string) =>
  as === "text" || as === "lines" ? changedParagraphs(was, is) : { was: told(as, was), is: told(as, is) };

const notIn = (lines: readonly string[]) => {
  const known = new Set(lines);
  return (line: string) => !known.has(line);
};

/** Only the paragraphs that differ: nobody reads a page twice for one date. */
export function changedParagraphs(before: string, after: string) {
  const [was, is] = [paragraphsOf(before), paragraphsOf(after)];
  return {
    was: was.filter(notIn(is)).join("\n"),
    is: is.filter(notIn(was)).join("\n"),
  };
}

/** „Sprostowanie nr 1 z dnia …: powód”, and what it changed, for the paper and for the page. */
export const correctionsOf = ({ corrections = [] }: MinutesDocument) =>
  corrections.map(({ no, on, reason, changes }) => ({
    no,
    title: say.title(no, formatDate(calendarDate(on))),
    blocks: [
      ...textBlocks(say.reason(reason)),
      ...changes.flatMap(({ title, was, is }): Block[] => [
        { kind: "heading", text: say.changed(title) },
        ...(was ? textBlocks(say.was(was)) : []),
        ...textBlocks(is ? say.is(is) : say.removed),
      ]),
    ],
  }));

const textBlocks = (text: string): Block[] => paragraphsOf(text).map((line) => ({ kind: "text", text: line }));

/** „Tekst ze sprostowaniem nr 2”: stands below the number of the minutes. */
export const correctedLine = ({ corrections = [] }: MinutesDocument) => {
  const last = corrections.at(-1);
  return last ? [say.line(last.no)] : [];
};

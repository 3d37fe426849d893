import { allow, type Outcome, refuse } from "~/platform/outcome";
import { personalDataIn } from "~/platform/personal-data";
import { calendarDate, formatDate } from "~/platform/time";
import type { MinutesStatus } from "~db/vocabulary";
import { correction as say } from "./messages.correction.pl";
import { paper } from "./messages.document.pl";
import { messages } from "./messages.pl";
import {
  type Correction,
  type CorrectionRefusal,
  isFrozen,
  type MinutesDocument,
  SECTION_PARTS,
  type SectionPart,
} from "./rules";
import { marksIn, redact, withoutMarks } from "./rules.marks";
import { paragraphsOf } from "./rules.paragraphs";
import type { Block } from "./rules.sections";

export type Frozen = { internal: MinutesDocument; public: MinutesDocument };

/** A text of the approved paper. `where`: in which version it stands; one that differs in both is corrected in each. */
export type Correctable = { key: string; title: string; text: string; where: "both" | "internal" | "public" };

export function correctablesOf({ internal, public: open }: Frozen): Correctable[] {
  const pairs = pairItems(internal.items, open.items);
  return [
    ...pairs.flatMap(({ item, twin }) =>
      correctable(`item-${item.no}`, paper.item(item.no, item.title), item.text, twin?.text),
    ),
    ...SECTION_PARTS.flatMap((key) =>
      correctable(key, messages.parts[key], sectionText(internal, key), openText(open, key)),
    ),
  ];
}

const sectionText = (document: MinutesDocument, key: SectionPart) => [document[key]].flat().join("\n");
const openText = (document: MinutesDocument, key: SectionPart) =>
  key === "distribution" ? undefined : sectionText(document, key);

function correctable(key: string, title: string, text: string, open: string | undefined): Correctable[] {
  if (open === text) return [{ key, title, text, where: "both" }];
  const inner: Correctable = { key, title, text, where: "internal" };
  return open ? [inner, { key: `${key}-public`, title, text: open, where: "public" }] : [inner];
}

type Item = MinutesDocument["items"][number];

/** The public text has fewer items and other numbers, in the same order: each is looked for behind the one before. */
function pairItems(items: readonly Item[], open: readonly Item[]) {
  let next = 0;
  return items.map((item) => {
    const twin = open[next];
    const isSame = twin?.title === item.title && twin.startedAt === item.startedAt;
    if (isSame) next++;
    return { item, twin: isSame ? twin : undefined };
  });
}

/** After approval, and one at a time. */
export function decideCorrection(status: MinutesStatus, hasDraft: boolean): Outcome<"open", CorrectionRefusal> {
  if (!isFrozen(status)) return refuse("not_possible");
  return hasDraft ? refuse("already_open") : allow("open");
}

type Meta = { no: number; on: string; approvedBy: string; reason: string; seal: string };

/** The approved text with its corrections: from the frozen text, so that nothing that happened later gets into it. */
export function applyCorrection(
  frozen: Frozen,
  texts: Readonly<Record<string, string>>,
  { seal, ...meta }: Meta,
): Outcome<Frozen, CorrectionRefusal> {
  const changed = correctablesOf(frozen).filter(({ key, text }) => texts[key] !== undefined && texts[key] !== text);
  if (changed.length === 0) return refuse("nothing_changed");
  if ([meta.reason, ...changed.map(({ key }) => texts[key] ?? "")].some((text) => marksIn(text).unbalanced.length))
    return refuse("unbalanced_mark");
  const open = changed.filter(({ where }) => where !== "internal");
  // Marks mean here what they mean in the editor: two texts come of one.
  const [all, shown] = [mapped(texts, withoutMarks), mapped(texts, redact)];
  const reason = redact(meta.reason);
  if (tellsHidden(frozen, [reason, ...open.map(({ key }) => shown[key] ?? "")])) return refuse("tells");
  const pairs = pairItems(frozen.internal.items, frozen.public.items);
  const inner = write(
    frozen.internal,
    all,
    changed.filter(({ where }) => where !== "public"),
    (no) => no,
  );
  const numbers = new Map(pairs.flatMap(({ item, twin }) => (twin ? [[twin.no, item.no] as const] : [])));
  const outer = write(frozen.public, shown, open, (no) => numbers.get(no));
  return allow({
    internal: {
      ...inner,
      seal,
      corrections: added(
        frozen.internal,
        { ...meta, reason: withoutMarks(meta.reason) },
        changed,
        all,
        (one) => one.where !== "public",
      ),
    },
    public: {
      ...outer,
      corrections: added(frozen.public, { ...meta, reason, approvedBy: "" }, open, shown, () => true),
    },
  });
}

const mapped = (texts: Readonly<Record<string, string>>, change: (text: string) => string) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, change(text)]));

/** A reason or a text for everybody must not name what the public version leaves out, nor anybody's number. */
function tellsHidden({ internal, public: open }: Frozen, texts: readonly string[]) {
  const shown = new Set(open.motions.map(({ number }) => number));
  const hidden = internal.motions.filter(({ number }) => !shown.has(number));
  return texts.some(
    (text) =>
      hidden.some(({ number }) => new RegExp(`(?<![\\d/])${number}(?![\\d/])`).test(text)) ||
      personalDataIn(text).some(({ kind }) => kind === "pesel"),
  );
}

/** `numberOf`: the number of an item in the internal text, by which its key is called. */
function write(
  document: MinutesDocument,
  texts: Readonly<Record<string, string>>,
  changed: readonly Correctable[],
  numberOf: (no: number) => number | undefined,
): MinutesDocument {
  const textOf = (key: string) => {
    const one = changed.find((each) => each.key === key || each.key === `${key}-public`);
    return one && texts[one.key];
  };
  return {
    ...document,
    items: document.items.map((item) => ({ ...item, text: textOf(`item-${numberOf(item.no)}`) ?? item.text })),
    findings: textOf("findings") ?? document.findings,
    survey: textOf("survey") ?? document.survey,
    attachments: lines(textOf("attachments")) ?? document.attachments,
    distribution: lines(textOf("distribution")) ?? document.distribution,
  };
}

const lines = (text: string | undefined) => (text === undefined ? undefined : paragraphsOf(text));

function added(
  { corrections = [] }: MinutesDocument,
  meta: Omit<Meta, "seal">,
  changed: readonly Correctable[],
  texts: Readonly<Record<string, string>>,
  isShown: (one: Correctable) => boolean,
): Correction[] {
  const changes = changed
    .filter(isShown)
    .map(({ key, title, text }) => ({ title, ...changedParagraphs(text, texts[key] ?? "") }));
  return [...corrections, { ...meta, changes }];
}

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

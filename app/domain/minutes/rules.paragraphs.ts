import { typeset } from "~/platform/language";
import { paper } from "./messages.document.pl";
import { type Facts, itemKey, placeOf } from "./rules";
import { checkSecrets } from "./rules.check-secrets";
import { marksIn, redact, withoutMarks } from "./rules.marks";
import { partsOf } from "./rules.parts";
import type { Section, SectionName } from "./rules.sections";

/** A part as somebody from outside reads it. `closed`: its text is internal, only its title is read. */
export type ReadablePart = { key: string; title: string; paragraphs: string[]; closed: boolean };

export const paragraphsOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * While the window is open a motion may become one for the police only, and a clerk may type what guests must not read:
 * a text that gives it away is closed to them until it is mended.
 */
export function forReaders(facts: Facts): Facts {
  const leaks = new Set(checkSecrets(facts).flatMap(({ level, at }) => (level === "error" ? [at] : [])));
  return {
    ...facts,
    parts: facts.parts.map((part) => (leaks.has(placeOf(part.key)) ? { ...part, internal: true } : part)),
  };
}

/** The same texts that the public version is composed of, by the key of their part. */
export function readableParts(facts: Facts): ReadablePart[] {
  return partsOf(facts).flatMap(({ key, title, hidden, suggestion }) => {
    const saved = facts.parts.find((part) => part.key === key);
    if (hidden) return [];
    const closed = saved?.internal ?? false;
    return [{ key, title, closed, paragraphs: closed ? [] : paragraphsOf(redact(saved?.text ?? suggestion)) }];
  });
}

/** A remark about a table has no text that could be put in: what stands there comes from the lists of the debate. */
const TABLES = ["people", "participants", "reported", "motions", "tasks"] as const satisfies SectionName[];
export const tableKey = (name: string) => `section:${name}`;
const PARTS_OF: Partial<Record<SectionName, string>> = {
  tasks: "findings",
  survey: "survey",
  attachments: "attachments",
};

export type ReadableSection = Omit<Section, "blocks"> & {
  blocks: Section["blocks"];
  parts: (ReadablePart & { heading: string })[];
  /** What a remark about the table refers to. */
  table: string | null;
};

/** The paper as guests read it, section by section: its own blocks, or the parts that they may ask to change. */
export function readableSections(sections: Section[], parts: ReadablePart[]): ReadableSection[] {
  const items = parts.filter(({ key }) => key.startsWith(itemKey("")));
  return sections.map((section) => {
    const { name } = section;
    const table = (TABLES as readonly string[]).includes(name) ? tableKey(name) : null;
    if (name === "course" && items.length > 0) {
      const course = items.map((part, i) => ({ ...part, heading: typeset(paper.item(i + 1, part.title)) }));
      return { ...section, blocks: [], parts: course, table };
    }
    const own = parts.find(({ key }) => key === PARTS_OF[name]);
    const blocks = own ? section.blocks.filter((block) => !isTextOf(block, own)) : section.blocks;
    return { ...section, blocks, parts: own ? [{ ...own, heading: "" }] : [], table };
  });
}

/** The paragraphs of a part are shown one by one; what the section adds of its own stays as it is. */
const isTextOf = (block: Section["blocks"][number], { paragraphs }: ReadablePart) =>
  block.kind === "list" || (block.kind === "text" && paragraphs.some((text) => typeset(text) === block.text));

/** Every place about which something may be said; an empty original stands for an addition. */
export function targetsOf(parts: readonly ReadablePart[]): { key: string; title: string; original: string }[] {
  return [
    ...parts
      .filter(({ closed }) => !closed)
      .flatMap(({ key, title, paragraphs }) =>
        [...new Set(paragraphs), ""].map((original) => ({ key, title, original })),
      ),
    ...TABLES.map((name) => ({ key: tableKey(name), title: paper.sections[name], original: "" })),
  ];
}

/**
 * The text with one paragraph changed, or undefined when the paragraph is not in it exactly once: then somebody has to
 * look. A passage marked for the office never stood in what was read, so its paragraph is not found, and it is not
 * lost; and no guest sets or ends a mark. Without an original the proposal is added at the end.
 */
export function changeParagraph(text: string, original: string, proposed: string): string | undefined {
  const lines = text.split("\n");
  const words = withoutMarks(proposed);
  const { passages, unbalanced } = marksIn(text);
  if (original === "") return unbalanced.length ? undefined : [...(text ? [text] : []), words].join("\n");
  const found = lines.flatMap((line, i) => (line.trim() === original.trim() ? [i] : []));
  const [at] = found;
  if (at === undefined || found.length > 1) return undefined;
  const start = lines.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0);
  const end = start + (lines[at]?.length ?? 0);
  if (passages.some((passage) => passage.start < end && start < passage.end)) return undefined;
  return lines
    .toSpliced(at, 1, ...(words ? [words] : []))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

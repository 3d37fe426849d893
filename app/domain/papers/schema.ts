import type { Scope } from "~/platform/scope";
import { papers } from "./messages.pl";
import { type Format, kindOf, type OptionName, optionOf, type PaperName, paperNames } from "./rules";

/** Options as text; a number is within its limits, a row may not exist. */
export type Asked = Partial<Record<OptionName, string>>;
export type AskedPaper = { name: PaperName; format: Format; options: Asked };

/** „lista-obecnosci.pdf?rows=20”: the paper and its options, or undefined when there is no such file. */
export function readAddress(file: string, query: URLSearchParams): AskedPaper | undefined {
  for (const name of paperNames) {
    const { formats, options = [] } = kindOf(name);
    const format = formats.find((ending) => file === `${papers[name].slug}.${ending}`);
    if (format) return { name, format, options: readOptions(options, query) };
  }
  return undefined;
}

const readOptions = (names: readonly OptionName[], query: URLSearchParams): Asked =>
  Object.fromEntries(names.map((name) => [name, readOption(name, query.get(name) ?? "")]));

/** What cannot be read is as if nobody had asked: the paper comes as it usually does. */
function readOption(name: OptionName, text: string): string {
  const option = optionOf(name);
  if (option.kind === "word") return option.words.find((word) => word === text) ?? option.words[0] ?? "";
  if (option.kind !== "count") return text.slice(0, 64);
  const number = /^\d{1,9}$/.test(text) ? Number(text) : option.usual;
  return String(Math.min(Math.max(number, option.least), option.most));
}

/** A document of app/entry.worker.tsx with its props, and its name in somebody's folder. */
export type Paper = { document: string; props: unknown; fileName: string };
/** How a room's data become a paper. Called only when nothing is missing. */
export type Compose = (scope: Scope, debateId: string, options: Asked, now: Date) => Promise<Paper>;

import type { Facts } from "./rules";
import { type Part, partsOf } from "./rules.parts";

/** A line of the record that a saved part does not have yet; `was`: the line whose place it took in the record. */
export type NewLine = { line: string; was: string };
export type Offer = { fresh: NewLine[]; gone: string[] };

type Saved = { basis: string; text: string };

/**
 * What the record says now and did not say when the part was saved (`basis`), as far as the clerk has not written the
 * same; and lines that the text still has although the record took them back. The order of lines does not matter.
 */
export function offerFor({ basis, text }: Saved, suggestion: string): Offer {
  const [before, now, typed] = [countOf(basis), countOf(suggestion), countOf(text)];
  const removed = linesOf(basis).filter(beyond((line) => now.get(sameAs(line)) ?? 0));
  const added = linesOf(suggestion).filter(
    beyond((line) => Math.max(before.get(sameAs(line)) ?? 0, typed.get(sameAs(line)) ?? 0)),
  );
  const fresh = added.map((line) => ({ line, was: removed.find((old) => factOf(old) === factOf(line)) ?? "" }));
  const replaced = new Set(fresh.map(({ was }) => was));
  const gone = removed.filter((line) => !replaced.has(line) && typed.has(sameAs(line)));
  return { fresh, gone: [...new Set(gone)] };
}

export const isOffering = ({ fresh, gone }: Offer) => fresh.length + gone.length > 0;

/**
 * The clerk's text with the new lines: each where it belongs by its hour or beside the line it replaces, else at the
 * end. Nothing of the text is touched.
 */
export function addLines(text: string, { fresh }: Offer): string {
  // Each line is read once: an evening has a thousand facts, and a text may have ten thousand lines.
  const lines = text === "" ? [] : text.split("\n").map(placed);
  for (const { line, was } of fresh) lines.splice(placeFor(lines, line, was), 0, placed(line));
  return lines.map(({ line }) => line).join("\n");
}

type Placed = { line: string; same: string; hour: string | null };
const placed = (line: string): Placed => ({ line, same: sameAs(line), hour: hourOf(line) });

function placeFor(lines: readonly Placed[], line: string, was: string): number {
  const before = was ? sameAs(was) : "";
  const old = was ? lines.findLastIndex(({ same }) => same === before) : -1;
  if (old !== -1) return old + 1;
  const hour = hourOf(line);
  const later = hour === null ? -1 : lines.findIndex((each) => (each.hour ?? "") > hour);
  return later === -1 ? lines.length : later;
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** Blanks, a full stop or a semicolon at the end make no other fact. */
const sameAs = (line: string) =>
  line
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<![.;,])[.;,]+$/, "");

/** What a line is about: „17.20 – wniosek 3/2026/04, ul. Polna: zadanie Z1” and the same without its end are one fact. */
const factOf = (line: string) => sameAs(line).split(": ")[0] ?? "";

/** „17.05” of „17.05 – głos: …”, with a leading zero, so that it sorts. */
const hourOf = (line: string) =>
  /^(?:[–•*-]\s*)?(\d{1,2}[.:]\d{2})(?!\d)/.exec(line)?.[1]?.replace(":", ".").padStart(5, "0") ?? null;

function countOf(text: string) {
  const counts = new Map<string, number>();
  for (const line of linesOf(text)) counts.set(sameAs(line), (counts.get(sameAs(line)) ?? 0) + 1);
  return counts;
}

/** Lets a line through once it has come more often than it is known. */
function beyond(known: (line: string) => number) {
  const seen = new Map<string, number>();
  return (line: string) => {
    const times = (seen.get(sameAs(line)) ?? 0) + 1;
    seen.set(sameAs(line), times);
    return times > known(line);
  };
}

/** Saved parts about which the record has something new. */
export function offeringParts(facts: Facts): Part[] {
  return partsOf(facts).filter(({ key, suggestion }) => {
    const saved = facts.parts.find((part) => part.key === key);
    return saved?.basis !== undefined && isOffering(offerFor({ basis: saved.basis, text: saved.text }, suggestion));
  });
}

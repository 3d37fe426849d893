import { asc, eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { FormFields } from "~/platform/forms";
import type { Scope } from "~/platform/scope";
import { phrases } from "~db/schema";
import { DEFAULT_PHRASES } from "./messages.phrases.pl";
import { gatherFacts } from "./queries.facts.server";
import { fieldOf } from "./rules";
import { knownOf } from "./rules.known";
import { type FilledPhrase, fillPhrase } from "./rules.phrases";

const STARTING = DEFAULT_PHRASES.map((phrase, position) => ({ id: `start-${position}`, ...phrase, version: 0 }));

/** The unit's own phrases in their order; until it has changed something, those that everybody starts with. */
export async function listPhrases(scope: Scope) {
  const rows = await listOwnPhrases(scope);
  return rows.length ? rows : STARTING;
}

export const listOwnPhrases = (scope: Scope) =>
  read
    .select({ id: phrases.id, title: phrases.title, text: phrases.text, version: phrases.version })
    .from(phrases)
    .where(eq(phrases.organizationId, scope.organizationId))
    .orderBy(asc(phrases.position), asc(phrases.id));

export type Phrase = Awaited<ReturnType<typeof listPhrases>>[number];

/** For the editor of one debate: what it knows stands in the places already. */
export async function listFilledPhrases(scope: Scope, debateId: string): Promise<FilledPhrase[]> {
  const [facts, rows] = await Promise.all([gatherFacts(scope, debateId), listPhrases(scope)]);
  const known = knownOf(facts);
  return rows.map(({ id, title, text }) => ({ id, title, text: fillPhrase(text, known) }));
}

/** Without scripts: the typed texts again, with the chosen phrase under one of them. Nothing is saved by it. */
export async function withPhrase(scope: Scope, debateId: string, fields: FormFields): Promise<FormFields | undefined> {
  const { phrase: place } = fields;
  if (typeof place !== "string" || !place.startsWith("part-")) return undefined;
  const wanted = fields[fieldOf.phrase(place)];
  const phrase = (await listFilledPhrases(scope, debateId)).find(({ id }) => id === wanted);
  const typed = String(fields[place] ?? "");
  if (!phrase) return fields;
  return { ...fields, [place]: [typed.replace(/\s+$/, ""), phrase.text].filter(Boolean).join("\n") };
}

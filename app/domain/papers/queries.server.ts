import { allow, type Outcome, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { afterPapers } from "./queries.after.server";
import { beforePapers } from "./queries.before.server";
import { getPaperFacts } from "./queries.facts.server";
import { listPapers } from "./queries.lists.server";
import { minutesPapers } from "./queries.minutes.server";
import { kindOf, type Missing, type PaperName } from "./rules";
import type { AskedPaper, Compose, Paper } from "./schema";

/** Who composes what; each topic in a file of its own. */
const COMPOSERS: Record<Exclude<PaperName, "archive">, Compose> = {
  ...beforePapers,
  ...afterPapers,
  ...minutesPapers,
  ...listPapers,
};

/** One paper of a debate, ready to be drawn; or why there is none yet. */
export async function getPaper(
  scope: Scope,
  debateId: string,
  { name, options }: AskedPaper,
  now: Date,
): Promise<Outcome<Paper, Missing>> {
  const facts = await getPaperFacts(scope, debateId);
  const missing = kindOf(name).missing?.(facts, now);
  if (name === "archive") return missing ? refuse(missing) : notFound(); // a whole of papers: see queries.archive
  return missing ? refuse(missing) : allow(await COMPOSERS[name](scope, debateId, options, now));
}

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDemo } from "~/demo.server";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { approveMinutes } from "~/domain/minutes/commands.server";
import { gatherFacts } from "~/domain/minutes/queries.facts.server";
import { findMinutes, getPaper } from "~/domain/minutes/queries.server";
import type { MinutesVersion } from "~/domain/minutes/rules";
import { config } from "~/platform/config.server";
import { database, inTransaction } from "~/platform/db.server";
import { renderDocument } from "~/platform/documents.server";
import { demoDebate, demoUnit } from "../setup/factories.demo";

/** The five evenings of the demo, and the one that the evaluation looks back at. */
export const SCENARIOS = [
  ["kpp-wierzbinow", "3/2026"],
  ["kpp-wysokocin", "1/2025"],
  ["kpp-wysokocin", "4/2026"],
  ["kmp-trybow", "2/2026"],
  ["kpp-opocznica", "1/2026"],
  ["kmp-bytomierz", "11/2026"],
] as const;
export const VERSIONS = ["internal", "public"] as const satisfies MinutesVersion[];
const origin = "http://app.test";

export async function loadScenarios() {
  await database.migrate();
  config.demo = "auto";
  config.dataDir = mkdtempSync(join(tmpdir(), "debata-papers-"));
  await prepareDemo(inTransaction, new Date("2026-11-22T10:00:00Z"));
}

/** The approved minutes; an evening that is still to come is held first, and nobody says anything. */
export async function approvedPaper(slug: string, name: string, version: MinutesVersion) {
  const { scope } = await demoUnit(slug);
  const { debate } = await demoDebate(scope, name);
  if (!(await findMinutes(scope, debate.id))?.number) {
    const { startsAt, endsAt } = debate;
    await openDebate(scope, debate.id, startsAt);
    await holdDebate(scope, debate.id, endsAt);
    const approved = await approveMinutes(scope, debate.id, { approvedBy: "insp. Jan Próbny" }, endsAt);
    if (!approved.ok) throw new Error(`${slug} ${name}: ${approved.reason}`);
  }
  const paper = await getPaper(scope, debate.id, version);
  const bytes = await renderDocument("minutes", { ...paper, origin });
  return { ...paper, bytes, facts: await gatherFacts(scope, debate.id) };
}

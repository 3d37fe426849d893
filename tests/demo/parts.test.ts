import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { prepareDemo } from "~/demo.server";
import { listCompetences } from "~/domain/directory/queries.competence.server";
import { suggestBody } from "~/domain/directory/rules.competence";
import { referralClock } from "~/domain/motions/rules.referral";
import { listPublicEvidence } from "~/domain/tasks/queries.evidence.server";
import { listTasks } from "~/domain/tasks/queries.server";
import { config } from "~/platform/config.server";
import { inTransaction } from "~/platform/db.server";
import { demoDebate, demoUnit } from "../setup/factories.demo";
import { visit } from "../setup/site";

// What a newcomer should be able to see at once, whatever day it is.

const NOW = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  config.demo = "auto";
  config.dataDir = mkdtempSync(join(tmpdir(), "demo-"));
  await prepareDemo(inTransaction, NOW);
}, 300_000);

it("names the competent body with its reason, and a statute's clock runs", async () => {
  const { scope } = await demoUnit("kpp-wierzbinow");
  const { motions } = await demoDebate(scope, "Co się zmieniło");
  const statutory = motions.find(({ legalTrack }) => legalTrack === "kpa_motion") ?? expect.fail();
  const { bodyName } = suggestBody(await listCompetences(scope), statutory) ?? expect.fail();
  expect(bodyName).toBe("Urząd Miejski w Wierzbinowie");
  expect(referralClock(statutory, NOW)?.dueInDays).toBeGreaterThan(0);
});

it("has a date that a body asks for, waiting for a decision", async () => {
  const { scope } = await demoUnit("kpp-wierzbinow");
  const waiting = await listTasks(scope, { show: "proposed" }, NOW);
  expect(waiting.map(({ title }) => title)).toEqual(["Warsztaty o cyberprzemocy w klasach pierwszych"]);
});

it("shows a picture of what was done to everybody, on the page of the matter", async () => {
  const { scope } = await demoUnit("kpp-wierzbinow");
  const { tasks, debate } = await demoDebate(scope, "Bezpiecznie w sieci");
  const proof = await listPublicEvidence(
    scope,
    tasks.map(({ id }) => id),
  );
  expect(proof.map(({ title }) => title)).toEqual(["Lampa przy przystanku po naprawie"]);
  const page = await visit(`/u/kpp-wierzbinow/tracker/${debate.number}-${debate.year}-02`);
  expect(await page.text()).toContain("Lampa przy przystanku po naprawie");
});

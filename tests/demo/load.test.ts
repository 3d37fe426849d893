import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isNotNull, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareDemo } from "~/demo.server";
import { listAgreements } from "~/domain/agreements/queries.server";
import { countSeats } from "~/domain/attendance/queries.server";
import { gatherFacts } from "~/domain/minutes/queries.facts.server";
import { checkMinutes } from "~/domain/minutes/rules.check";
import { listPublicMotions } from "~/domain/motions/queries.public.server";
import { listUnits } from "~/domain/organizations/queries.server";
import { listTracker } from "~/domain/tasks/queries.tracker.server";
import { config } from "~/platform/config.server";
import { inTransaction, read } from "~/platform/db.server";
import { events, messages, tasks } from "~db/schema";
import { TASK_STATES } from "~db/vocabulary";
import { demoDebate, demoUnit, motionLines, tally, taskLines } from "../setup/factories.demo";

const NOW = new Date("2026-11-22T10:00:00Z");
let printed: string[];

beforeAll(async () => {
  config.demo = "auto";
  config.dataDir = mkdtempSync(join(tmpdir(), "demo-"));
  printed = await prepareDemo(inTransaction, NOW);
}, 300_000);

describe("the whole demo", () => {
  it("founds five units and prints a login for each, with one password that is kept for the owner only", async () => {
    expect((await listUnits()).map(({ slug }) => slug).sort()).toEqual([
      "kmp-bytomierz",
      "kmp-trybow",
      "kpp-opocznica",
      "kpp-wierzbinow",
      "kpp-wysokocin",
    ]);
    const file = join(config.dataDir, "demo-logins.txt");
    expect(readFileSync(file, "utf8")).toBe(`${printed.join("\n")}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(printed[0]).toMatch(/[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(printed.join("\n")).toContain("protokol@kpp-wierzbinow.example");
  });

  it("is not loaded twice, and prints the same again", async () => {
    const before = (await read.select({ id: events.id }).from(events)).length;
    expect(await prepareDemo(inTransaction, NOW)).toEqual(printed);
    expect((await read.select({ id: events.id }).from(events)).length).toBe(before);
  });

  it("leaves a database alone when nobody wants it", async () => {
    config.demo = "off";
    expect(await prepareDemo(inTransaction, NOW)).toEqual([]);
    config.demo = "auto";
  });

  it("keeps all letters but the one that comes back, and leaves no work behind", async () => {
    const letters = await read.select({ status: messages.status, to: messages.recipientEmail }).from(messages);
    expect(Object.keys(tally(letters.map(({ status }) => status))).sort()).toEqual(["failed", "kept"]);
    expect(letters.filter(({ status }) => status === "failed").map(({ to }) => to)).toEqual([
      "biuro@ogrzewalnia-bytomierz.example",
    ]);
    expect(letters.every(({ to }) => to.endsWith(".example"))).toBe(true);
    expect(await read.select({ id: events.id }).from(events).where(isNull(events.deliveredAt))).toEqual([]);
    expect(await read.select({ id: events.id }).from(events).where(isNotNull(events.failure))).toEqual([]);
  });

  it("shows a task in every state", async () => {
    const rows = await read.select({ state: tasks.state }).from(tasks);
    expect(Object.keys(tally(rows.map(({ state }) => state))).sort()).toEqual([...TASK_STATES].sort());
  });

  it.each([
    ["kpp-wierzbinow", "3/2026", "3/2026", "2026-03-25"],
    ["kmp-trybow", "2/2026", "2/2026", "2026-06-03"],
    ["kpp-wysokocin", "1/2025", "1/2025", "2025-05-23"],
    ["kpp-wysokocin", "4/2026", "4/2026", "2026-05-15"],
    ["kpp-opocznica", "1/2026", "1/2026", "2026-02-26"],
  ])("%s: the minutes of %s are nr %s, published and without faults", async (slug, name, number, day) => {
    const { scope } = await demoUnit(slug);
    const { debate, minutes } = await demoDebate(scope, name);
    expect(minutes).toMatchObject({ status: "published", number, drawnUpOn: day });
    // Tasks were given after the texts had been saved: that is news, and no fault.
    const faults = checkMinutes(await gatherFacts(scope, debate.id)).filter(({ kind }) => kind !== "new_facts");
    expect(faults).toEqual([]);
  });
});

describe("Wierzbinów", () => {
  it("has the printed motions, tasks, guests and heads", async () => {
    const { scope } = await demoUnit("kpp-wierzbinow");
    const told = await demoDebate(scope, "3/2026");
    expect(told.debate.status).toBe("held");
    expect(motionLines(told)).toEqual([
      "1 INFRA bad_traffic_organisation task",
      "2 PARK bad_parking task",
      "3 ROAD task",
      "4 INFRA referred",
      "5 INFRA task",
      "6 INFRA task",
      "7 LIGHT task",
      "8 LIGHT merged",
      "9 ANIMAL stray_dogs task",
      "10 ORDER public_drinking task",
      "11 CONTACT answered_on_spot",
      "12 DRUG police_only",
    ]);
    expect(taskLines(told)).toEqual([
      "Z1 2026-04-20 in_progress",
      "Z2 2026-06-30 partly_done",
      "Z3 2026-04-27 partly_done",
      "Z4 2026-04-30 confirmed",
      "Z5 2026-05-31 needs_funds",
      "Z6 2026-05-31 confirmed",
      "Z7 2026-07-31 accepted",
    ]);
    expect(told.guests).toHaveLength(19);
    expect(tally(told.guests.map(({ presence }) => presence))).toEqual({
      present: 10,
      present_by_substitute: 3,
      excused: 2,
      absent: 4,
    });
    expect(tally(told.guests.map(({ standing }) => standing))).toEqual({
      accepted: 10,
      substitute_confirmed: 3,
      declined: 2,
      sent: 4,
    });
    expect(told.heads.reduce((sum, { count }) => sum + count, 0)).toBe(64);
  });

  it("tells nobody of the motion that is kept for the police", async () => {
    const { scope } = await demoUnit("kpp-wierzbinow");
    const { debate, motions } = await demoDebate(scope, "3/2026");
    const numbers = (await listPublicMotions(scope, debate.id)).map(({ number }) => number);
    expect(numbers).toContain("3/2026/11");
    expect(numbers).not.toContain("3/2026/12");
    const shown = JSON.stringify(await listTracker(scope, {}, NOW));
    expect(shown).not.toContain("3/2026/12");
    expect(motions.find(({ sequence }) => sequence === 12)?.sensitivity).toBe("police_only");
  });

  it("has an open evaluation with seats and motions, minutes in work, and a draft", async () => {
    const { scope } = await demoUnit("kpp-wierzbinow");
    const coming = await demoDebate(scope, "Co się zmieniło");
    expect(coming.debate).toMatchObject({ status: "announced", kind: "evaluation", capacity: 120 });
    expect(coming.debate.startsAt > NOW).toBe(true);
    expect(await countSeats(scope, coming.debate.id)).toMatchObject({ confirmed: 14, waiting: 0 });
    expect(coming.motions.map(({ status }) => status)).toEqual(["admitted", "admitted"]);
    expect(coming.guests.length).toBeGreaterThan(3);
    expect((await demoDebate(scope, "Bezpieczny senior")).debate.status).toBe("draft");
    const recent = await demoDebate(scope, "Bezpiecznie w sieci");
    expect(recent.debate.status).toBe("held");
    expect(taskLines(recent).map((line) => line.split(" ").at(-1))).toEqual(["new", "reported_done"]);
    expect(recent.minutes?.number ?? null).toBeNull();
  });
});

describe("Trybów", () => {
  it("has the printed motions, tasks, guests and heads", async () => {
    const { scope } = await demoUnit("kmp-trybow");
    const told = await demoDebate(scope, "2/2026");
    expect(motionLines(told)).toEqual([
      "1 CCTV task",
      "2 PATROL task",
      "3 DRUG drug_use task",
      "4 PARK task",
      "5 ORDER public_drinking task",
      "6 SOCIAL homeless_needs_help task",
      "7 VAND vandalism task",
      "8 LIGHT referred",
      "9 SENIOR task",
      "10 ANIMAL answered_on_spot",
      "11 CONTACT task",
      "12 ROAD illegal_races task",
      "13 OTHER out_of_scope",
    ]);
    expect(taskLines(told)).toEqual([
      "Z1 2026-06-29 confirmed",
      "Z2 2026-09-30 in_progress",
      "Z3 2026-08-31 in_progress",
      "Z4 2026-06-30 partly_done",
      "Z5 2026-10-15 accepted",
      "Z6 2026-06-29 needs_funds",
      "Z7 2026-11-30 in_progress",
      "Z8 2026-06-30 confirmed",
    ]);
    expect(told.guests).toHaveLength(44);
    expect(tally(told.guests.map(({ presence }) => presence))).toEqual({
      present: 38,
      present_by_substitute: 3,
      excused: 1,
      absent: 2,
    });
    expect(told.heads.reduce((sum, { count }) => sum + count, 0)).toBe(118);
  });
});

describe("Wysokocin", () => {
  it("reports on each motion of the first debate at the second", async () => {
    const { scope } = await demoUnit("kpp-wysokocin");
    const first = await demoDebate(scope, "1/2025");
    const second = await demoDebate(scope, "4/2026");
    expect([first.debate.status, second.debate.status]).toEqual(["closed", "held"]);
    expect(second.debate).toMatchObject({ kind: "evaluation", evaluatesDebateId: first.debate.id });
    expect(first.motions.map(({ hallVerdict }) => hallVerdict)).toEqual([
      "done",
      "done",
      "partly",
      "partly",
      "done",
      "done",
      "not_done",
      "done",
    ]);
    expect(first.motions.every(({ reportedAtDebateId }) => reportedAtDebateId === second.debate.id)).toBe(true);
    expect(taskLines(first)).toEqual([
      "Z1 2026-04-30 confirmed",
      "Z2 2025-06-30 confirmed",
      "Z3 2027-12-31 needs_funds",
      "Z4 2025-06-16 refused",
      "Z5 2025-11-30 confirmed",
      "Z6 2025-08-31 confirmed",
      "Z7 2025-05-23 transferred",
      "Z8 2025-10-31 confirmed",
      "Z9 2025-06-23 refused",
    ]);
    expect(motionLines(second)).toEqual(["1 ROAD task", "2 INFRA task"]);
    expect(taskLines(second)).toEqual(["Z1 2026-09-30 in_progress", "Z2 2026-06-08 confirmed"]);
    const invited = second.guests.filter(({ status }) => status !== "withdrawn");
    expect(tally(invited.map(({ presence }) => presence))).toEqual({
      present: 7,
      present_by_substitute: 1,
      excused: 1,
    });
    expect(second.heads.reduce((sum, { count }) => sum + count, 0)).toBe(31);
  });
});

describe("Opocznica", () => {
  it("has the printed motions, tasks, guests and the agreement", async () => {
    const { scope } = await demoUnit("kpp-opocznica");
    const told = await demoDebate(scope, "1/2026");
    expect(told.debate.kind).toBe("working_meeting");
    expect(motionLines(told)).toEqual([
      "1 PATROL task",
      "2 CONTACT task",
      "3 YOUTH task",
      "4 PATROL task",
      "5 ROAD task",
      "6 YOUTH task",
      "7 OTHER answered_on_spot",
      "8 SOCIAL police_only",
    ]);
    expect(taskLines(told)).toEqual([
      "Z1 2026-03-19 confirmed",
      "Z2 2026-03-31 confirmed",
      "Z3 2026-04-30 confirmed",
      "Z4 2026-06-30 in_progress",
      "Z5 2026-05-31 accepted",
    ]);
    expect(tally(told.guests.map(({ presence }) => presence))).toEqual({
      present: 7,
      present_by_substitute: 5,
      absent: 1,
    });
    expect(told.heads.reduce((sum, { count }) => sum + count, 0)).toBe(24);
    expect(await listAgreements(scope)).toMatchObject([
      { amountGrosze: 3_300_000, services: 150, servicesUsed: 96, signedOn: "2026-02-27", endsOn: "2026-12-31" },
    ]);
  });
});

describe("Bytomierz", () => {
  it("waits for its evening, with answers as printed and three motions to look at", async () => {
    const { scope } = await demoUnit("kmp-bytomierz");
    const told = await demoDebate(scope, "11/2026");
    expect(told.debate.status).toBe("announced");
    expect(told.debate.startsAt.toISOString()).toBe("2026-12-11T15:00:00.000Z");
    expect(told.debate.answersCloseAt.toISOString().slice(0, 10)).toBe("2026-12-04");
    expect(tally(told.guests.map(({ standing }) => standing))).toEqual({
      accepted: 8,
      substitute_confirmed: 1,
      declined: 2,
      sent: 5,
    });
    expect(told.motions.map(({ status }) => status)).toEqual(["submitted", "submitted", "submitted"]);
    expect(told.motions.map(({ flags }) => flags)).toEqual([["flat"], [], []]);
  });
});

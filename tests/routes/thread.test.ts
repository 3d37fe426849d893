import { expect, test } from "vitest";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { getDebate } from "~/domain/debates/queries.server";
import { decideInHall } from "~/domain/live/commands.outcome.server";
import { approveMinutes, publishMinutes } from "~/domain/minutes/commands.server";
import { findPlace } from "~/domain/minutes/queries.place.server";
import { admitMotion } from "~/domain/motions/commands.moderation.server";
import { decideMotion, reportMotion } from "~/domain/motions/commands.server";
import { getMotion } from "~/domain/motions/queries.server";
import { auditTracks } from "~/domain/motions/queries.track.server";
import { amendTask } from "~/domain/tasks/commands.amend.server";
import { referMotion } from "~/domain/tasks/commands.referral.server";
import { extendTask, moveTask, noteOnTask, reportOnTask, transferTask } from "~/domain/tasks/commands.server";
import { getTask } from "~/domain/tasks/queries.server";
import { tokenOf } from "~/platform/links.server";
import { calendarDate } from "~/platform/time";
import { aUnit } from "../setup/factories";
import { anOfficeHolder } from "../setup/factories.debates";
import { anEvaluation, hideMotion } from "../setup/factories.evaluation";
import { anEvening, captured } from "../setup/factories.live";
import { anAdmittedMotion, anOpenDebate, EVENING } from "../setup/factories.motions";
import { aMember } from "../setup/factories.organizations";
import { aBody, aTask } from "../setup/factories.tasks";
import { visit } from "../setup/site";

const badgesOf = async (path: string) =>
  [...(await textOf(path)).matchAll(/<span class="badge[^"]*">([^<]*)</g)].map(([, word]) => word);
const textOf = async (path: string) => (await (await visit(path)).text()).replaceAll("\u00a0", " ");
const after = (hours: number) => new Date(EVENING.getTime() + hours * 3_600_000);

test("one address tells a matter from the form to the hall's verdict, refusals and transfers as openly as results", async () => {
  const unit = await aUnit();
  const { scope } = unit;
  const debateId = await anOpenDebate(scope, {
    chair: "insp. Adam Przewodniczący",
    minuteTaker: "asp. Ewa Protokolant",
  });
  const motion = await anAdmittedMotion(scope, debateId, { authorName: "Jan Kos", authorEmail: "jan@dom.test" });
  const address = `/u/${unit.slug}/tracker/${motion.number.replaceAll("/", "-")}`;
  await openDebate(scope, debateId, EVENING);
  const [gmina, powiat] = [await aBody(scope, "Gmina Testów"), await aBody(scope, "Zarząd Dróg Powiatowych")];
  const options = { scope, debateId, body: gmina };
  const { task } = await aTask(
    { motionIds: [motion.id], dueBasis: "art_244", dueFrom: calendarDate("2026-03-18") },
    options,
  );
  await holdDebate(scope, debateId, after(2));
  expect(await textOf(address)).not.toContain("Zobacz w protokole");

  const approved = await approveMinutes(scope, debateId, { approvedBy: "insp. Adam Przewodniczący" }, after(24));
  expect(approved.ok).toBe(true);
  expect(await findPlace(scope, debateId, motion.number), "approved is not published").toBeNull();
  await publishMinutes(scope, debateId, after(25));
  expect(await findPlace((await aUnit()).scope, debateId, motion.number)).toBeNull();

  await extendTask(
    scope,
    task.id,
    undefined,
    { dueOn: calendarDate("2026-06-30"), text: "Czekamy na projekt." },
    after(30),
  );
  await reportOnTask(gmina.desk, task.id, undefined, { to: "refused", text: "To droga powiatowa." }, after(40));
  expect(await textOf(address)).toContain("Nie zostanie zrealizowane");
  const passed = await transferTask(
    scope,
    task.id,
    undefined,
    { toBodyId: powiat.id, text: "Droga 1234P." },
    after(50),
  );
  if (!passed.ok) throw new Error(passed.reason);
  await noteOnTask(scope, passed.value.id, "Tajna notatka", after(51));
  const early = await textOf(address);
  expect(early).toContain("Zarząd Dróg Powiatowych odpowie, co zrobi – do: wtorek, 30 czerwca 2026 r.");
  await reportOnTask(
    powiat.desk,
    passed.value.id,
    undefined,
    { to: "reported_done", text: "Lampy świecą.", author: "Piotr Referent", authorPost: "inspektor" },
    after(60),
  );
  await aTask({ motionIds: [motion.id], title: "Tajne zadanie", internal: true }, { scope, debateId });
  await moveTask(scope, passed.value.id, undefined, { to: "confirmed", text: "Sprawdzono w terenie." }, after(70));
  const verdict = { reportedAtDebateId: debateId, reportText: "Gotowe.", hallVerdict: "partly" } as const;
  await reportMotion(scope, motion.id, verdict, after(80));

  const text = await textOf(address);
  for (const said of [
    "Zgłoszono przez internet",
    "Przyjęto do omówienia",
    "Omówiono na debacie",
    "Zobacz w protokole:",
    "Jak policzono ten termin?",
    "Nowy termin: wtorek, 30 czerwca 2026 r.",
    "Czekamy na projekt.",
    "To droga powiatowa.",
    "Droga sprawy",
    "Droga 1234P.",
    "Lampy świecą.",
    "Sprawdzono w terenie.",
    "Przedstawiono na debacie ewaluacyjnej",
    "Ocena sali: częściowo.",
  ])
    expect(text).toContain(said);
  const [, minutes = "", anchor = ""] = /href="([^"#]+\/minutes)#(s\d+)"/.exec(text) ?? [];
  expect(await textOf(minutes)).toContain(`id="${anchor}"`);
  expect(await textOf(minutes)).toContain(motion.number);
  const data = await (await visit(`${address}.data`)).text();
  for (const hidden of ["Jan Kos", "jan@dom", "Piotr Referent", "inspektor", "Tajn", "Przewodnicz"])
    expect([hidden, text.includes(hidden), data.includes(hidden)]).toEqual([hidden, false, false]);
});

test("nothing is said of an evening before it begins: what stands in its table is public at once", async () => {
  const { scope, unit, cookie } = await aMember();
  const { debateId, motions } = await anEvaluation([{}], { scope, live: false });
  const [motion] = motions;
  const { version, number } = await getMotion(scope, motion?.id ?? "");
  const table = `/o/${unit.slug}/debates/${debateId}/evaluation`;
  const fields = {
    "ids[]": motion?.id ?? "",
    [`version-${motion?.id}`]: String(version),
    [`text-${motion?.id}`]: "Szkic sprawozdania.",
    [`verdict-${motion?.id}`]: "done",
  };
  const early = await visit(table, { cookie, fields });
  expect([early.status, await early.text()]).toEqual([409, expect.stringContaining("po otwarciu sali")]);
  const told = async () =>
    (await (await visit(`/u/${unit.slug}/tracker/${number.replaceAll("/", "-")}`)).text()).includes("Szkic");
  expect(await told()).toBe(false);
  expect(await (await visit(table, { cookie })).text()).not.toContain("Zapisz tabelę");

  await openDebate(scope, debateId);
  expect((await visit(table, { cookie, fields })).status).toBe(303);
  expect(await told()).toBe(true);
});

test("what is taken out of a motion's public text goes out of the task that is called by it, too", async () => {
  const { scope, ...unit } = await aUnit();
  const debateId = await anOpenDebate(scope);
  const motion = await anAdmittedMotion(scope, debateId, { text: "Zdzicho z dwunastki handluje przy szkole." });
  const body = await aBody(scope, "Straż Miejska");
  await referMotion(scope, motion.id, { bodyId: body.id }, EVENING);
  const own = await aTask({ motionIds: [motion.id], title: "Patrole przy szkole" }, { scope, debateId });
  const page = `/u/${unit.slug}/tracker/${motion.number.replaceAll("/", "-")}`;
  expect(await textOf(page)).toContain("Zdzicho");

  const { place, category, kmzb } = await getMotion(scope, motion.id);
  const face = { place, category, kmzb, sensitivity: "public", looked: true } as const;
  await admitMotion(scope, motion.id, { ...face, textPublic: "Ktoś handluje przy szkole." });
  const text = await textOf(page);
  expect(text).not.toContain("Zdzicho");
  expect(text, "a title of the office's own stays").toContain("Patrole przy szkole");
  expect(await textOf(`/b/${body.token}`)).not.toContain("Zdzicho");
  const { title, version } = await getTask(scope, own.task.id);
  expect([title, version]).toEqual(["Patrole przy szkole", own.task.version]);
});

test("so it does when the evening itself gave the task, whatever lines the motion has", async () => {
  const { scope, ...unit } = await aUnit();
  const { debateId } = await anEvening(scope);
  const { bodyId: ownerBodyId } = await anOfficeHolder(scope);
  const text = "Zdzicho z dwunastki\nhandluje przy szkole.";
  const noted = await captured(scope, debateId, { text, ownerBodyId });
  const decided = await captured(scope, debateId, { text });
  const outcome = { outcome: "task", motionId: decided.id, bodyId: ownerBodyId, dueOn: null, answer: "" } as const;
  await decideInHall(scope, debateId, outcome, undefined);
  for (const { id, number } of [noted, decided]) {
    const page = `/u/${unit.slug}/tracker/${number.replaceAll("/", "-")}`;
    expect(await textOf(page)).toContain("Zdzicho");
    const { place, category, kmzb } = await getMotion(scope, id);
    const face = { place, category, kmzb, sensitivity: "public", looked: true } as const;
    await admitMotion(scope, id, { ...face, textPublic: "Ktoś handluje przy szkole." });
    expect(await textOf(page)).not.toContain("Zdzicho");
  }
});

test("what was said of a task is read nowhere any more when it becomes internal, nor when a motion beside it is hidden", async () => {
  const { scope, ...unit } = await aUnit();
  const debateId = await anOpenDebate(scope);
  const [open, other, secret] = [
    await anAdmittedMotion(scope, debateId),
    await anAdmittedMotion(scope, debateId),
    await anAdmittedMotion(scope, debateId),
  ];
  const done = async (motionIds: string[]) => {
    const { task } = await aTask({ motionIds }, { scope, debateId });
    await moveTask(scope, task.id, undefined, { to: "confirmed", text: "Zatrzymano sprzedawcę z parteru." });
    return task.id;
  };
  const shared = await done([open.id, secret.id]);
  const own = await done([other.id]);
  const pages = [
    ...[open, other].map(({ number }) => `/u/${unit.slug}/tracker/${number.replaceAll("/", "-")}`),
    ...["tracker", "tracker.json", "tracker.csv", "feed.atom"].map((name) => `/u/${unit.slug}/${name}`),
  ];
  const said = async () => (await Promise.all(pages.map(textOf))).map((text) => text.includes("sprzedawcę"));
  expect(await said()).toEqual(pages.map(() => true));
  await hideMotion(scope, secret.id);
  await amendTask(scope, own, undefined, { internal: true });
  expect(await said()).toEqual(pages.map(() => false));
  expect(await getMotion(scope, open.id)).toMatchObject({ settlement: "done", settlementNote: "" });
  // The office reads on what was done.
  expect((await getTask(scope, shared)).result).toBe("Zatrzymano sprzedawcę z parteru.");
  expect(await auditTracks(scope)).toEqual([]);
});

test("what the hall wants passed on is not said to have been, before the letter has gone out", async () => {
  const unit = await aUnit();
  const { scope } = unit;
  const debateId = await anOpenDebate(scope);
  const motion = await anAdmittedMotion(scope, debateId, {});
  const body = await aBody(scope, "Spółdzielnia „Źdźbło”");
  const pages = [`/u/${unit.slug}/tracker/${motion.number.replaceAll("/", "-")}`, `/m/${tokenOf("motion", motion.id)}`];
  const referred = { outcome: "referred", referredToBodyId: body.id } as const;
  await decideMotion(scope, motion.id, referred, EVENING);
  for (const page of pages) {
    expect(await textOf(page)).toMatch(/zostanie przekazana.*: Spółdzielnia „Źdźbło”/);
    expect(await textOf(page)).not.toMatch(/Poproszono|Przekazano/);
  }
  await openDebate(scope, debateId, EVENING);
  await holdDebate(scope, debateId, EVENING);
  const debate = await getDebate(scope, debateId);
  const lists = [`/u/${unit.slug}/tracker`, `/u/${unit.slug}/debates/${debate.slug}`];
  for (const list of lists) {
    expect(await badgesOf(list)).toContain("Do przekazania");
    expect(await badgesOf(list)).not.toContain("Przekazane");
    expect(await textOf(list)).not.toMatch(/zajmuje się: Spółdzielnia|ma odpowiedzieć/i);
  }
  await referMotion(scope, motion.id, { bodyId: body.id, version: undefined });
  for (const list of lists) expect(await badgesOf(list)).not.toContain("Do przekazania");
  for (const page of pages) expect(await textOf(page)).toMatch(/rzekazano.*Spółdzielnia „Źdźbło”.*Poproszono/);
});

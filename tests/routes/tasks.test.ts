import { describe, expect, test } from "vitest";
import { announceDebate, holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { getDebate } from "~/domain/debates/queries.server";
import { captureMotion } from "~/domain/motions/commands.server";
import { reportOnTask } from "~/domain/tasks/commands.server";
import { getTask, listTasks } from "~/domain/tasks/queries.server";
import { addDays, formatShort, today } from "~/platform/time";
import * as desk from "~/routes/b.$token";
import * as evaluation from "~/routes/o.$unit.debates.$id.evaluation";
import * as debateTasks from "~/routes/o.$unit.debates.$id.tasks";
import * as tasksRoute from "~/routes/o.$unit.tasks._index";
import * as taskRoute from "~/routes/o.$unit.tasks.$id";
import * as feedRoute from "~/routes/u.$unit.feed[.]atom";
import * as trackerRoute from "~/routes/u.$unit.tracker._index";
import * as trackedRoute from "~/routes/u.$unit.tracker.$number";
import * as csvRoute from "~/routes/u.$unit.tracker[.]csv";
import * as jsonRoute from "~/routes/u.$unit.tracker[.]json";
import { anAdmittedMotion, anOpenDebate, EVENING } from "../setup/factories.motions";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { aTask } from "../setup/factories.tasks";
import { visit } from "../setup/site";

type Answered = {
  data: { errors: Record<string, { message: string }>; fields: object; isStale?: boolean };
  init: { status: number };
};
const status = (answer: unknown) =>
  answer instanceof Response ? answer.status : (answer as { init: { status: number } }).init.status;
const refused = (answer: unknown) => answer as Answered;
const key = () => crypto.randomUUID();

async function anOffice() {
  const member = await aMember("organizer");
  const made = await aTask({}, { scope: member.unit.scope });
  const { slug } = member.unit;
  const door = (path: string, params: Record<string, string>, fields?: Record<string, string | readonly string[]>) =>
    doorArgs(path, { cookie: member.cookie, params: { unit: slug, ...params }, fields });
  return { ...made, member, slug, door };
}

test("a debate's public page shows its priorities first", async () => {
  const { unit } = await aMember("organizer");
  const { scope } = unit;
  const debateId = await anOpenDebate(scope);
  const plain = await anAdmittedMotion(scope, debateId, { text: "Brakuje ławki." });
  const urgent = await anAdmittedMotion(scope, debateId, { text: "Ciemno przy szkole." });
  await aTask({ motionIds: [plain.id], title: "Ławka" }, { scope, debateId });
  await aTask({ motionIds: [urgent.id], title: "Lampy", priority: true }, { scope, debateId });
  await openDebate(scope, debateId, EVENING);
  await holdDebate(scope, debateId, EVENING);
  const { slug } = await getDebate(scope, debateId);
  const page = await (await visit(`/u/${unit.slug}/debates/${slug}`)).text();
  expect(page).toContain("Priorytet debaty");
  expect(page.indexOf(urgent.number)).toBeLessThan(page.indexOf(plain.number));
});

describe("the office", () => {
  test("lists by view and filter, and ignores what is no filter", async () => {
    const { door, task, body } = await anOffice();
    const load = (query: string) => tasksRoute.loader(door(`/o/x/tasks${query}`, {}));
    expect((await load("")).rows.map(({ id }) => id)).toEqual([task.id]);
    expect((await load("?show=settled")).rows).toEqual([]);
    expect((await load(`?state=new&body=${body.id}&q=alejek`)).rows).toHaveLength(1);
    expect((await load("?show=kot&state=pies&after=2026-99-99,x")).rows).toHaveLength(1);
    expect((await load("?q=nic+takiego")).rows).toEqual([]);
  });

  test("shows a tab for an exception when there is one, or when somebody is in it", async () => {
    const { member, slug } = await anOffice();
    const read = async (query: string) => (await visit(`/o/${slug}/tasks${query}`, { cookie: member.cookie })).text();
    const page = await read("");
    expect(page).toContain("show=settled");
    expect(page).not.toContain("show=disowned");
    expect(await read("?show=disowned")).toContain("show=disowned");
  });

  test("changes a state, refuses a stale one with everything typed, and asks for a reason", async () => {
    const { door, task, scope, body, slug } = await anOffice();
    const post = (fields: Record<string, string>) =>
      taskRoute.action(door(`/o/x/tasks/${task.id}`, { id: task.id }, { do: "move", _key: key(), ...fields }));
    const noReason = refused(await post({ to: "refused", text: "", _version: "1" }));
    expect([noReason.init.status, noReason.data.errors.text?.message]).toEqual([409, "Proszę podać powód."]);
    await reportOnTask(body.desk, task.id, 1, { to: "accepted", text: "Przyjęliśmy." });
    const stale = refused(await post({ to: "in_progress", text: "Dzwonili.", _version: "1" }));
    expect(stale).toMatchObject({ init: { status: 409 }, data: { isStale: true, fields: { text: "Dzwonili." } } });
    const answer = (await post({ to: "in_progress", text: "Dzwonili.", _version: "2" })) as Response;
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/o/${slug}/tasks/${task.id}`]);
    expect(status(await post({ to: "kot", text: "" }))).toBe(422);
    expect(status(await post({ to: "note", text: "" }))).toBe(422);
    expect(status(await post({ to: "note", text: "Na wewnątrz." }))).toBe(303);
    expect((await getTask(scope, task.id)).entries.find(({ kind }) => kind === "note")?.public).toBe(false);
  });

  test("extends, passes on and reminds, each by its own form", async () => {
    const { door, task, scope } = await anOffice();
    const other = await aTask({}, { scope });
    const post = (fields: Record<string, string>) =>
      taskRoute.action(door(`/o/x/tasks/${task.id}`, { id: task.id }, { _key: key(), ...fields }));
    expect(refused(await post({ do: "extend", dueOn: "30.02.2099", text: "" })).data.errors).toMatchObject({
      dueOn: {},
      text: {},
    });
    expect(status(await post({ do: "extend", dueOn: "2.03.2099", text: "Opinia." }))).toBe(303);
    expect(status(await post({ do: "remind" }))).toBe(303);
    expect(status(await post({ do: "transfer", toBodyId: "", text: "", dueBasis: "art_243" }))).toBe(422);
    const passed = await post({ do: "transfer", toBodyId: other.body.id, text: "Zarządca.", dueBasis: "art_243" });
    expect(status(passed)).toBe(303);
    expect((passed as Response).headers.get("Location")).not.toContain(task.id);
    expect((await getTask(scope, task.id)).state).toBe("transferred");
  });

  test("a viewer reads, but gives and moves nothing; another unit does not exist", async () => {
    const { member, task, debateId, slug } = await anOffice();
    const viewer = await aMember("viewer", { unit: member.unit });
    const args = (fields?: Record<string, string>) =>
      doorArgs("/o/x", { cookie: viewer.cookie, params: { unit: slug, id: task.id }, fields });
    expect((await taskRoute.loader(args())).mayFollow).toBe(false);
    await expect(taskRoute.action(args({ do: "remind" }))).rejects.toMatchObject({ status: 403 });
    const inDebate = doorArgs("/", {
      cookie: viewer.cookie,
      params: { unit: slug, id: debateId },
      fields: { title: "x" },
    });
    await expect(debateTasks.action(inDebate)).rejects.toMatchObject({ status: 403 });
    const stranger = await aMember();
    const foreign = doorArgs("/", { cookie: stranger.cookie, params: { unit: stranger.unit.slug, id: task.id } });
    await expect(taskRoute.loader(foreign)).rejects.toMatchObject({ status: 404 });
  });

  test("one form makes one task of several motions, its day from its basis; sent twice, still one", async () => {
    const { door, debateId, scope, body } = await anOffice();
    const motions = [await anAdmittedMotion(scope, debateId), await anAdmittedMotion(scope, debateId)];
    const loaded = await debateTasks.loader(door(`/o/x?motion=${motions[0]!.id}`, { id: debateId }));
    expect(loaded.motions).toHaveLength(3);
    expect(loaded.suggested).toMatchObject({ motionIds: [motions[0]!.id] });
    const fields = {
      "motionIds[]": motions.map(({ id }) => id),
      title: "Patrole w parku",
      ownerBodyId: body.id,
      dueBasis: "art_244",
      dueOn: "",
      _key: key(),
    };
    const post = (more: Record<string, string | string[]> = {}) =>
      debateTasks.action(door("/o/x", { id: debateId }, { ...fields, ...more }));
    expect(refused(await post({ "motionIds[]": [], title: "" })).data.errors).toMatchObject({
      motionIds: {},
      title: {},
    });
    const past = refused(await post({ dueOn: "1.01.2020" }));
    expect([past.init.status, past.data.errors.dueOn?.message]).toEqual([
      422,
      "Ten dzień już minął. Proszę podać przyszły termin.",
    ]);
    expect(refused(await post({ dueFrom: "wczoraj" })).data.errors).toMatchObject({ dueFrom: {} });
    const [first, second] = [await post(), await post()] as [Response, Response];
    expect(first.headers.get("Location")).toBe(second.headers.get("Location"));
    const [made] = await listTasks(scope, { q: "patrole w parku" });
    expect(made).toMatchObject({ title: "Patrole w parku", dueBasis: "art_244" });
    const { end, received } = loaded.due.art_244;
    expect(made).toMatchObject({ dueOn: end, dueFrom: received });
  });
});

describe("the evaluation", () => {
  test("is asked for once, then its table is filled in", async () => {
    const { door, debateId, scope, motion } = await anOffice();
    const at = (id: string, fields?: Record<string, string | string[]>) => door("/o/x", { id }, fields);
    const plan = {
      startsOn: formatShort(addDays(today(new Date()), 200)),
      startsTime: "17:00",
      venueName: "Świetlica",
      venueAddress: "",
      _key: key(),
    };
    expect(await evaluation.loader(at(debateId))).toMatchObject({ as: "plan", refusal: "not_held" });
    expect(refused(await evaluation.action(at(debateId, plan)))).toMatchObject({ init: { status: 409 } });
    await openDebate(scope, debateId, EVENING);
    await holdDebate(scope, debateId, EVENING);
    const wrong = refused(await evaluation.action(at(debateId, { ...plan, startsOn: "29.02.2027", venueName: " " })));
    expect(Object.keys(wrong.data.errors)).toEqual(expect.arrayContaining(["startsOn", "venueName"]));
    const made = (await evaluation.action(at(debateId, plan))) as Response;
    expect(made.status).toBe(303);
    const id = made.headers.get("Location")?.split("/").at(-1) ?? "";
    expect(await evaluation.loader(at(debateId))).toMatchObject({ existing: { id } });

    const table = await evaluation.loader(at(id));
    if (table.as !== "reports") throw new Error("No table");
    expect(table.motions).toMatchObject([{ id: motion.id, reportText: "" }]);
    await announceDebate(scope, id);
    await openDebate(scope, id);
    const row = {
      "ids[]": [motion.id],
      [`version-${motion.id}`]: String(table.motions[0]?.version),
      [`text-${motion.id}`]: "Latarnie stoją.",
      [`verdict-${motion.id}`]: "partly",
    };
    expect(status(await evaluation.action(at(id, { ...row, [`verdict-${motion.id}`]: "kot", _key: key() })))).toBe(422);
    expect(status(await evaluation.action(at(id, { ...row, _key: key() })))).toBe(303);
    const stale = refused(await evaluation.action(at(id, { ...row, [`text-${motion.id}`]: "Inaczej.", _key: key() })));
    expect(stale).toMatchObject({ init: { status: 409 }, data: { isStale: true } });
  });
});

describe("the desk", () => {
  test("opens by its link only, answers without an account, and shows what is public", async () => {
    const { body, task, motion, scope } = await aTask();
    const open = (fields?: Record<string, string>) =>
      doorArgs(`/b/${body.token}?zadanie=${task.id}`, { params: { token: body.token }, fields });
    await expect(desk.loader(doorArgs("/b/x", { params: { token: "x" } }))).rejects.toMatchObject({ status: 404 });
    const shown = await desk.loader(open());
    expect(shown.tasks).toMatchObject([{ id: task.id, motions: [{ number: motion.number }] }]);

    const answer = {
      taskId: task.id,
      answer: "reported_done",
      text: "",
      author: "",
      authorPost: "",
      _version: "1",
      _key: key(),
    };
    expect(refused(await desk.action(open(answer))).data.errors).toMatchObject({ author: {}, authorPost: {} });
    const signed = { ...answer, author: "Jan Kowal", authorPost: "kierownik" };
    const silent = refused(await desk.action(open(signed)));
    expect([silent.init.status, silent.data.errors.text?.message]).toEqual([409, "Proszę napisać, co zrobiono."]);
    const done = (await desk.action(open({ ...signed, text: "Wymieniono latarnie." }))) as Response;
    expect([done.status, done.headers.get("Location")]).toEqual([303, `/b/${body.token}?zapisano=${task.id}#wynik`]);
    expect((await getTask(scope, task.id)).state).toBe("reported_done");
    const confirmed = await desk.action(open({ ...signed, answer: "confirmed", _key: key() }));
    expect(status(confirmed)).toBe(422);
  });

  test("another body's task is not there", async () => {
    const mine = await aTask();
    const theirs = await aTask({}, { scope: mine.scope });
    const fields = { taskId: theirs.task.id, answer: "refused", text: "x", author: "x", authorPost: "x", _key: key() };
    const args = doorArgs("/b/x", { params: { token: mine.body.token }, fields });
    await expect(desk.action(args)).rejects.toMatchObject({ status: 404 });
  });
});

describe("the tracker", () => {
  test("for everybody: a list, one matter, a table", async () => {
    const { slug, motion } = await anOffice();
    const args = (path: string, params = {}) => doorArgs(path, { params: { unit: slug, ...params } });
    const list = await trackerRoute.loader(args("/u/x/tracker"));
    expect(list).toMatchObject({
      found: { many: 1, isMore: false },
      total: { all: 1 },
      rows: [{ number: motion.number }],
    });
    expect((await trackerRoute.loader(args("/u/x/tracker?stan=done"))).found.many).toBe(0);
    const one = await trackedRoute.loader(args("/u/x", { number: motion.number.replaceAll("/", "-") }));
    expect(one.motion.number).toBe(motion.number);
    for (const number of ["1-2026-99", "kot", "1-2026"])
      await expect(trackedRoute.loader(args("/u/x", { number }))).rejects.toMatchObject({ status: 404 });
  });

  test("for programs: a table, JSON by pages, news; a known answer is not made again", async () => {
    const { slug, motion, scope, debateId } = await anOffice();
    const args = (path: string, etag?: string) => {
      const own = doorArgs(path, { params: { unit: slug } });
      if (etag) own.request.headers.set("If-None-Match", etag);
      return own;
    };
    const csv = await csvRoute.loader(args("/u/x/tracker.csv"));
    expect(csv.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain(`${motion.number};1/2026;Oświetlenie;park przy pl. Wolności;`);
    const json = await jsonRoute.loader(args("/u/x/tracker.json?stan=late"));
    const list = await json.json();
    expect([list.previous, list.next, list.page]).toEqual([null, null, `http://app.test/u/${slug}/tracker?stan=late`]);
    expect(list.items.map((item: { number: string }) => item.number)).toEqual([motion.number]);
    const atom = await feedRoute.loader(args("/u/x/feed.atom"));
    expect(atom.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    expect(await atom.text()).toContain(`/u/${slug}/tracker/1-2026-01`);
    for (const [route, answer] of [
      [csvRoute, csv],
      [jsonRoute, json],
      [feedRoute, atom],
    ] as const) {
      const known = answer.headers.get("ETag") ?? "";
      expect((await route.loader(args("/u/x", known))).status).toBe(304);
    }
    await captureMotion(scope, debateId, { text: "Z sali.", category: "OTHER", channel: "hall" }, EVENING);
    expect((await jsonRoute.loader(args("/u/x", json.headers.get("ETag") ?? ""))).status).toBe(200);
  });
});

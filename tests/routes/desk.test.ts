import { describe, expect, test } from "vitest";
import { renewDesk } from "~/domain/directory/commands.server";
import { stepsOf } from "~/domain/followers/messages.thread.pl";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import { moveTask } from "~/domain/tasks/commands.server";
import { evidence } from "~/domain/tasks/messages.evidence.pl";
import { messages } from "~/domain/tasks/messages.pl";
import { listEvidence } from "~/domain/tasks/queries.evidence.server";
import { listPublicEntries, listPublicTasks } from "~/domain/tasks/queries.public.server";
import { getTask } from "~/domain/tasks/queries.server";
import * as desk from "~/routes/b.$token";
import * as debateTasks from "~/routes/o.$unit.debates.$id.tasks";
import * as taskRoute from "~/routes/o.$unit.tasks.$id";
import { aUnit } from "../setup/factories";
import { anAdmittedMotion } from "../setup/factories.motions";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { aTask } from "../setup/factories.tasks";
import { aBombPng, aPhoto } from "../setup/photos";
import { visit } from "../setup/site";

const plain = (html: string) => html.replaceAll("\u00a0", " ");
const key = () => crypto.randomUUID();
const signature = { author: "Jan Kowal", authorPost: "kierownik" };
type Refusal = {
  data: { errors: Record<string, { message: string }>; fields: Record<string, string> };
  init: { status: number };
};
const refusal = (answer: unknown) => answer as Refusal;
const statusOf = (answer: unknown) => (answer instanceof Response ? answer.status : refusal(answer).init.status);

async function aDesk() {
  const made = await aTask();
  const { body, task } = made;
  /** As a browser sends it, with or without files. */
  const send = (
    fields: Record<string, string>,
    files: [string, Uint8Array<ArrayBuffer>][] = [],
    token = body.token,
  ) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ taskId: task.id, _key: key(), ...signature, ...fields }))
      form.append(name, value);
    for (const [name, bytes] of files) form.append("evidence", new File([bytes], name));
    if (files.length === 0) form.append("evidence", new File([], ""));
    const request = new Request(`http://app.test/b/${token}`, { method: "POST", body: form });
    return desk.action({ request, params: { token }, context: {} });
  };
  return { ...made, send, page: async () => (await visit(`/b/${body.token}?zadanie=${task.id}`)).text() };
}

test("a report that is not confirmed: the body reads why, and nobody reads the reason as its word", async () => {
  const { scope, task, motion, send, page } = await aDesk();
  const reason = "Na zdjęciu jest inna lampa.";
  expect(statusOf(await send({ answer: "reported_done", text: "Wymieniono oprawę." }))).toBe(303);
  await moveTask(scope, task.id, undefined, { to: "in_progress", text: reason });
  const shown = plain(await page());
  expect(shown).toContain(`Organizator nie potwierdził wykonania: ${reason}`);
  const entries = await listPublicEntries(scope, [task.id]);
  const said = stepsOf({ outcome: "task" } as Parameters<typeof stepsOf>[0], entries).at(-1);
  expect(said).toMatchObject({ title: messages.returned, who: "organizator", note: reason });
  const [row] = await listPublicTasks(scope, [motion.id]);
  expect(row).toMatchObject({ state: "in_progress", result: "" });
  // Once the body has answered, its own word is the last.
  expect(statusOf(await send({ answer: "in_progress", text: "Poprawimy." }))).toBe(303);
  expect(plain(await page())).not.toContain("nie potwierdził wykonania:");
});

test("what a body has accepted is still its turn, and is not said to wait for an answer", async () => {
  const { send, page } = await aDesk();
  expect(statusOf(await send({ answer: "accepted", text: "Zajmiemy się." }))).toBe(303);
  const shown = plain(await page());
  expect(shown).toContain("Czekają na Państwa instytucję");
  expect(shown).not.toMatch(/czeka(ją)? na odpowiedź/i);
});

describe("an answer with proof, without JavaScript", () => {
  test("text, per cent, a picture without its place, signed with name and post", async () => {
    const { scope, task, send, page } = await aDesk();
    const answer = { answer: "in_progress", text: "Zamówiono lampy.", progress: "30", evidenceTitle: "Stara lampa" };
    const photo = new Uint8Array(await aPhoto());
    expect(statusOf(await send(answer, [["IMG_1.jpg", photo]]))).toBe(303);
    const saved = await getTask(scope, task.id);
    expect(saved).toMatchObject({ state: "in_progress", progress: 30 });
    expect(saved.entries[0]).toMatchObject({ author: "Jan Kowal", authorPost: "kierownik", progress: 30 });
    expect(await listEvidence(scope, [task.id])).toMatchObject([
      {
        title: "Stara lampa",
        mediaType: "image/jpeg",
        width: 40,
        height: 60,
        public: false,
        author: "Jan Kowal, kierownik",
      },
    ]);
    const html = await page();
    expect(html).toContain("Stara lampa");
    expect(html.replaceAll("<!-- -->", "")).toContain("Postęp: 30%");
    expect(html).not.toContain("<script");
  });

  test.each<[string, [string, Uint8Array<ArrayBuffer>][], string]>([
    ["50 MB", [["film.jpg", new Uint8Array(50_000_000)]], evidence.refusals.file_too_large],
    [
      "a PNG that is none",
      [["x.png", new Uint8Array(Buffer.from("\x89PNG\r\n\x1a\nxxxx", "latin1"))]],
      evidence.refusals.broken_picture,
    ],
    ["20 000 × 20 000", [["x.png", aBombPng()]], evidence.refusals.too_many_pixels],
    ["a page", [["x.jpg", new Uint8Array(Buffer.from("<script>"))]], evidence.refusals.file_wrong_type],
    ["an empty file", [["x.jpg", new Uint8Array(0)]], evidence.refusals.file_empty],
    [
      "six files",
      Array.from({ length: 6 }, (_, i) => [`${i}.pdf`, new Uint8Array(Buffer.from(`%PDF-1 ${i} %%EOF`))]),
      evidence.refusals.too_many_at_once,
    ],
  ])("%s: a sentence beside the field, the text stays, nothing is saved", async (_, files, sentence) => {
    const { scope, task, send } = await aDesk();
    const { data, init } = refusal(await send({ answer: "reported_done", text: "Wymieniono lampy." }, files));
    expect([init.status, data.errors.evidence?.message, data.fields.text]).toEqual([
      422,
      sentence,
      "Wymieniono lampy.",
    ]);
    expect(await getTask(scope, task.id)).toMatchObject({ state: "new", version: 1 });
    expect(await listEvidence(scope, [task.id])).toEqual([]);
  });

  test("after another mistake the file has to be chosen again, and the form says so", async () => {
    const { send } = await aDesk();
    const pdf = new Uint8Array(Buffer.from("%PDF-1.7 %%EOF"));
    const { data } = refusal(await send({ answer: "in_progress", progress: "150", author: "" }, [["x.pdf", pdf]]));
    expect(Object.keys(data.errors).sort()).toEqual(["author", "evidence", "progress"]);
    expect(data.errors.evidence?.message).toBe(evidence.again);
  });

  test("the same file twice is told, and the twenty-first, too", async () => {
    const { scope, task, send } = await aDesk();
    const pdf = (i: number): [string, Uint8Array<ArrayBuffer>] => [
      `${i}.pdf`,
      new Uint8Array(Buffer.from(`%PDF-1 ${i} %%EOF`)),
    ];
    const add = (...files: [string, Uint8Array<ArrayBuffer>][]) => send({ answer: "evidence" }, files);
    for (let i = 0; i < 20; i += 5) expect(statusOf(await add(...[0, 1, 2, 3, 4].map((j) => pdf(i + j))))).toBe(303);
    expect(refusal(await add(pdf(20))).data.errors.evidence?.message).toBe(evidence.refusals.too_many_files);
    expect(await listEvidence(scope, [task.id])).toHaveLength(20);
    expect(statusOf(await send({ answer: "evidence" }))).toBe(422);
  });
});

describe("the link", () => {
  test("of another unit, rotated or invented: one and the same page", async () => {
    const { scope, body, task } = await aTask();
    const address = (token: string) => visit(`/b/${token}?zadanie=${task.id}`);
    expect((await address(body.token)).status).toBe(200);
    await renewDesk(scope, body.id);
    const pages = [await address(body.token), await address("zmyslony"), await address("x".repeat(43))];
    const bodies = await Promise.all(
      pages.map(async (page) => [page.status, (await page.text()).replace(/nonce="[^"]*"/g, "")]),
    );
    expect(new Set(bodies.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(bodies[0]?.[0]).toBe(404);
  });

  test("a task of another body, or of another unit, does not exist, and nothing of it is shown", async () => {
    const { send, body, scope } = await aDesk();
    const theirs = await aTask();
    const neighbours = await aTask({}, { scope });
    for (const { task } of [theirs, neighbours])
      for (const answer of ["accepted", "more_time", "not_ours", "evidence"])
        await expect(send({ taskId: task.id, answer, text: "x", dueOn: "1.06.2099" })).rejects.toMatchObject({
          status: 404,
        });
    const page = await desk.loader(doorArgs(`/b/x?zadanie=${theirs.task.id}`, { params: { token: body.token } }));
    expect([page.entries, page.bodies, page.asked]).toEqual([[], [], undefined]);
    const form = refusal(await send({ taskId: theirs.task.id, answer: "accepted", author: "" }));
    expect(form).toMatchObject({ data: { entries: [], bodies: [] } });
  });

  test("no answer makes a body confirm", async () => {
    const { scope, task, send } = await aDesk();
    for (const answer of ["confirmed", "partly_done", "transferred", "new", "kot"])
      expect(statusOf(await send({ answer, text: "x" }))).toBe(422);
    expect(await getTask(scope, task.id)).toMatchObject({ state: "new", version: 1 });
  });
});

describe("the organizer", () => {
  async function anOffice() {
    const unit = await aUnit();
    const made = await aTask({}, { scope: unit.scope });
    const people = [await aMember("organizer", { unit }), await aMember("officer", { unit })];
    const post = (fields: Record<string, string>, who = 0) =>
      taskRoute.action(
        doorArgs("/o/x", {
          cookie: people[who]?.cookie,
          params: { unit: unit.slug, id: made.task.id },
          fields: { _key: key(), ...fields },
        }),
      );
    return { ...made, unit, post, cookie: people[0]?.cookie ?? "" };
  }
  const LATER = new Date("2026-04-02T08:00:00Z");

  test("agrees in one click to what the body asked, and the page says what waits", async () => {
    const { scope, body, task, unit, post, cookie } = await anOffice();
    const asked = { answer: "more_time", text: "Czekamy na opinię.", dueOn: task.dueOn, ...signature } as const;
    await answerTask(body.desk, task.id, 1, { ...asked, dueOn: "2031-01-02" as typeof task.dueOn }, LATER);
    const html = (await (await visit(`/o/${unit.slug}/tasks/${task.id}`, { cookie })).text()).replaceAll("\u00a0", " ");
    expect(html).toContain("Podmiot prosi o inny termin");
    expect(html).toContain("Czekamy na opinię.");
    expect(html).toContain("Jan Kowal, kierownik");
    expect(statusOf(await post({ do: "grant", _version: "2" }))).toBe(303);
    expect(await getTask(scope, task.id)).toMatchObject({ dueOn: "2031-01-02", proposedDueOn: null });
    expect(statusOf(await post({ do: "grant", _version: "3" }))).toBe(409);
    expect(statusOf(await post({ do: "decline", text: "", _version: "3" }))).toBe(422);
  });

  test("two confirm over the same version: the second gets 409 with what is there now, and nothing happens twice", async () => {
    const { scope, body, task, post } = await anOffice();
    await answerTask(body.desk, task.id, 1, { answer: "reported_done", text: "Wymieniono.", ...signature }, LATER);
    const confirm = { do: "move", to: "confirmed", text: "Widziałem.", _version: "2" };
    const answers = await Promise.all([post(confirm, 0), post(confirm, 1)]);
    expect(answers.map((answer) => statusOf(answer)).sort()).toEqual([303, 409]);
    const second = answers.find((answer) => !(answer instanceof Response));
    expect(second).toMatchObject({
      data: { isStale: true, fields: { text: "Widziałem." }, errors: { root: { message: messages.refusals.stale } } },
    });
    expect((await getTask(scope, task.id)).entries.filter(({ toState }) => toState === "confirmed")).toHaveLength(1);
  });

  test("a fourth priority is told which three there are, in the form and on the page", async () => {
    const { scope, debateId, body, post, unit, cookie } = await anOffice();
    for (const title of ["Pierwsze", "Drugie", "Trzecie"])
      await aTask({ title, priority: true }, { scope, debateId, body });
    const three = "Debata ma już trzy priorytety: Z2 „Pierwsze”, Z3 „Drugie” i\u00a0Z4 „Trzecie”.";
    const refused = refusal(await post({ do: "priority", priority: "on", _version: "1" }));
    expect(refused.init.status).toBe(409);
    expect(refused.data.errors.priority?.message).toContain(three);
    const motion = await anAdmittedMotion(scope, debateId);
    const given = await debateTasks.action(
      doorArgs("/o/x", {
        cookie,
        params: { unit: unit.slug, id: debateId },
        fields: {
          ...{ "motionIds[]": [motion.id], title: "Czwarte", ownerBodyId: body.id, dueBasis: "courtesy" },
          ...{ dueOn: "", priority: "on", _key: key() },
        },
      }),
    );
    expect(refusal(given).data.errors.priority?.message).toContain(three);
    const list = await debateTasks.loader(doorArgs("/o/x", { cookie, params: { unit: unit.slug, id: debateId } }));
    expect(list.rows.map(({ priority }) => priority)).toEqual([true, true, true, false]);
  });

  test("shows proof to everybody only by hand, under its own title", async () => {
    const { scope, task, post, unit, cookie } = await anOffice();
    const pdf = new FormData();
    for (const [name, value] of Object.entries({
      do: "evidence",
      evidenceTitle: "Odbiór",
      author: "p. Kos",
      _key: key(),
    }))
      pdf.append(name, value);
    pdf.append("evidence", new File(["%PDF-1.7 %%EOF"], "odbior.pdf"));
    const request = new Request("http://app.test/x", { method: "POST", body: pdf, headers: { Cookie: cookie } });
    const added = await taskRoute.action({ request, params: { unit: unit.slug, id: task.id }, context: {} });
    expect(statusOf(added)).toBe(303);
    const [file] = await listEvidence(scope, [task.id]);
    expect(file).toMatchObject({ title: "Odbiór", public: false, author: "p. Kos" });
    expect(statusOf(await post({ do: "show", fileId: file?.id ?? "", public: "on", title: "Protokół odbioru" }))).toBe(
      303,
    );
    expect(await listEvidence(scope, [task.id])).toMatchObject([{ title: "Protokół odbioru", public: true }]);
    const html = await (await visit(`/o/${unit.slug}/tasks/${task.id}`, { cookie })).text();
    expect(html.split(`/files/${file?.id}`)).toHaveLength(3); // in its list, and in the history where it came
    await expect(post({ do: "show", fileId: "x", public: "on" })).rejects.toMatchObject({ status: 404 });
  });
});

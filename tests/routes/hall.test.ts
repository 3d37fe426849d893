import { describe, expect, test } from "vitest";
import { closeBallot } from "~/domain/evaluation/commands.ballot.server";
import { renewScreen, steerScreen } from "~/domain/evaluation/commands.screen.server";
import { voteLimits } from "~/domain/evaluation/gate.device.server";
import { countPhones } from "~/domain/evaluation/queries.ballot.server";
import { findScreen } from "~/domain/evaluation/queries.screen.server";
import { NO_VOTES } from "~/domain/evaluation/rules.ballot";
import { getMotion } from "~/domain/motions/queries.server";
import { createRates } from "~/platform/rates.server";
import * as hall from "~/routes/o.$unit.debates.$id.hall";
import { anEvaluation, anOpenBallot, hideMotion } from "../setup/factories.evaluation";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { aTask } from "../setup/factories.tasks";
import { visit } from "../setup/site";

const textOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, " ")
    .replace(/<wbr\/>|<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");
const read = async (path: string, cookie?: string) => {
  const answer = await visit(path, { cookie });
  const html = await answer.text();
  return { status: answer.status, html, text: textOf(html), cookie: cookieOf(answer) };
};
const cookieOf = (answer: Response) => /^glos=[\w-]{43}/.exec(answer.headers.get("Set-Cookie") ?? "")?.[0];
const closing = { heads: NO_VOTES, overruled: null, note: "", text: "" };

/** A phone that has scanned the code. */
async function aPhone(token: string) {
  const { cookie = "" } = await read(`/v/${token}`);
  const vote = async (ballotId: string, verdict: string) => {
    const answer = await visit(`/v/${token}`, { cookie, fields: { ballotId, verdict } });
    return { status: answer.status, text: textOf(await answer.text()), headers: answer.headers };
  };
  return { cookie, vote, look: () => read(`/v/${token}`, cookie) };
}

describe("the big screen", () => {
  test("shows the agenda, a slide, the question, the result and nothing, as it is told", async () => {
    const { scope, debateId, debate, motionId, screenToken } = await anOpenBallot([
      { title: "Naprawa lamp", priority: true },
    ]);
    const path = `/screen/${screenToken}`;
    const motion = await getMotion(scope, motionId);
    const asked = await read(path);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain(`Głosowanie · wniosek nr ${motion.number}`);
    expect(asked.text).toContain(motion.textPublic);
    expect(asked.text).toMatch(/app\.test\/v\/ ?[0-9A-Z]{5}-[0-9A-Z]{6}/);
    // Without scripts it comes again by itself; with them a small file of our own listens.
    expect(asked.html).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>');
    expect(asked.html.match(/<script/g)).toHaveLength(1);

    await closeBallot(scope, debateId, motionId, { ...closing, heads: { done: 3, partly: 5, not_done: 1 } });
    const result = await read(path);
    expect(result.text).toContain(`Ocena sali · wniosek nr ${motion.number}`);
    expect(result.text).toMatch(/Zrealizowano 3 Częściowo 5 Nie zrealizowano 1/);
    expect(result.text).toContain("9 głosów: 9 przez podniesienie ręki, 0 telefonem");

    await steerScreen(scope, debateId, { mode: "slide", motionId });
    const slide = await read(path);
    expect(slide.text).toMatch(/Obiecaliśmy Zarząd Dróg: Naprawa lamp – do 20\.04\.2026 Zrobiliśmy .* Czego brak/);
    expect(slide.text).toContain("priorytet debaty");

    await steerScreen(scope, debateId, { mode: "agenda", motionId: null });
    expect((await read(path)).text).toContain(debate.topic.replaceAll(" ", " "));
    await steerScreen(scope, debateId, { mode: "blank", motionId: null });
    const blank = await read(path);
    expect([blank.status, blank.text.includes(motion.textPublic)]).toEqual([200, false]);
  });

  test("never shows an internal task, nor a motion that has become secret meanwhile", async () => {
    const { scope, debateId, earlierId, body, motions, screenToken } = await anEvaluation([{ title: "Naprawa lamp" }]);
    const motionId = motions[0]?.id ?? "";
    const hidden = { motionIds: [motionId], title: "Obserwacja operacyjna", internal: true };
    await aTask(hidden, { scope, debateId: earlierId, body });
    await steerScreen(scope, debateId, { mode: "slide", motionId });
    const slide = await read(`/screen/${screenToken}`);
    expect(slide.text).toContain("Naprawa lamp");
    expect(slide.html).not.toContain("Obserwacja");
    await hideMotion(scope, motionId);
    const after = await read(`/screen/${screenToken}`);
    expect([after.status, after.html.includes("Naprawa lamp")]).toEqual([200, false]);
    expect(await steerScreen(scope, debateId, { mode: "slide", motionId })).toMatchObject({ reason: "no_slide" });
  });

  test("its address is for it alone: typed in any spelling, worthless when renewed, useless for a vote", async () => {
    const { scope, debateId, screenToken, voteToken } = await anEvaluation();
    expect(screenToken).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{4}){3}$/);
    const sloppy = screenToken.toLowerCase().replaceAll("-", "").replaceAll("0", "o");
    expect((await read(`/screen/${sloppy}`)).status).toBe(200);
    expect((await read(`/v/${voteToken.toLowerCase()}`)).status).toBe(200);
    for (const wrong of [`/screen/${voteToken}`, `/v/${screenToken}`, `/screen/${screenToken.slice(0, 5)}`, "/v/x"])
      expect([wrong, (await read(wrong)).status]).toEqual([wrong, 404]);
    await renewScreen(scope, debateId);
    for (const old of [`/screen/${screenToken}`, `/v/${voteToken}`, `/v/${voteToken}/events`])
      expect([old, (await read(old)).status]).toEqual([old, 404]);
  });
});

describe("voting by phone", () => {
  test("one vote for each phone, which may be changed, and the page follows the question", async () => {
    const { scope, debateId, motionId, ballot, voteToken } = await anOpenBallot();
    const phone = await aPhone(voteToken);
    expect((await phone.look()).text).toContain("Zrealizowano Częściowo Nie zrealizowano");
    expect((await phone.vote(ballot.id, "done")).status).toBe(303);
    expect((await phone.look()).text).toContain("Zapisano głos: zrealizowano.");
    expect((await phone.vote(ballot.id, "partly")).status).toBe(303);
    expect((await phone.look()).text).toContain("Zapisano głos: częściowo.");
    expect(await countPhones(scope, ballot.id)).toEqual({ done: 0, partly: 1, not_done: 0 });
    const other = await aPhone(voteToken);
    expect(other.cookie).not.toBe(phone.cookie);

    await closeBallot(scope, debateId, motionId, closing);
    const late = await other.vote(ballot.id, "not_done");
    expect(late.status).toBe(409);
    expect(late.text).toContain("To głosowanie jest już zamknięte. Głos nie został zapisany.");
    expect((await other.look()).text).toContain("Teraz nie ma głosowania");
    expect(await countPhones(scope, ballot.id)).toEqual({ done: 0, partly: 1, not_done: 0 });
  });

  test("a phone that keeps no cookie is told so, and has one for the next try", async () => {
    const { scope, ballot, voteToken } = await anOpenBallot();
    const fields = { ballotId: ballot.id, verdict: "done" };
    for (const cookie of [undefined, "glos=x", "glos=' OR 1=1"]) {
      const answer = await visit(`/v/${voteToken}`, { cookie, fields });
      expect([answer.status, cookieOf(answer)]).toEqual([409, expect.stringMatching(/^glos=/)]);
      const set = answer.headers.get("Set-Cookie") ?? "";
      expect(set).toMatch(/; Path=\/v; Max-Age=43200; HttpOnly; SameSite=Lax/);
      expect(textOf(await answer.text())).toContain("Telefon nie przyjął pliku cookie");
    }
    expect(await countPhones(scope, ballot.id)).toEqual(NO_VOTES);
  });

  test("a flood gets 429, a sentence and a time; a full hall behind one address does not", async () => {
    const { scope, ballot, voteToken } = await anOpenBallot();
    const phone = await aPhone(voteToken);
    const answers = [];
    for (let i = 0; i < 42; i++) answers.push(await phone.vote(ballot.id, "done"));
    const last = answers.at(-1);
    expect([last?.status, last?.headers.get("Retry-After")]).toEqual([429, expect.stringMatching(/^[1-9]\d?$/)]);
    expect(last?.text).toContain("Za dużo głosów w krótkim czasie");
    expect(await countPhones(scope, ballot.id)).toEqual({ done: 1, partly: 0, not_done: 0 });

    let now = Date.parse("2026-05-06T17:00:00Z");
    const admits = voteLimits(createRates({ now: () => now }).admit);
    const voted = new Set<string>();
    function vote(deviceHash: string, network = "hall", ballotId = "b") {
      const isAdmitted =
        admits({ network, deviceHash, ballotId, isNew: !voted.has(`${ballotId} ${deviceHash}`) }) === 0;
      if (isAdmitted) voted.add(`${ballotId} ${deviceHash}`);
      return isAdmitted;
    }
    const phones = Array.from({ length: 500 }, (_, i) => `phone ${i}`);
    expect(phones.every((each) => vote(each) && vote(each))).toBe(true);
    // A script that forgets its cookie soon finds that no hall is that full, and another network is not to blame.
    const forged = Array.from({ length: 400 }, (_, i) => vote(`forged ${i}`)).filter(Boolean);
    expect(forged).toHaveLength(100);
    expect(vote("somebody", "elsewhere")).toBe(true);
    now += 61_000;
    expect([vote("phone 1"), vote("forged 399"), vote("forged 399", "hall", "next")]).toEqual([true, false, true]);
  });
});

describe("the desk of the hall", () => {
  async function aDesk() {
    const member = await aMember("clerk");
    const evening = await anOpenBallot([{}, {}], { scope: member.scope });
    const params = { unit: member.unit.slug, id: evening.debateId };
    const path = `/o/${params.unit}/debates/${params.id}/hall`;
    const press = (fields: Record<string, string>) =>
      hall.action(doorArgs(path, { cookie: member.cookie, params, fields })) as Promise<Response>;
    return { ...evening, path, press, look: () => read(path, member.cookie) };
  }
  const refusal = (answer: unknown) => answer as { data: { errors: object; fields: object }; init: object };

  test("leads from slide to question to result, and says what is in the way", async () => {
    const { scope, debateId, motionId, motions, press, look, path } = await aDesk();
    const other = motions[1]?.id ?? "";
    expect(refusal(await press({ intent: "open", motionId: other }))).toMatchObject({
      init: { status: 409 },
      data: { errors: { root: { message: expect.stringContaining("Trwa głosowanie nad innym wnioskiem") } } },
    });
    const typed = { intent: "close", motionId, "heads-done": "7", "heads-partly": "x", text: "Lampy świecą." };
    expect(refusal(await press(typed))).toMatchObject({
      init: { status: 422 },
      data: { errors: { "heads-partly": expect.anything() }, fields: { text: "Lampy świecą." } },
    });
    const closed = await press({ ...typed, "heads-partly": "", _key: "12345678-close" });
    expect([closed.status, closed.headers.get("Location")]).toEqual([303, path]);
    expect(await getMotion(scope, motionId)).toMatchObject({ hallVerdict: "done", reportText: "Lampy świecą." });
    expect((await look()).text).toContain("zrealizowano 7 · częściowo 0 · nie 0");

    await press({ intent: "steer", mode: "slide", motionId: other });
    expect(await findScreen(scope, debateId)).toMatchObject({ mode: "slide", motionId: other });
    await press({ intent: "open", motionId: other });
    await press({ intent: "close", drop: "1", motionId: other });
    expect(await findScreen(scope, debateId)).toMatchObject({ mode: "slide", motionId: other });
    await press({ intent: "renew" });
    expect(await findScreen(scope, debateId)).toMatchObject({ generation: 2 });
  });
});

test("the address of one evening does not vote in another, of the same unit", async () => {
  const { scope, ballot } = await anOpenBallot();
  const other = await anOpenBallot([{}], { scope, bodyName: "Zarząd Zieleni" });
  const phone = await aPhone(other.voteToken);
  expect((await phone.vote(ballot.id, "not_done")).status).toBe(409);
  expect(await countPhones(scope, ballot.id)).toEqual(NO_VOTES);
  expect((await phone.vote(other.ballot.id, "done")).status).toBe(303);
});

import { like } from "drizzle-orm";
import { expect, test } from "vitest";
import { workOutboxOff } from "~/jobs.server";
import { read } from "~/platform/db.server";
import { admitAddressOnce, admitForm } from "~/platform/flood.server";
import { deviceOf, giveDevice } from "~/platform/known-device.server";
import { action as sendMotion } from "~/routes/u.$unit.debates.$slug.motions.new";
import { action as reserve } from "~/routes/u.$unit.debates.$slug.register";
import { messages } from "~db/schema";
import { doorArgs } from "../setup/factories.organizations";
import { aDebate, seen } from "../setup/factories.residents";

type Post = { network: string; cookie?: string; fields?: Record<string, string> };
const words = { text: "Ciemno w parku przy szkole.", place: "park", category: "LIGHT" };

async function aHall() {
  const { path, params } = await aDebate({ capacity: 5000 });
  const at = (door: typeof sendMotion, end: string) => (post: Post) => {
    const { network, cookie, fields = { ...words, intent: "preview" } } = post;
    return door({ ...doorArgs(`${path}/${end}`, { params, cookie, fields }), context: { network } });
  };
  return { motion: at(sendMotion, "motions/new"), seat: at(reserve as typeof sendMotion, "register") };
}
const headersOf = (answer: unknown) =>
  answer instanceof Response ? answer.headers : new Headers((answer as { init: ResponseInit }).init?.headers);
const cookieOf = (answer: unknown) => headersOf(answer).get("Set-Cookie")?.split(";")[0];

test("a hall of three hundred behind one address is served, each phone again and again", async () => {
  const { motion } = await aHall();
  const phones: (string | undefined)[] = [];
  for (let i = 0; i < 300; i++) {
    const answer = await motion({ network: "hall" });
    expect(seen(answer).status).toBe(200);
    phones.push(cookieOf(answer));
  }
  expect(new Set(phones).size).toBe(300);
  for (const cookie of phones) {
    const answer = await motion({ network: "hall", cookie });
    expect([seen(answer).status, cookieOf(answer)]).toEqual([200, undefined]);
  }
});

test("one device that floods is refused with its text and a time, and its neighbours are not", async () => {
  const { motion, seat } = await aHall();
  const cookie = cookieOf(await motion({ network: "home" }));
  const neighbour = cookieOf(await motion({ network: "home" }));
  let answer: unknown;
  let sent = 0;
  do answer = await motion({ network: "home", cookie });
  while (seen(answer).status === 200 && ++sent < 200);
  expect(sent).toBeLessThan(100);
  expect(seen(answer)).toMatchObject({ status: 429, fields: words });
  expect(seen(answer).errors?.root?.message).toMatch(
    /Tekst został zachowany – proszę wysłać go ponownie za \d+\u00a0minut/,
  );
  expect(Number(headersOf(answer).get("Retry-After"))).toBeGreaterThan(0);
  // Another network does not make it another device.
  expect(seen(await motion({ network: "elsewhere", cookie })).status).toBe(429);
  const fields = { name: "Ala", seats: "1" };
  expect(seen(await seat({ network: "home", cookie, fields }))).toMatchObject({ status: 429, fields });
  for (const other of [neighbour, undefined])
    expect(seen(await motion({ network: "home", cookie: other })).status).toBe(200);
});

test("a script that forgets its cookie empties its network's share of one debate, and harms no device that is known", async () => {
  const [hall, other] = [await aHall(), await aHall()];
  const known = cookieOf(await hall.motion({ network: "net" }));
  let sent = 0;
  while (seen(await hall.motion({ network: "net" })).status === 200) expect(++sent).toBeLessThan(1000);
  expect(sent).toBeGreaterThan(390);
  expect(seen(await hall.motion({ network: "net", cookie: known })).status).toBe(200);
  expect(seen(await hall.motion({ network: "another" })).status).toBe(200);
  expect(seen(await other.motion({ network: "net" })).status).toBe(200);
});

test("nobody has letters sent to a stranger's mailbox without end, by whichever form, network or spelling", async () => {
  const victim = `ofiara-${crypto.randomUUID()}`;
  const [hall, other] = [await aHall(), await aHall()];
  const form = (i: number) => ({ ...words, text: `Kup tanio, ${i}.`, authorEmail: `${victim}+${i}@poczta.test` });
  const seat = { name: "Ala", seats: "1", email: `${victim}@poczta.test` };
  for (let i = 0; i < 12; i++) {
    // Looking at it first is not counted.
    expect(seen(await hall.motion({ network: `n${i}`, fields: { ...form(i), intent: "preview" } })).status).toBe(200);
    expect(seen(await hall.motion({ network: `n${i}`, fields: form(i) })).status).toBe(303);
  }
  for (const answer of [
    await hall.motion({ network: "n", fields: form(13) }),
    await other.motion({ network: "m", fields: form(14) }),
    await other.seat({ network: "m", fields: seat }),
  ]) {
    const { status, errors, fields } = seen(answer);
    expect([status, Object.keys(errors ?? {})[0]]).toEqual([429, fields?.seats ? "email" : "authorEmail"]);
    expect(Number(headersOf(answer).get("Retry-After"))).toBeGreaterThan(0);
  }
  await workOutboxOff();
  const letters = await read
    .select()
    .from(messages)
    .where(like(messages.recipientEmail, `${victim}%`));
  expect(letters).toHaveLength(12);
  // Whoever has nothing to do with it, or gives no address, is served.
  expect(seen(await hall.motion({ network: "n", fields: { ...words, authorEmail: "" } })).status).toBe(303);
  const neighbour = { ...seat, email: `sasiad-${victim}@poczta.test` };
  expect(seen(await other.seat({ network: "m", fields: neighbour })).status).toBe(303);
});

test("a form is counted once, however often its transaction has to begin anew", () => {
  const address = `sala-${crypto.randomUUID()}@poczta.test`;
  for (let form = 0; form < 12; form++) {
    const admitted = admitAddressOnce(address);
    for (let attempt = 0; attempt < 11; attempt++) expect(admitted().ok).toBe(true);
  }
  expect(admitAddressOnce(address)().ok).toBe(false);
});

test("nobody makes up a device, and one lasts for an evening", () => {
  const now = Date.now();
  const asked = (cookie: string, at = now) =>
    deviceOf(new Request("http://app.test/", { headers: { Cookie: cookie } }), at);
  const [cookie = "", ...rest] = giveDevice(now).split("; ");
  expect(rest).toEqual(["Path=/u", "Max-Age=43200", "HttpOnly", "SameSite=Lax"]);
  const [name, value = ""] = cookie.split("=");
  expect(asked(`a=b; ${cookie}; c=d`)).toMatch(/^[\w-]{22}$/);
  const [id = "", day = "", seal = ""] = value.split(".");
  const later = (Math.floor(now / 1000) + 9).toString(36);
  for (const forged of [
    `${id}.${later}.${seal}`,
    `${"A".repeat(22)}.${day}.${seal}`,
    `${id}.${day}.${"A".repeat(43)}`,
    id,
    "",
  ])
    expect([forged, asked(`${name}=${forged}`)]).toEqual([forged, undefined]);
  expect(asked(cookie, now + 13 * 3_600_000)).toBeUndefined();
  const forged = new Request("http://app.test/", { headers: { Cookie: `${name}=${id}.${day}.${"A".repeat(43)}` } });
  expect(admitForm(forged, "n", "x").ok).toBe(true);
});

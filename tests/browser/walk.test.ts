import { afterAll, beforeAll, expect, test } from "vitest";
import { type Evening, signIn } from "./evaluation/evening";
import { openBrowser } from "./harness/browser";
import { startService } from "./harness/service";

/*
 * A whole office by its own links, each kind of page once. The server sends with a page only the routes of its address's
 * shape, so every step in place asks for routes and data that the page did not bring.
 */
const walk = {} as Evening;
beforeAll(async () => {
  walk.service = await startService({ demo: true });
  walk.browser = await openBrowser(walk.service);
  walk.staff = await walk.browser.person();
  walk.unit = "/o/kpp-wierzbinow";
}, 120_000);
afterAll(async () => {
  await walk.browser?.close();
  await walk.service?.stop();
});

type Marked = { stayed?: true };
/** Two addresses of one kind differ only in whose page it is. */
const kindOf = (address: string) => address.replace(/[0-9a-f-]{36}|\d+/g, ":").replace(/\?.*/, "");
const titleOf = (html: string) => /<title>([^<]*)/.exec(html)?.[1];

/** By address; what is loaded anew has no mark. */
async function open(address: string) {
  await walk.staff.page.goto(address);
  await walk.staff.page.evaluate(() => Object.assign(window, { stayed: true }));
}

const here = () => walk.staff.page.evaluate(() => location.pathname + location.search);
const links = () =>
  walk.staff.page.locator("main a[href], .nav a[href]").evaluateAll((all) =>
    (all as HTMLAnchorElement[])
      .filter((link) => !link.target && !link.hasAttribute("download") && !link.hash && link.checkVisibility())
      .map(({ pathname, search }) => pathname + search)
      .filter((address) => /^\/o\/(?!.*\.\w+(?:\?|$))/.test(address)),
  );

/** In place, without a page loaded anew. */
async function arrive(address: string, title: string | undefined) {
  const { page } = walk.staff;
  await page.waitForURL(`**${address}`);
  await expect.poll(() => page.title(), { message: address, timeout: 15_000 }).toBe(title);
  expect(await page.evaluate(() => (window as Marked).stayed), `${address} was loaded anew`).toBe(true);
}

async function step(from: string, to: string) {
  const { page } = walk.staff;
  if ((await here()) !== from) await open(from);
  const left = await page.title();
  const wanted = titleOf(await (await page.request.get(to)).text());
  await page
    .locator(`a[href="${to}"], a[href="${to.slice(to.indexOf("?"))}"]`)
    .first()
    .click();
  await arrive(to, wanted);
  await page.goBack();
  await arrive(from, left);
  await page.goForward();
  await arrive(to, wanted);
}

test("each kind of office page is reached in place: by a link, back, and forward", async () => {
  await signIn(walk);
  await open(walk.unit);
  const kinds = new Set([kindOf(walk.unit)]);
  const waiting = (await links()).map((to) => ({ from: walk.unit, to }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { from, to } = next;
    if (kinds.has(kindOf(to))) continue;
    kinds.add(kindOf(to));
    await step(from, to);
    waiting.push(...(await links()).map((other) => ({ from: to, to: other })));
  }
  expect(kinds.size).toBeGreaterThan(30);
  expect(walk.browser.problems()).toEqual([]);
});

import { join } from "node:path";
import Database from "better-sqlite3";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { press } from "../chain/story";
import type { openBrowser } from "../harness/browser";
import type { Person } from "../harness/person";
import type { Service } from "../harness/service";

/** Who is in the hall, and the addresses they have come to know. */
export type Evening = {
  service: Service;
  browser: Awaited<ReturnType<typeof openBrowser>>;
  staff: Person;
  projector: Person;
  unit: string;
  /** The office's address of the debate that is evaluated, then that of its evaluation. */
  earlier: string;
  debate: string;
  screen: string;
  vote: string;
};

/** A debate of the demo that was held some days ago: two tasks, one reported as done, and no evaluation yet. */
export function heldDebate({ folder }: Service) {
  const database = new Database(join(folder, "debata.db"), { readonly: true });
  const row = database
    .prepare("select id from debates where topic = 'Bezpiecznie w sieci i po lekcjach' and status = 'held'")
    .get() as { id: string };
  database.close();
  return row.id;
}

export async function signIn({ service, staff }: Evening) {
  await expect.poll(() => service.log(), { timeout: 60_000 }).toMatch(/kont: \S+/);
  const [, password = ""] = /kont: (\S+)/.exec(service.log()) ?? [];
  await staff.visit("/login");
  await staff.fill("E-mail", "debaty@kpp-wierzbinow.example");
  await staff.fill("Hasło", password);
  await press(staff, "Zaloguj się");
  await staff.see("Co dziś wymaga uwagi");
}

/** The projector has nobody at it: the page changes by itself, and fits without scrolling on both common sizes. */
export async function watch({ page, see, look }: Person, words: string | RegExp, name: string) {
  await see(words);
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
  ]) {
    await page.setViewportSize(size);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `screenshots/${name}-${size.width}.png` });
    expect(await cutOff(page), `${name} at ${size.width} px`).toEqual([]);
  }
  await look(name);
}

/** Words that stand outside of the screen or of the box that they are in: nobody scrolls a projector. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const outside = (element: Element) => {
      const box = element.getBoundingClientRect();
      const holder = element.closest("section, ol, aside, main")?.getBoundingClientRect();
      if (!holder || box.left >= holder.right) return false; // a row that is left out as a whole
      const bottom = Math.min(innerHeight, holder.bottom);
      return box.width > 1 && (box.bottom > bottom + 1 || box.right > innerWidth + 1);
    };
    return [...document.querySelectorAll("main :is(h1, h2, p, li, b, td)")]
      .filter(outside)
      .map((element) => element.textContent?.slice(0, 60));
  });

/** The motion's row on the desk of the hall. */
export const row = ({ staff }: Evening, words: string) =>
  staff.page.locator(".taken > li").filter({ has: staff.page.locator(".rows__title", { hasText: words }) });

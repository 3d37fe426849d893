import type { Page } from "playwright-core";
import { expect } from "vitest";
import { inspect } from "./inspect";
import { listen } from "./listen";

type Surroundings = { problems: Set<string>; url: string; colors: "light" | "dark"; javaScript: boolean };

export type Person = Awaited<ReturnType<typeof openPerson>>;

/** Somebody at a screen, who reads what people read and presses what people press. */
export async function openPerson(page: Page, { problems, url, ...settings }: Surroundings) {
  page.setDefaultTimeout(15_000);
  const report = (problem: string) => void problems.add(`${page.url().replace(url, "")}: ${problem}`);
  listen(page, { url, report });

  /** Looks at the page as it is now: axe, width, stray words; a picture of it with SCREENSHOTS=1. */
  const look = (name?: string) => inspect(page, { ...settings, report, name });

  return {
    page,
    look,
    /** Opens an address (a path or a whole link) and looks at it. */
    async visit(address: string, { status = 200, name }: { status?: number; name?: string } = {}) {
      const response = await page.goto(address);
      expect(response?.status(), `${address}\n${await page.locator("body").innerText()}`).toBe(status);
      await look(name);
      return page;
    },
    /** Waits until these words can be read. */
    see: (words: string | RegExp) =>
      page
        .getByText(words)
        .filter({ visible: true })
        .first()
        .waitFor()
        .catch(async () => {
          throw new Error(`Nobody can read „${words}” at ${page.url()}:\n${await page.locator("body").innerText()}`);
        }),
    fill: (label: string | RegExp, value: string) => page.getByLabel(label).fill(value),
    choose: (label: string | RegExp, option: string) => page.getByLabel(label).selectOption({ label: option }),
    tick: (label: string | RegExp) => page.getByLabel(label).check(),
    /** Presses a button or follows a link, and waits for what comes. */
    async press(name: string | RegExp) {
      const control = page.getByRole("button", { name }).or(page.getByRole("link", { name }));
      await control.first().click();
      await page.waitForLoadState("load");
    },
    /** Everything that can be read, in one line. */
    read: async () => (await page.locator("body").innerText()).replace(/\s+/g, " "),
    close: () => page.context().close(),
  };
}

import type { Page } from "playwright-core";

/**
 * axe is a script and needs a page that runs scripts. So a page without them is looked at in a twin that shows the same
 * finished HTML, and in which only axe has something to run.
 */
export async function twinOf(page: Page) {
  const browser = page.context().browser();
  if (!browser) throw new Error("This page has no browser any more");
  const html = (await page.content())
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, "")
    .replaceAll(/<link [^>]*rel="modulepreload"[^>]*>/g, "")
    .replaceAll(/<(\/?)noscript\b/g, "<$1div");
  const context = await browser.newContext({
    viewport: page.viewportSize(),
    storageState: await page.context().storageState(),
    locale: "pl-PL",
    reducedMotion: "reduce",
  });
  const twin = await context.newPage();
  await twin.route(page.url().replace(/#.*/, ""), (route) => route.fulfill({ contentType: "text/html", body: html }));
  await twin.goto(page.url());
  return twin;
}

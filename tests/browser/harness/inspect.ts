import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { twinOf } from "./twin";

export const WIDTHS = { phone: 360, tablet: 768, desk: 1280 } as const;

const AXE: Parameters<AxeBuilder["options"]>[0] = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};
/** What a template prints when a value is missing. */
const STRAY = /\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date|\{\{|\[\[link:/;

type Inspection = { colors: "light" | "dark"; javaScript: boolean; report: (problem: string) => void; name?: string };

/** Twice: as this person has it, and with the other width in the other colours; both are somebody's screen. */
export async function inspect(page: Page, { colors, javaScript, report, name }: Inspection) {
  const shown = javaScript ? page : await twinOf(page);
  const size = page.viewportSize() ?? { width: WIDTHS.desk, height: 900 };
  const other = { width: size.width < 700 ? WIDTHS.desk : WIDTHS.phone, height: size.height };
  const otherColors = colors === "dark" ? "light" : "dark";
  await shown.emulateMedia({ colorScheme: colors });
  await inspectOnce(shown, colors, report, name);
  await shown.setViewportSize(other);
  await shown.emulateMedia({ colorScheme: otherColors });
  await inspectOnce(shown, otherColors, report, name);
  if (javaScript) {
    await page.emulateMedia({ colorScheme: colors });
    await page.setViewportSize(size);
  } else await shown.context().close();

  const stray = (await page.locator("body").innerText()).match(STRAY);
  if (stray) report(`prints „${stray[0]}”`);
}

async function inspectOnce(page: Page, colors: string, report: Inspection["report"], name: string | undefined) {
  const width = page.viewportSize()?.width;
  const { violations } = await new AxeBuilder({ page }).options(AXE).setLegacyMode().analyze();
  for (const { id, help, nodes } of violations) {
    const [first] = nodes;
    report(`axe ${id} (${width} px, ${colors}): ${help}; ${nodes.length}×, first ${first?.html.slice(0, 200)}`);
  }
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (excess > 1) report(`scrolls ${excess} px sideways at ${width} px`);
  if (name && process.env.SCREENSHOTS) {
    await page.screenshot({ path: `screenshots/${name}-${width}-${colors}.png`, fullPage: true });
  }
}

import { describe, expect, test } from "vitest";
import { slipsSheet } from "~/domain/motions/document.slips.server";
import { getSlips } from "~/domain/motions/queries.slips.server";
import { renderSheet } from "~/platform/pdf/render";
import { aDebate } from "../../setup/factories.debates";
import { HOSTILE_WORDS } from "../../setup/hostile-words";
import { checkTagged, pagesOf, rolesOf } from "../../setup/pdf";

describe("motion slips", () => {
  test("four a page, numbered on, each with the debate's code and its own heading", async () => {
    const { scope, debate } = await aDebate({}, { announced: true });
    const bytes = await renderSheet(slipsSheet(await getSlips(scope, debate.id, 3)));
    expect(await checkTagged(bytes)).toEqual([]);
    const pages = await pagesOf(bytes);
    expect(pages).toHaveLength(3);
    expect(pages[2]?.replaceAll("\u00a0", " ")).toMatch(/nr 9[\s\S]*nr 10[\s\S]*nr 11[\s\S]*nr 12/);
    for (const page of pages) expect(page.split(`kod ${debate.code}`)).toHaveLength(5);
    expect(await rolesOf(bytes)).toMatchObject({ Art: 12, H1: 12, Figure: 12 });
  });

  test.each(Object.entries(HOSTILE_WORDS))("stay on their page with %s", async (_, words) => {
    const { scope, debate } = await aDebate();
    const props = await getSlips(scope, debate.id, 1);
    const bytes = await renderSheet(slipsSheet({ ...props, topic: words || "–", controller: words, unit: words }));
    expect(await checkTagged(bytes)).toEqual([]);
    expect(await pagesOf(bytes)).toHaveLength(1);
  });
});

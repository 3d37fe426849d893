import type { MetaDescriptor } from "@remix-run/node";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { aDebate } from "../setup/factories.residents";
import { ROUTES } from "../setup/matrix";
import { visit } from "../setup/site";

// What a search engine, a shared link and a screen reader say of a page before it is opened.

type Page = { default?: unknown; meta?: (args: object) => MetaDescriptor[] };
const OFFICE = /^(o\.|account|logout)/;
/** Their words are all in what is read; below they are opened. */
const OF_ITS_DATA = "u.$unit.debates.$slug._index";

const pages = Object.entries(ROUTES as Record<string, Page>).filter(
  ([route, { default: page }]) => page && !OFFICE.test(route) && route !== OF_ITS_DATA,
);

/** Enough of what a loader reads for those that say something of it. */
const DATA = {
  unit: { name: "KPP", slug: "kpp" },
  motion: { number: "1/2026/01" },
  body: { name: "Urząd" },
  heading: "Protokół nr 1",
  lines: ["Protokół"],
};

test.each(pages)("%s has a title and a description", (_route, { meta }) => {
  const told = meta?.({ data: DATA, location: { search: "" }, params: {} }) ?? [];
  expect(told).toContainEqual({ title: expect.stringMatching(/\w{3}/) });
  expect(told).toContainEqual({ name: "description", content: expect.stringMatching(/.{20}|Protokół/) });
});

test("they are on the page, which says that it is Polish", async () => {
  expect(pages.length).toBeGreaterThan(20);
  const debate = await aDebate();
  for (const path of ["/login", "/m", debate.path]) {
    const answer = await visit(path);
    const { document } = new JSDOM(await answer.text()).window;
    expect([path, answer.status, document.documentElement.lang]).toEqual([path, 200, "pl"]);
    expect(document.title.trim()).not.toBe("");
    expect(document.querySelector("meta[name=description]")?.getAttribute("content")).toMatch(/.{20}/);
  }
});

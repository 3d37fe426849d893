import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (name: string) => readFileSync(`app/ui/${name}.css`, "utf8");
const MAX_PUBLIC_BYTES = 20_000;

test("public pages stay light", () => {
  expect(Buffer.byteLength(read("public"))).toBeLessThan(MAX_PUBLIC_BYTES);
});

test("every colour of the light theme has its dark one", () => {
  const [light = "", dark = ""] = read("public").split("@media screen and (prefers-color-scheme:dark)");
  const names = (css: string) => [...css.matchAll(/(--[\w-]+):#/g)].map(([, name]) => name).sort();
  expect(names(dark.slice(0, dark.indexOf("}")))).toEqual(names(light));
});

test("the content security policy lets everything in: no data: address, no foreign host", () => {
  expect(`${read("public")}${read("office")}`).not.toMatch(/url\(|@import/);
});

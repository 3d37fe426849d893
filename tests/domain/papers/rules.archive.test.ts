import { describe, expect, test } from "vitest";
import { papers } from "~/domain/papers/messages.pl";
import { listPapers } from "~/domain/papers/queries.lists.server";
import { kindOf, paperNames } from "~/domain/papers/rules";
import { DOSSIER, enclosedOf, IN_DOSSIER, manifestOf, sumsOf } from "~/domain/papers/rules.archive";

import { version } from "../../../package.json";

const files = [{ name: "akta.pdf", bytes: 3, sha256: "ab".repeat(32) }];

describe("the archive", () => {
  test("every paper stands in the files of the debate, but for what hangs on a wall or lies in a hand", () => {
    const papersOnly = paperNames.filter((name) => kindOf(name).formats.some((format) => format === "pdf"));
    const kept = papersOnly.filter((name) => (DOSSIER as readonly string[]).includes(name));
    expect(papersOnly.filter((name) => !kept.includes(name)).sort()).toEqual(["poster", "script", "slips"]);
    expect(new Set(DOSSIER).size).toBe(DOSSIER.length);
    for (const list of Object.keys(listPapers)) expect(DOSSIER).toContain(list);
  });

  test.each([
    [[], []],
    [
      [1, 2],
      [1, 2],
    ],
    [
      [11_000_000, 2_000_000, 1_000_000],
      [11_000_000, 1_000_000],
    ],
    [[12_000_001], []],
  ])("of attachments of %j bytes %j are printed", (sizes, printed) => {
    const files = sizes.map((size) => ({ size }));
    expect([...enclosedOf(files)].map(({ size }) => size)).toEqual(printed);
  });

  test("every list has its columns for a page", () => {
    expect(Object.keys(IN_DOSSIER).sort()).toEqual(Object.keys(listPapers).sort());
    expect(papers.archive.slug).toBe("archiwum");
  });

  test("tells programs what is in it", () => {
    const about = { debate: "3/2026", topic: "Ruch", unit: "KPP", createdAt: new Date("2026-03-20T10:00:00Z") };
    expect(JSON.parse(manifestOf(about, files))).toEqual({
      ...about,
      generator: `Debata ${version}`,
      createdAt: "2026-03-20T10:00:00.000Z",
      version: "internal",
      files,
    });
    expect(sumsOf(files)).toBe(`${"ab".repeat(32)}  akta.pdf\n`);
  });
});

import { describe, expect, test } from "vitest";
import { papers } from "~/domain/papers/messages.pl";
import { listPapers } from "~/domain/papers/queries.lists.server";
import { IN_DOSSIER, inDossier, manifestOf, sumsOf } from "~/domain/papers/rules.archive";

const files = [{ name: "akta.pdf", bytes: 3, sha256: "ab".repeat(32) }];

describe("the archive", () => {
  test.each([
    ["minutes", true],
    ["report", true],
    ["invitations", true],
    ["attendance", true],
    ["slips", false],
    ["poster", false],
    ["guestList", false],
    ["archive", false],
  ] as const)("%s stands in the files of the debate: %s", (name, expected) => {
    expect(inDossier(name)).toBe(expected);
  });

  test("every list has its columns for a page", () => {
    expect(Object.keys(IN_DOSSIER).sort()).toEqual(Object.keys(listPapers).sort());
    expect(papers.archive.slug).toBe("archiwum");
  });

  test("tells programs what is in it", () => {
    const about = { debate: "3/2026", topic: "Ruch", unit: "KPP", createdAt: new Date("2026-03-20T10:00:00Z") };
    expect(JSON.parse(manifestOf(about, files))).toEqual({
      ...about,
      generator: expect.stringMatching(/^Debata \d/),
      createdAt: "2026-03-20T10:00:00.000Z",
      version: "internal",
      files,
    });
    expect(sumsOf(files)).toBe(`${"ab".repeat(32)}  akta.pdf\n`);
  });
});

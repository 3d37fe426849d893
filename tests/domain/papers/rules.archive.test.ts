import { describe, expect, test } from "vitest";
import { papers } from "~/domain/papers/messages.pl";
import { listPapers } from "~/domain/papers/queries.lists.server";
import { kindOf, paperNames } from "~/domain/papers/rules";
import { IN_DOSSIER, inDossier, manifestOf, sumsOf } from "~/domain/papers/rules.archive";

const files = [{ name: "akta.pdf", bytes: 3, sha256: "ab".repeat(32) }];

describe("the archive", () => {
  test.each([
    [{ group: "minutes", formats: ["pdf", "docx"] }, true],
    [{ group: "before", formats: ["pdf"] }, true],
    [{ group: "after", formats: ["pdf"] }, true],
    [{ group: "hall", formats: ["pdf"] }, false],
    [{ group: "lists", formats: ["csv"] }, false],
    [{ group: "archive", formats: ["zip"] }, false],
  ] as const)("%o stands in the files of the debate: %s", (kind, expected) => {
    expect(inDossier(kind)).toBe(expected);
  });

  test("holds the minutes, never itself, and every list has its columns for a page", () => {
    expect(paperNames.filter((name) => inDossier(kindOf(name)))).toContain("minutes");
    expect(inDossier(kindOf("archive"))).toBe(false);
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

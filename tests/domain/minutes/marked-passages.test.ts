import fc from "fast-check";
import { expect, test } from "vitest";
import { type MinutesVersion, UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { REDACTED } from "~/domain/minutes/rules.marks";
import { sectionsOf } from "~/domain/minutes/rules.sections";
import { minutedFacts } from "../../setup/factories.minutes";

const KEYS = ["item:discussion", "findings", "survey", "attachments", "distribution"] as const;

const paperOf = (version: MinutesVersion, texts: string[]) => {
  const parts = KEYS.map((key, i) => ({ key, text: texts[i] ?? "", internal: false }));
  const document = composeMinutes(minutedFacts({ parts }), version, UNSTAMPED);
  return JSON.stringify({ document, sections: sectionsOf(document) });
};

test("no word of a marked passage is in the public paper, and each is in the internal one", () => {
  // Letters that no other word of the paper has, so that each can be looked for alone.
  const secret = fc.stringMatching(/^[ԱԲԳԴԵ]{2,12}( [ԱԲԳԴԵ]{2,12}){0,3}$/);
  const open = fc.stringMatching(/^[a-zęś,. \n–-]{0,40}$/);
  const text = fc
    .array(fc.tuple(open, secret), { minLength: 1, maxLength: 4 })
    .map((pairs) => pairs.map(([words, hidden]) => `${words}[[${hidden}]]`).join(" "));
  fc.assert(
    fc.property(fc.array(text, { minLength: KEYS.length, maxLength: KEYS.length }), (texts) => {
      const publicPaper = paperOf("public", texts);
      expect(publicPaper).not.toMatch(/[ԱԲԳԴԵ]/);
      expect(publicPaper).toContain(REDACTED);
      const internalPaper = paperOf("internal", texts);
      for (const word of texts.join(" ").match(/[ԱԲԳԴԵ]+/g) ?? []) expect(internalPaper).toContain(word);
      expect(internalPaper).not.toMatch(/\[\[[ԱԲԳԴԵ]|[ԱԲԳԴԵ]\]\]/);
    }),
    { numRuns: 60 },
  );
});

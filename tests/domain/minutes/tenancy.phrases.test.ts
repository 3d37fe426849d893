import { expect, test } from "vitest";
import { changePhrases } from "~/domain/minutes/commands.phrases.server";
import { listFilledPhrases, listOwnPhrases, listPhrases, withPhrase } from "~/domain/minutes/queries.phrases.server";
import { aUnit } from "../../setup/factories";
import { aHeldDebate } from "../../setup/factories.minutes-held";

test("another unit has its own library, and fills nothing from a debate that is not its own", async () => {
  const { scope, debateId } = await aHeldDebate();
  const { scope: foreign } = await aUnit();
  await changePhrases(scope, { do: "add", title: "Nasza", text: "Nasze zdanie" }, undefined);
  const ours = await listPhrases(scope);
  const own = ours.at(-1);
  if (!own) throw new Error("No phrase");

  expect((await listPhrases(foreign)).map(({ title }) => title)).not.toContain("Nasza");
  expect(await listOwnPhrases(foreign)).toEqual([]);
  const wrong = { do: "change", id: own.id, title: "Cudza", text: "x" } as const;
  expect(await changePhrases(foreign, wrong, own.version)).toEqual({ ok: false, reason: "gone" });
  expect(await changePhrases(foreign, { do: "remove", id: own.id }, own.version)).toEqual({
    ok: false,
    reason: "gone",
  });
  expect(await changePhrases(foreign, { do: "up", id: own.id }, undefined)).toEqual({ ok: false, reason: "gone" });
  await expect(listFilledPhrases(foreign, debateId)).rejects.toMatchObject({ status: 404 });
  const fields = { phrase: "part-findings", "phrase-findings": own.id };
  await expect(withPhrase(foreign, debateId, fields)).rejects.toMatchObject({ status: 404 });
  expect(await listPhrases(scope)).toEqual(ours);
});

import { expect, test } from "vitest";
import { getArchive } from "~/domain/papers/queries.archive.server";
import { getPaperFacts } from "~/domain/papers/queries.facts.server";
import { getPaper } from "~/domain/papers/queries.server";
import { kindOf, paperNames } from "~/domain/papers/rules";
import { aUnit } from "../../setup/factories";
import { aHeldDebate } from "../../setup/factories.minutes-held";

test("nobody prints anything of another unit", async () => {
  const { debateId } = await aHeldDebate();
  const { scope } = await aUnit();
  await expect(getPaperFacts(scope, debateId)).rejects.toMatchObject({ status: 404 });
  await expect(getArchive(scope, debateId, new Date())).rejects.toMatchObject({ status: 404 });
  for (const name of paperNames)
    for (const format of kindOf(name).formats)
      await expect(
        getPaper(scope, debateId, { name, format, options: {} }, new Date()),
        `${name}.${format}`,
      ).rejects.toMatchObject({ status: 404 });
});

import { expect, test } from "vitest";
import { removeCompetence, saveCompetence } from "~/domain/directory/commands.competence.server";
import { listCompetences } from "~/domain/directory/queries.competence.server";
import { competenceVersion } from "~/domain/directory/rules.competence";
import { refuse } from "~/platform/outcome";
import { aUnit } from "../../setup/factories";
import { aBody } from "../../setup/factories.tasks";

test("another unit neither reads, changes nor removes who is competent, and names no body of ours", async () => {
  const [{ scope }, { scope: stranger }] = [await aUnit(), await aUnit()];
  const [body, theirs] = [await aBody(scope), await aBody(stranger)];
  const value = { category: "ROAD", area: "os. Górnicze", bodyId: body.id, reason: "zarządca" } as const;
  const saved = await saveCompetence(scope, null, value);
  if (!saved.ok) throw new Error(saved.reason);
  const gone = { status: 404 };
  expect(await listCompetences(stranger)).toEqual([]);
  const about = { id: saved.value.id, version: competenceVersion(value) };
  expect(await saveCompetence(stranger, about, { ...value, bodyId: theirs.id })).toEqual(refuse("competence_gone"));
  await expect(removeCompetence(stranger, saved.value.id)).rejects.toMatchObject(gone);
  expect(await saveCompetence(stranger, null, value)).toEqual({ ok: false, reason: "competence_body" });
  expect(await listCompetences(scope)).toMatchObject([{ ...value, areaKey: "gornicze", bodyName: body.name }]);
  await removeCompetence(scope, saved.value.id);
  expect(await listCompetences(scope)).toEqual([]);
});

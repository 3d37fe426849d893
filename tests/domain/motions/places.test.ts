import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { admitMotion } from "~/domain/motions/commands.moderation.server";
import { fillPlaceKeys } from "~/domain/motions/commands.places.server";
import { captureMotion } from "~/domain/motions/commands.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { motions } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aMotion, anOpenDebate, EVENING } from "../../setup/factories.motions";

const keyOf = async (id: string) => {
  const [row] = await read.select({ key: motions.placeKey }).from(motions).where(eq(motions.id, id));
  return row?.key;
};

test("a place has its key from the first word on, and the key follows a correction", async () => {
  const { scope } = await aUnit();
  const debateId = await anOpenDebate(scope);
  const { id } = await aMotion(scope, debateId, { place: "ul. Leśna 12" });
  expect(await keyOf(id)).toBe("lesna");
  const face = { textPublic: "Ciemno.", category: "LIGHT", kmzb: null, sensitivity: "public", looked: true } as const;
  await admitMotion(scope, id, { ...face, place: "park miejski" });
  expect(await keyOf(id)).toBe("park miejski");

  const said = await captureMotion(scope, debateId, { text: "Dziury.", category: "ROAD", place: "na Polnej" }, EVENING);
  if (!said.ok) throw new Error(said.reason);
  expect(await keyOf(said.value.id)).toBe("polna");
});

test("motions of before get their keys at the start; what has none stays without", async () => {
  const { scope } = await aUnit();
  const debateId = await anOpenDebate(scope);
  const old = await aMotion(scope, debateId, { place: "przy ul. Polnej 3" });
  const everywhere = await aMotion(scope, debateId, { place: "całe miasto" });
  await inTransaction(() => write.update(motions).set({ placeKey: "" }).where(eq(motions.id, old.id)));
  expect(await fillPlaceKeys()).toBe(1);
  expect([await keyOf(old.id), await keyOf(everywhere.id)]).toEqual(["polna", ""]);
  expect(await fillPlaceKeys()).toBe(0);
});

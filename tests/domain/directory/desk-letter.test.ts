import { expect, test } from "vitest";
import { archiveBody, renewDesk, reviseBody } from "~/domain/directory/commands.server";
import { getBody } from "~/domain/directory/queries.server";
import { workOutboxOff } from "~/jobs.server";
import { read } from "~/platform/db.server";
import { placeholderOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { messages } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aBody, aTask } from "../../setup/factories.tasks";

const lettersTo = async (bodyId: string) => {
  await workOutboxOff();
  return (await read.select().from(messages)).filter(
    ({ kind, subjectId }) => kind === "desk_link" && subjectId === bodyId,
  );
};
async function moveTo(scope: Scope, id: string, email: string) {
  const { version, kind, name } = await getBody(scope, id);
  expect((await reviseBody(scope, id, version, { kind, name, email })).ok).toBe(true);
}

test("a body with another address gets its new link there, and only there", async () => {
  const { scope, body } = await aTask();
  await moveTo(scope, body.id, "nowy@um.test");
  const [letter, ...more] = await lettersTo(body.id);
  expect(more).toEqual([]);
  expect(letter?.recipientEmail).toBe("nowy@um.test");
  expect(letter?.text).toContain(placeholderOf("desk", body.id, 2));
  await moveTo(scope, body.id, "nowy@um.test");
  expect(await lettersTo(body.id), "the same address is no other").toHaveLength(1);
});

test("one that has never had a link, or has no address any more, gets none", async () => {
  const { scope } = await aUnit();
  const quiet = await aBody(scope);
  await moveTo(scope, quiet.id, "nowy@um.test");
  expect(await lettersTo(quiet.id)).toEqual([]);
  const { scope: theirs, body } = await aTask();
  await moveTo(theirs, body.id, "");
  expect(await lettersTo(body.id)).toEqual([]);
});

test("a link that the office takes away comes back by letter, as long as the body is there", async () => {
  const { scope, body } = await aTask();
  await renewDesk(scope, body.id);
  expect(await lettersTo(body.id)).toHaveLength(1);
  await renewDesk(scope, body.id);
  await archiveBody(scope, body.id, true);
  expect(await lettersTo(body.id)).toHaveLength(1);
});

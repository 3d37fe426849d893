import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addEvidence, readEvidence, showEvidence } from "~/domain/tasks/commands.evidence.server";
import { listEvidence, listPublicEvidence } from "~/domain/tasks/queries.evidence.server";
import { numberInPath } from "~/domain/tasks/rules.tracker";
import { inTransaction, write } from "~/platform/db.server";
import { motions } from "~db/schema";
import { aUnit } from "../setup/factories";
import { aMember } from "../setup/factories.organizations";
import { aBody, aTask } from "../setup/factories.tasks";
import { aPhoto } from "../setup/photos";
import { visit } from "../setup/site";

async function aProof(over: Parameters<typeof aTask>[0] = {}) {
  const unit = await aUnit();
  const made = await aTask(over, { scope: unit.scope });
  const read = await readEvidence([{ name: "latarnia.jpg", bytes: await aPhoto() }], "Latarnia");
  if (!read.ok) throw new Error(read.reason);
  await addEvidence(made.body.desk, made.task.id, { files: read.value, author: "Jan Kowal" });
  const [file] = await listEvidence(unit.scope, [made.task.id]);
  const id = file?.id ?? "";
  const address = `/u/${unit.slug}/tracker/${numberInPath(made.motion.number)}/evidence/${id}`;
  const show = (isPublic = true) => showEvidence(unit.scope, made.task.id, id, { public: isPublic, title: "" });
  return { ...made, unit, id, address, show };
}

describe("proof for everybody", () => {
  test("only what the organizer shows, below the matter that it belongs to", async () => {
    const { address, show, unit, task } = await aProof();
    expect((await visit(address)).status).toBe(404);
    await show();
    const answer = await visit(address);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "image/jpeg"]);
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=300");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(Buffer.from(await answer.arrayBuffer()).toString("latin1")).not.toMatch(/TAJNE|Exif/);
    expect((await visit(address.replace("1-2026-01", "1-2026-02"))).status).toBe(404);
    expect((await visit(address.replace(unit.slug, (await aUnit()).slug))).status).toBe(404);
    await show(false);
    expect((await visit(address)).status).toBe(404);
    expect(await listPublicEvidence(unit.scope, [task.id])).toEqual([]);
  });

  test("nothing of an internal task, and nothing of a matter that was hidden later", async () => {
    const inside = await aProof({ internal: true });
    expect(await inside.show()).toEqual({ ok: false, reason: "task_internal" });
    expect((await visit(inside.address)).status).toBe(404);
    const hidden = await aProof();
    await hidden.show();
    const [own, hide] = [eq(motions.id, hidden.motion.id), { sensitivity: "internal" } as const];
    await inTransaction(async () => {
      await write.update(motions).set(hide).where(own);
    });
    expect((await visit(hidden.address)).status).toBe(404);
    expect(await listPublicEvidence(hidden.unit.scope, [hidden.task.id])).toEqual([]);
  });
});

test("the office and the body's own desk read it before that, nobody else", async () => {
  const { unit, body, task, id } = await aProof();
  const { cookie } = await aMember("viewer", { unit });
  const office = `/o/${unit.slug}/tasks/${task.id}/files/${id}`;
  expect((await visit(office, { cookie })).status).toBe(200);
  expect((await visit(office)).status).toBe(302);
  expect((await visit(office.replace(task.id, "x"), { cookie })).status).toBe(404);
  const desk = await visit(`/b/${body.token}/files/${id}`);
  expect([desk.status, desk.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
  const neighbour = await aBody(unit.scope);
  expect((await visit(`/b/${neighbour.token}/files/${id}`)).status).toBe(404);
  expect((await visit(`/b/x/files/${id}`)).status).toBe(404);
});

import { readdirSync } from "node:fs";
import { eq } from "drizzle-orm";
import { addAgendaItem } from "~/domain/agenda/commands.server";
import { recordAgreement } from "~/domain/agreements/commands.server";
import { reserveSeat } from "~/domain/attendance/commands.server";
import { getDebate } from "~/domain/debates/queries.server";
import { listMessages } from "~/domain/history/queries.server";
import { addFile } from "~/domain/minutes/commands.files.server";
import { saveParts } from "~/domain/minutes/commands.parts.server";
import { proposeChange } from "~/domain/minutes/commands.remarks.server";
import { listFiles } from "~/domain/minutes/queries.files.server";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import { inviteMember } from "~/domain/organizations/commands.members.server";
import { noteOnTask } from "~/domain/tasks/commands.server";
import { read } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { calendarDate } from "~/platform/time";
import { organizations } from "~db/schema";
import type { Role } from "~db/vocabulary";
import { aUnit } from "./factories";
import { aDebate } from "./factories.debates";
import { anInvitation } from "./factories.invitations";
import { aHeldDebate, minutesOf } from "./factories.minutes-held";
import { aMotion, anAdmittedMotion } from "./factories.motions";
import { aMember, doorArgs } from "./factories.organizations";
import { anOpenWindow } from "./factories.readers";
import { aBody, aTask } from "./factories.tasks";

export type Door = (args: ReturnType<typeof doorArgs>) => Promise<unknown>;
type RouteModule = { loader?: Door; action?: Door };

const folder = new URL("../../app/routes/", import.meta.url);
/** Every door there is, by the name of its file. */
export const ROUTES: Record<string, RouteModule> = Object.fromEntries(
  await Promise.all(
    readdirSync(folder)
      .filter((file) => /\.tsx?$/.test(file))
      .map(async (file) => [
        file.replace(/\.tsx?$/, ""),
        await import(/* @vite-ignore */ new URL(file, folder).pathname),
      ]),
  ),
);

export const STAFF = ["viewer", "clerk", "officer", "organizer", "admin"] as const satisfies Role[];

/**
 * A unit in which every table has a row, and in every text a word by which it is known: `open` in what everybody may
 * read, `secret…` in what only the office may, its second half saying what it was.
 */
export async function aFullUnit(mark: string) {
  const [open, secret] = [`jawne${mark}`, (what: string) => `tajne${mark}${what}`];
  const unit = await aUnit({ name: `Komenda ${open}`, dataOfficer: open });
  const { scope } = unit;
  const people = Object.fromEntries(
    await Promise.all(STAFF.map(async (role) => [role, await aMember(role, { unit, name: secret("member") })])),
  ) as Record<Role, Awaited<ReturnType<typeof aMember>>>;

  const plan = { topic: `Temat ${open}`, capacity: 50 };
  const { debate } = await aDebate(plan, { scope, announced: true });
  const draft = (await aDebate({ topic: secret("draft") }, { scope })).debate;
  const item = await addAgendaItem(scope, debate.id, {
    kind: "speech",
    title: open,
    minutes: 10,
    note: secret("note"),
  });
  await addAgendaItem(scope, debate.id, { kind: "speech", title: secret("item"), minutes: 5, internal: true });
  const guest = await anInvitation({
    scope,
    debateId: debate.id,
    bodyName: `Urząd ${open}`,
    name: secret("guest"),
    email: `${secret("guestmail")}@um.test`,
  });
  const author = { authorName: secret("author"), authorEmail: `${secret("authormail")}@dom.test` };
  const words = (text: string) => ({ ...author, text, place: "park" });
  const waiting = await aMotion(scope, debate.id, words(`Jest ${secret("waiting")}.`), new Date());
  const police = await aMotion(scope, debate.id, words(`Jest ${secret("police")}.`), new Date());
  await keepForPolice(scope, police.id, { reason: secret("reason") });
  const admitted = await anAdmittedMotion(scope, debate.id, words(`Ciemno w parku ${open}.`));
  const body = await aBody(scope, `Zarząd ${open}`, `${secret("bodymail")}@zd.test`);
  const { task } = await aTask(
    { motionIds: [admitted.id], title: `Zadanie ${open}` },
    { scope, debateId: debate.id, body, now: new Date() },
  );
  await noteOnTask(scope, task.id, secret("tasknote"));
  const also = await anAdmittedMotion(scope, debate.id, words(`Hałas w parku ${open}.`));
  const hidden = await aTask(
    { motionIds: [also.id], title: secret("task"), internal: true },
    { scope, debateId: debate.id, body, now: new Date() },
  );
  const [signedOn, endsOn] = [calendarDate("2026-02-27"), calendarDate("2026-12-31")];
  const agreement = await recordAgreement(scope, {
    ...{ subject: secret("agreement"), parties: secret("parties"), resolution: "" },
    ...{ signedOn, startsOn: signedOn, endsOn, amountGrosze: 100, services: 5, taskId: task.id },
  });
  const seat = await reserveSeat(scope, debate.id, {
    name: secret("seat"),
    seats: 1,
    email: `${secret("seatmail")}@dom.test`,
  });
  if (!item.ok || !agreement.ok || !seat.ok) throw new Error("The unit is not full");

  const asked = await anOpenWindow(scope, new Date());
  const remark = await proposeChange(asked.link, asked.readerId, {
    ...{ partKey: "findings", original: "", proposed: secret("remark"), reason: secret("remark") },
  });
  if (!remark.ok) throw new Error(remark.reason);
  const held = await aHeldDebate(scope);
  const part = { key: "findings", text: secret("findings"), internal: true, version: 0 };
  await saveParts(scope, held.debateId, { parts: [part], wanted: undefined }, "Ktoś");
  const { sha256 } = await minutesOf(scope, held.debateId, new Date(), true);
  const invited = await inviteMember(scope, { email: `${secret("invited")}@policja.test`, role: "clerk" });
  if (!invited.ok) throw new Error(invited.reason);
  const [message] = await listMessages(scope);

  const attached = { title: secret("file"), fileName: "x.pdf", bytes: Buffer.from(`%PDF-1.7 ${mark}`) };
  await addFile(scope, debate.id, attached, "Ktoś");
  await addFile(scope, debate.id, { ...attached, bytes: Buffer.from(`%PDF-1.7 ${mark} two`) }, "Ktoś");
  const [file, keptFile] = await listFiles(scope, debate.id);

  const ids = {
    file: file?.id ?? "",
    keptFile: keptFile?.id ?? "",
    debate: debate.id,
    draft: draft.id,
    item: item.value.id,
    motion: waiting.id,
    admitted: admitted.id,
    task: task.id,
    hiddenTask: hidden.task.id,
    body: body.id,
    office: guest.officeId,
    invitation: guest.invitation.id,
    agreement: agreement.value.id,
    registration: seat.value.id,
    message: message?.id ?? "",
    membership: invited.value.id,
    held: held.debateId,
    asked: asked.debateId,
    remark: remark.value.id,
  };
  const heldSlug = (await getDebate(scope, held.debateId)).slug;
  /** What stands in the address of a route, by the name of its file. */
  const params = (route: string): Record<string, string> => {
    const ofMinutes = /minutes_\.(remarks|window)/.test(route) ? ids.asked : ids.held;
    const token = { i: guest.token, b: body.token, r: tokenOf("registration", ids.registration), c: asked.token }[
      route[0] ?? ""
    ];
    return {
      unit: unit.slug,
      id: route.includes(".tasks.$id") ? ids.task : /\.(minutes|documents)/.test(route) ? ofMinutes : ids.debate,
      slug: /\.(minutes|report)/.test(route) ? heldSlug : debate.slug,
      body: ids.body,
      message: ids.message,
      step: "approve",
      file: route.includes(".files_.") ? ids.keptFile : "protokol.pdf",
      number: admitted.number.replaceAll("/", "-"),
      code: route.startsWith("d.") ? debate.code : tokenOf("motion", ids.motion),
      hash: sha256,
      token: route.startsWith("join") ? tokenOf("member", invited.value.id) : (token ?? ""),
    };
  };
  /** Grows with everything that is recorded: nothing has happened to the unit while it stays the same. */
  const revision = async () =>
    (await read.select().from(organizations).where(eq(organizations.id, unit.id)))[0]?.revision;
  return { unit, scope, people, open, mark, ids, params, revision };
}
export type FullUnit = Awaited<ReturnType<typeof aFullUnit>>;

type Call = { door: Door; route: string; params: Record<string, string>; cookie?: string };
type Form = Record<string, string | readonly string[]>;

/** Walks up to a door; gives how it was answered in a word, and all that came back. */
export async function knock({ door, route, params, cookie, query = "", form }: Call & { query?: string; form?: Form }) {
  const answer = await Promise.resolve(door(doorArgs(`/${route}${query}`, { cookie, params, fields: form }))).catch(
    (thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    },
  );
  if (answer instanceof Response) {
    const to = answer.headers.get("Location");
    const text = /pdf|officedocument/.test(answer.headers.get("Content-Type") ?? "") ? "" : await answer.clone().text();
    const word = to?.startsWith("/login?dalej") ? "login" : String(answer.status);
    return { word, got: `${to ?? ""} ${text}` };
  }
  const status = (answer as { init?: { status?: number } } | null)?.init?.status ?? 200;
  return { word: String(status), got: JSON.stringify(answer) };
}

import { readdirSync } from "node:fs";
import { eq } from "drizzle-orm";
import { addAgendaItem } from "~/domain/agenda/commands.server";
import { recordAgreement } from "~/domain/agreements/commands.server";
import { reserveSeat } from "~/domain/attendance/commands.server";
import { getDebate } from "~/domain/debates/queries.server";
import { saveCompetence } from "~/domain/directory/commands.competence.server";
import { listMessages } from "~/domain/history/queries.server";
import { addFile } from "~/domain/minutes/commands.files.server";
import { saveParts } from "~/domain/minutes/commands.parts.server";
import { proposeChange } from "~/domain/minutes/commands.remarks.server";
import { listFiles } from "~/domain/minutes/queries.files.server";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import { inviteMember } from "~/domain/organizations/commands.members.server";
import { askForReset } from "~/domain/organizations/commands.resets.server";
import { addEvidence, readEvidence, showEvidence } from "~/domain/tasks/commands.evidence.server";
import { noteOnTask } from "~/domain/tasks/commands.server";
import { listEvidence } from "~/domain/tasks/queries.evidence.server";
import { read } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { calendarDate } from "~/platform/time";
import { organizations, passwordResets } from "~db/schema";
import { withSight } from "~db/sight";
import type { Role } from "~db/vocabulary";
import { aUnit } from "./factories";
import { aDebate } from "./factories.debates";
import { anOpenBallot } from "./factories.evaluation";
import { aFollower } from "./factories.followers";
import { anInvitation, aSubstitute } from "./factories.invitations";
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
 * read, `secret…` in what only the office may, its second half saying what it was. With `tail` behind each of them.
 */
export async function aFullUnit(mark: string, own: Parameters<typeof aUnit>[0] = {}, tail = "") {
  const mail = (what: string) => `tajne${mark}${what}`;
  const [open, secret] = [`jawne${mark}${tail}`, (what: string) => `${mail(what)}${tail}`];
  const unit = await aUnit({ name: `Komenda ${open}`, dataOfficer: open, ...own });
  const { scope } = unit;
  await aUnit({ parentId: unit.id, shortName: `Jednostka ${open}` });
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
    email: `${mail("guestmail")}@um.test`,
  });
  const substitute = await aSubstitute({
    ...{ scope, debateId: debate.id, bodyName: `Gmina ${open}`, name: secret("sender") },
    ...{
      email: `${mail("sendermail")}@gmina.test`,
      named: { name: secret("deputy"), email: `${mail("deputymail")}@gmina.test` },
    },
  });
  const author = { authorName: secret("author"), authorEmail: `${mail("authormail")}@dom.test` };
  const words = (text: string) => ({ ...author, text, place: "park" });
  const waiting = await aMotion(scope, debate.id, words(`Jest ${secret("waiting")}.`), new Date());
  const police = await aMotion(scope, debate.id, words(`Jest ${secret("police")}.`), new Date());
  await keepForPolice(scope, police.id, { reason: secret("reason") });
  const admitted = await anAdmittedMotion(scope, debate.id, words(`Ciemno w parku ${open}.`));
  const body = await aBody(scope, `Zarząd ${open}`, `${mail("bodymail")}@zd.test`);
  const { task } = await aTask(
    { motionIds: [admitted.id], title: `Zadanie ${open}` },
    { scope, debateId: debate.id, body, now: new Date() },
  );
  await noteOnTask(scope, task.id, secret("tasknote"));
  const letter = { name: `jawne${mark}.pdf`, bytes: Buffer.from(`%PDF-1.7 ${open} %%EOF`) };
  const proof = await readEvidence([
    letter,
    { name: "x.pdf", bytes: Buffer.from(`%PDF-1.7 ${secret("proof")} %%EOF`) },
  ]);
  if (!proof.ok) throw new Error(proof.reason);
  await addEvidence(body.desk, task.id, { files: proof.value, text: secret("prooftext"), author: secret("signed") });
  const evidence = (await listEvidence(scope, [task.id])).find(({ title }) => title === `jawne${mark}`);
  await showEvidence(scope, task.id, evidence?.id ?? "", { public: true, title: open });
  const also = await anAdmittedMotion(scope, debate.id, words(`Hałas w parku ${open}.`));
  const follower = await aFollower(scope, admitted.id, { email: `${mail("followermail")}@dom.test` });
  const hidden = await aTask(
    { motionIds: [also.id], title: secret("task"), internal: true },
    { scope, debateId: debate.id, body, now: new Date() },
  );
  const [signedOn, endsOn] = [calendarDate("2026-02-27"), calendarDate("2026-12-31")];
  const agreement = await recordAgreement(scope, {
    ...{ subject: `Patrole ${open}`, parties: `Gmina ${open}\nKomenda`, resolution: secret("resolution") },
    ...{ signedOn, startsOn: signedOn, endsOn, amountGrosze: 100, services: 5, taskId: task.id },
    ...{ unitPriceGrosze: null, places: secret("places") },
  });
  const seat = await reserveSeat(scope, debate.id, {
    name: secret("seat"),
    seats: 1,
    email: `${mail("seatmail")}@dom.test`,
  });
  if (!item.ok || !agreement.ok || !seat.ok) throw new Error("The unit is not full");

  const competence = await saveCompetence(scope, null, {
    ...{ category: "ROAD", area: secret("area"), bodyId: body.id, reason: secret("competence") },
  });
  if (!competence.ok) throw new Error(competence.reason);

  const asked = await anOpenWindow(scope, new Date());
  const remark = await proposeChange(asked.link, asked.readerId, {
    ...{ partKey: "findings", original: "", proposed: secret("remark"), reason: secret("remark") },
  });
  if (!remark.ok) throw new Error(remark.reason);
  const held = await aHeldDebate(scope);
  const part = { key: "findings", text: mail("findings"), internal: true, version: 0 };
  await saveParts(scope, held.debateId, { parts: [part], wanted: undefined }, "Ktoś");
  const { sha256 } = await minutesOf(scope, held.debateId, new Date(), true);
  const invited = await inviteMember(scope, { email: `${mail("invited")}@policja.test`, role: "clerk" });
  if (!invited.ok) throw new Error(invited.reason);
  await askForReset(people.viewer.email, mark);
  const resets = await read.select().from(passwordResets).where(eq(passwordResets.userId, people.viewer.userId));
  const [message] = await listMessages(scope);

  const attached = { title: secret("file"), fileName: "x.pdf", bytes: Buffer.from(`%PDF-1.7 ${mark}`) };
  await addFile(scope, debate.id, attached, "Ktoś");
  await addFile(scope, debate.id, { ...attached, bytes: Buffer.from(`%PDF-1.7 ${mark} two`) }, "Ktoś");
  const [file, keptFile] = await listFiles(scope, debate.id);

  const evening = await anOpenBallot([{ title: `Obietnica ${open}` }], { scope });

  const ids = {
    evaluation: evening.debateId,
    ballot: evening.ballot.id,
    promised: evening.motionId,
    file: file?.id ?? "",
    keptFile: keptFile?.id ?? "",
    debate: debate.id,
    draft: draft.id,
    item: item.value.id,
    motion: waiting.id,
    admitted: admitted.id,
    task: task.id,
    evidence: evidence?.id ?? "",
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
    competence: competence.value.id,
  };
  const heldSlug = (await getDebate(scope, held.debateId)).slug;
  /** The key of each kind of link. */
  const links = {
    invitation: guest.token,
    substitute: substitute.substituteToken,
    desk: body.token,
    registration: tokenOf("registration", ids.registration),
    reader: asked.token,
    follower: follower.token,
    screen: evening.screenToken,
    ballot: evening.voteToken,
    member: tokenOf("member", invited.value.id),
    motion: tokenOf("motion", ids.motion),
    reset: tokenOf("reset", resets[0]?.id ?? ""),
  };
  /** What stands in the address of a route, by the name of its file. */
  const params = (route: string): Record<string, string> => {
    const ofMinutes = /minutes_\.(remarks|window)/.test(route) ? ids.asked : ids.held;
    const doors: Record<string, keyof typeof links> = {
      ...{ i: "invitation", b: "desk", r: "registration", c: "reader", f: "follower" },
      ...{ screen: "screen", v: "ballot", join: "member", reset: "reset" },
    };
    const door = doors[route.split(".")[0] ?? ""];
    return {
      unit: unit.slug,
      id: route.endsWith(".hall")
        ? ids.evaluation
        : route.includes(".evidence.")
          ? ids.evidence
          : route.includes(".motions_.$id")
            ? ids.admitted
            : route.includes(".tasks.$id")
              ? ids.task
              : /\.(minutes|documents)/.test(route)
                ? ofMinutes
                : ids.debate,
      slug: /\.(minutes|report)/.test(route) ? heldSlug : debate.slug,
      body: ids.body,
      agreement: ids.agreement,
      message: ids.message,
      step: "approve",
      file: route.includes("_.files.") ? ids.evidence : route.includes(".files_.") ? ids.keptFile : "protokol.pdf",
      ...(route.includes(".year.") && { year: "2026", file: "zestawienie-2026.pdf" }),
      number: admitted.number.replaceAll("/", "-"),
      code: route.startsWith("d.") ? debate.code : links.motion,
      hash: sha256,
      token: door ? links[door] : "",
    };
  };
  /** Grows with everything that is recorded: nothing has happened to the unit while it stays the same. */
  const revision = async () =>
    (await read.select().from(organizations).where(eq(organizations.id, unit.id)))[0]?.revision;
  return { unit, scope, people, open, mark, ids, links, params, revision };
}
export type FullUnit = Awaited<ReturnType<typeof aFullUnit>>;

type Call = { door: Door; route: string; params: Record<string, string>; cookie?: string };
type Form = Record<string, string | readonly string[]>;

/** Walks up to a door; gives how it was answered in a word, and all that came back. */
export async function knock({ door, route, params, cookie, query = "", form }: Call & { query?: string; form?: Form }) {
  const args = doorArgs(`/${route}${query}`, { cookie, params, fields: form });
  const answer = await withSight(async () => door(args)).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (answer instanceof Response) {
    const to = answer.headers.get("Location");
    const text = /pdf|officedocument/.test(answer.headers.get("Content-Type") ?? "") ? "" : await answer.clone().text();
    const word = to?.startsWith("/login?dalej") ? "login" : String(answer.status);
    return { word, got: `${to ?? ""} ${text}` };
  }
  const status = (answer as { init?: { status?: number } } | null)?.init?.status ?? 200;
  return { word: String(status), got: JSON.stringify(answer) };
}

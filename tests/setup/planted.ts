import { PDFDocument } from "pdf-lib";
import { addAgendaItem } from "~/domain/agenda/commands.server";
import { listItems } from "~/domain/agenda/queries.server";
import { reserveSeat } from "~/domain/attendance/commands.server";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { getDebate } from "~/domain/debates/queries.server";
import { startItem } from "~/domain/live/commands.server";
import { noteSpeech } from "~/domain/live/commands.speeches.server";
import { approveMinutes, publishMinutes, savePart } from "~/domain/minutes/commands.server";
import { openWindow } from "~/domain/minutes/commands.window.server";
import { listReaders } from "~/domain/minutes/queries.reader.server";
import { findMinutes } from "~/domain/minutes/queries.server";
import { itemKey } from "~/domain/minutes/rules";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import { captureMotion, decideMotion } from "~/domain/motions/commands.server";
import { addEvidence, readEvidence, showEvidence } from "~/domain/tasks/commands.evidence.server";
import { noteOnTask } from "~/domain/tasks/commands.server";
import { listEvidence } from "~/domain/tasks/queries.evidence.server";
import { tokenOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { aUnit } from "./factories";
import { aDebate } from "./factories.debates";
import { aHallWithSecrets } from "./factories.evaluation";
import { aFollower } from "./factories.followers";
import { anInvitation } from "./factories.invitations";
import { aMotion, anAdmittedMotion, anOpenDebate, EVENING, PLANNED } from "./factories.motions";
import { aPresentGuest } from "./factories.readers";
import { aBody, aTask } from "./factories.tasks";

/** A word that stands nowhere but where it was planted; its middle says where. */
export const secret = (what: string) => `Utajon${what}qx`;
const SECRET = /utajon([a-z]+?)qx/gi;
const latin = (bytes: Buffer) => bytes.toString("latin1");
/** The same bytes read as text, as UTF-16 in either order, and as hexadecimal digits of both. */
const readings = (bytes: Buffer) => {
  const hexed = [...latin(bytes).matchAll(/<([0-9a-fA-F\s]{8,})>/g)].map(([, hex = ""]) =>
    Buffer.from(hex.replace(/\s/g, ""), "hex"),
  );
  return [bytes, ...hexed].flatMap((each) => [latin(each), latin(each).replaceAll("\0", "")]);
};
export const secretsIn = (bytes: Buffer | string): string[] => [
  ...new Set(
    readings(Buffer.from(bytes)).flatMap((text) =>
      [...text.matchAll(SECRET)].map(([, what = ""]) => what.toLowerCase()),
    ),
  ),
];

/** An evening with something to hide in each place where there can be; its minutes are published. */
export async function aPlantedUnit() {
  const unit = await aUnit();
  const { scope } = unit;
  const people = { chair: "insp. Adam Przewodniczący", minuteTaker: secret("minutetaker") };
  const debateId = await anOpenDebate(scope, { topic: "Wieczór jawny", ...people });
  const guest = await anInvitation({
    scope,
    debateId,
    now: PLANNED,
    name: secret("guest"),
    email: `${secret("guestmail")}@um.test`,
  });
  const hall = { kind: "discussion", minutes: 20 } as const;
  await addAgendaItem(scope, debateId, { ...hall, title: "Dyskusja jawna", note: secret("chairnote") }, PLANNED);
  const inside = { title: secret("item"), presenter: secret("presenter"), note: secret("itemnote"), internal: true };
  await addAgendaItem(scope, debateId, { ...hall, ...inside }, PLANNED);
  const [open, closed] = await listItems(scope, debateId);
  if (!open || !closed) throw new Error("No agenda");

  const author = { authorName: secret("resident"), authorEmail: `${secret("email")}@dom.test` };
  const shown = await anAdmittedMotion(scope, debateId, { text: "Ciemno w jawnym parku.", ...author });
  const follower = await aFollower(scope, shown.id, { email: `${secret("followermail")}@dom.test` });
  const police = await aMotion(scope, debateId, {
    text: secret("policetext"),
    place: secret("policeplace"),
    ...author,
  });
  await keepForPolice(scope, police.id, { reason: secret("policeanswer") });
  const pending = await aMotion(scope, debateId, { text: secret("pending"), place: secret("pendingplace"), ...author });

  await openDebate(scope, debateId, EVENING);
  const inHall = async (text: string, more = {}) => {
    const value = {
      text,
      category: "ORDER",
      place: secret("internalplace"),
      agendaItemId: closed.id,
      ...more,
    } as const;
    const captured = await captureMotion(scope, debateId, value, EVENING);
    if (!captured.ok) throw new Error(captured.reason);
    return captured.value;
  };
  // A telephone number keeps what is captured inside the unit.
  const internal = await inHall(`${secret("internaltext")}, tel. 600 100 200`);
  await startItem(scope, debateId, closed.id, EVENING);
  await noteSpeech(scope, debateId, secret("speaker"), EVENING);
  await decideMotion(
    scope,
    internal.id,
    { outcome: "answered_on_spot", answer: secret("internalanswer"), answeredBy: secret("answeredby") },
    EVENING,
  );
  const body = await aBody(scope, "Zarząd Dróg", `${secret("bodymail")}@zd.test`);
  const options = { scope, debateId, body };
  const { task } = await aTask({ motionIds: [shown.id], title: "Jawne oświetlenie" }, options);
  await noteOnTask(scope, task.id, secret("tasknote"));
  const evidence = await someEvidence(scope, task.id);
  const also = await anAdmittedMotion(scope, debateId, { text: "Hałas w jawnym parku." });
  await aTask({ motionIds: [also.id], title: secret("task"), details: secret("taskdetails"), internal: true }, options);
  await aTask({ motionIds: [police.id], title: secret("policetask") }, options);
  await holdDebate(scope, debateId, new Date("2026-03-18T18:05:00Z"));

  const write = (key: string, text: string, isInternal = false) =>
    savePart(scope, debateId, 0, { key, text, internal: isInternal }, secret("editor"));
  await write(itemKey(open.id), `Rozmawiano o parku. Zgłosił [[${secret("marked")}, ul. Polna]] i inni.`);
  await write(itemKey(closed.id), secret("itemtext"));
  await write("survey", secret("part"), true);
  await write("distribution", `egz. nr 1 – ${secret("distribution")}`);
  const approved = await approveMinutes(scope, debateId, { approvedBy: secret("approvedby") }, new Date());
  if (!approved.ok) throw new Error(approved.reason);
  await publishMinutes(scope, debateId, new Date());
  const others = await otherDebates(scope, author);
  return {
    unit,
    scope,
    debateId,
    ...others,
    evidence,
    tokens: { i: guest.token, b: body.token, f: follower.token },
    halls: await aHallWithSecrets(scope, secret),
    numbers: [shown, police, pending, internal, also].map(({ number }) => number),
    shown,
    sha256: (await findMinutes(scope, debateId))?.sha256 ?? "",
  };
}

/** Two files of proof, one of which the organizer shows. */
async function someEvidence(scope: Scope, taskId: string) {
  const pdf = async (name: string) => {
    const document = await PDFDocument.create();
    document.addPage().drawText(name);
    document.setTitle(name);
    return { name: `${name}.pdf`, bytes: Buffer.from(await document.save({ useObjectStreams: false })) };
  };
  const read = await readEvidence([await pdf("jawny"), await pdf(secret("proof"))]);
  if (!read.ok) throw new Error(read.reason);
  await addEvidence(scope, taskId, { files: read.value, text: secret("prooftext"), author: secret("proofauthor") });
  const files = await listEvidence(scope, [taskId]);
  await showEvidence(scope, taskId, files.find(({ title }) => title === "jawny")?.id ?? "", {
    public: true,
    title: "",
  });
  return files.map(({ id }) => id);
}
export type PlantedUnit = Awaited<ReturnType<typeof aPlantedUnit>>;

/** One to come, one that is a draft, one whose minutes nobody has approved. */
async function otherDebates(scope: Scope, author: { authorName: string; authorEmail: string }) {
  const { debate: coming } = await aDebate({ topic: "Przyszła jawna", capacity: 50 }, { scope, announced: true });
  await addAgendaItem(scope, coming.id, { kind: "speech", title: secret("comingitem"), minutes: 5, internal: true });
  await aMotion(scope, coming.id, { text: secret("coming"), ...author }, new Date());
  const seat = await reserveSeat(scope, coming.id, {
    name: secret("seat"),
    seats: 1,
    email: `${secret("seatmail")}@dom.test`,
  });
  const { debate: draft } = await aDebate({ topic: secret("draft") }, { scope });
  const unapproved = await anOpenDebate(scope, {
    startsAt: new Date("2026-04-18T16:00:00Z"),
    endsAt: new Date("2026-04-18T18:00:00Z"),
  });
  await openDebate(scope, unapproved, new Date("2026-04-18T16:00:00Z"));
  await holdDebate(scope, unapproved, new Date("2026-04-18T18:00:00Z"));
  const police = await aMotion(scope, unapproved, { text: secret("windowpolice"), ...author }, PLANNED);
  await keepForPolice(scope, police.id, { reason: secret("windowreason") });
  const text = `Ustalono ${secret("unapproved")} i [[${secret("windowmark")}]].`;
  await savePart(scope, unapproved, 0, { key: "findings", text }, secret("editor"));
  await savePart(scope, unapproved, 0, { key: "survey", text: secret("windowpart"), internal: true }, "Ktoś");
  await aPresentGuest(scope, unapproved, { name: secret("reader"), email: `${secret("readermail")}@um.test` });
  const opened = await openWindow(scope, unapproved, 5, new Date());
  if (!opened.ok) throw new Error(opened.reason);
  const [reader] = await listReaders(scope, unapproved);
  if (!seat.ok) throw new Error(seat.reason);
  return {
    coming,
    draft: await getDebate(scope, draft.id),
    unapproved,
    seat: tokenOf("registration", seat.value.id),
    reader: tokenOf("reader", reader?.id ?? "", reader?.generation),
  };
}

import { addAgendaItem } from "~/domain/agenda/commands.server";
import { holdDebate, openDebate, postponeDebate } from "~/domain/debates/commands.moves.server";
import { startItem } from "~/domain/live/commands.server";
import { noteSpeech } from "~/domain/live/commands.speeches.server";
import { startCorrection } from "~/domain/minutes/commands.correction.server";
import { closeWindow } from "~/domain/minutes/commands.window.server";
import { addDays, formatShort, today } from "~/platform/time";
import { aDebate, anOfficeHolder } from "./factories.debates";
import { anEvaluation } from "./factories.evaluation";
import { anInvitation, aSubstitute } from "./factories.invitations";
import { anEvening, captured } from "./factories.live";
import { aHeldDebate } from "./factories.minutes-held";
import { EVENING } from "./factories.motions";
import { aPresentGuest } from "./factories.readers";
import { aTask } from "./factories.tasks";
import { type Form, type Forms, press, type Ready, when } from "./filled-forms";
import { soon } from "./forms.public";
import type { FullUnit } from "./matrix";

const timing = { startsOn: soon, startsTime: "17", endsTime: "19" };
const plan = {
  ...{ kind: "initiating", number: "7", cycleTitle: "x", topic: "x", description: "x", ...timing, venueName: "x" },
  ...{ venueAddress: "x", accessNote: "x", capacity: "50", chair: "x", moderator: "x", minuteTaker: "x" },
  ...{ coOrganizer: "x", answersOn: soon, motionsOn: soon, minutesOn: "", evaluationOn: "", access_step_free: "yes" },
};
export const at = (params: Ready["params"], fields: Form) => when(() => ({ params }), fields);
export const asking = (query: string, fields: Form) => when(() => ({ query }), fields);
/** An evening that goes on, with a motion that was heard in it, and somebody speaking. */
const evening =
  (of: (found: { motionId: string; opening: string; discussion: string; speechId: string; version: number }) => Form) =>
  async ({ scope }: FullUnit) => {
    const { debateId, opening, discussion } = await anEvening(scope);
    await startItem(scope, debateId, opening);
    const motion = await captured(scope, debateId);
    const spoken = await noteSpeech(scope, debateId, "Wójt");
    const speechId = spoken.ok ? spoken.value.id : "";
    const fields = of({ motionId: motion.id, opening, discussion, speechId, version: motion.version });
    return { params: { id: debateId }, fields };
  };
const oneItem = async ({ scope }: FullUnit) => {
  const { debate } = await aDebate({}, { scope });
  const item = await addAgendaItem(scope, debate.id, { kind: "speech", title: "Otwarcie", minutes: 10 });
  const id = item.ok ? item.value.id : "";
  return { params: { id: debate.id }, fields: { "itemId[]": id } };
};
const thereThen = async ({ scope }: FullUnit) => {
  const { debateId } = await aHeldDebate(scope);
  const { id } = await aPresentGuest(scope, debateId, { bodyName: "Urząd Godziny" });
  return { params: { id: debateId }, fields: { o: `left:${id}` } };
};
const promised = async ({ scope }: FullUnit) => {
  const { debateId } = await aTask({}, { scope });
  await openDebate(scope, debateId, EVENING);
  await holdDebate(scope, debateId, EVENING);
  return { params: { id: debateId } };
};
const evaluated =
  (of: (found: { motion: string; task: string }) => Form) =>
  async ({ scope }: FullUnit) => {
    const { debateId, given } = await anEvaluation([{}], { scope, bodyName: "Zarząd Oceny" });
    const [first] = given;
    return { params: { id: debateId }, fields: of({ motion: first?.motion.id ?? "", task: first?.task.id ?? "" }) };
  };
const corrected = async ({ scope, ids }: FullUnit) => {
  await startCorrection(scope, ids.held, "Błąd.", "Ktoś");
  return { params: { id: ids.held } };
};
const unread = async ({ scope }: FullUnit) => {
  const { debateId } = await aHeldDebate(scope);
  await aPresentGuest(scope, debateId, { bodyName: "Urząd Nowy" });
  return { params: { id: debateId } };
};

export const DEBATE_FORMS: Forms = {
  "o.$unit.debates.$id.agenda": ({ ids }) => {
    const row = { "itemId[]": ids.item, "kind[]": "speech", "title[]": "x", "minutes[]": "1" };
    return [
      when(oneItem, { ...row, "presenter[]": "x", "note[]": "x", "bodyId[]": ids.body, intent: "add" }),
      when(oneItem, { ...row, "note[]": "x", "bodyId[]": ids.body }),
      when(oneItem, { ...row, intent: "save" }),
    ];
  },
  "o.$unit.debates.$id.attendance": ({ ids }) => [
    press({ o: `in:${ids.registration}` }),
    { o: "presence", invitationId: ids.invitation, presence: "present" },
    when(thereThen, { o: `left:${ids.invitation}`, hour: "18.10" }),
    press({ o: "plus:residents" }),
    {
      ...{ o: "heads", count_residents: "5", count_youth: "1", count_seniors: "1" },
      ...{ count_institutions: "1", count_media: "0" },
    },
  ],
  "o.$unit.debates.$id.edit": ({ ids }) => [at({ id: ids.draft }, plan)],
  "o.$unit.debates.$id.evaluation": () => [
    when(promised, { startsOn: soon, startsTime: "17", venueName: "x", venueAddress: "x" }),
    when(promised, {
      startsOn: soon,
      startsTime: "17",
      venueName: "x",
      withPair: "on",
      pairAfter: "15",
      pairTopic: "x",
    }),
    when(
      evaluated(({ motion }) => ({
        ...{ "ids[]": motion, [`text-${motion}`]: "x" },
        ...{ [`verdict-${motion}`]: "done" },
      })),
      {},
    ),
    when(
      evaluated(({ task }) => ({ "taskIds[]": task, [`due-${task}`]: soon })),
      { intent: "carry" },
    ),
  ],
  "o.$unit.debates.$id.hall": ({ ids }) => [
    { intent: "steer", mode: "slide", motionId: ids.promised },
    when(
      evaluated(({ motion }) => ({ motionId: motion })),
      { intent: "open", motionId: ids.promised },
    ),
    {
      ...{ intent: "close", motionId: ids.promised, "heads-done": "1", "heads-partly": "2", "heads-not_done": "3" },
      ...{ overruled: "done", note: "x", text: "x" },
    },
    press({ intent: "close", drop: "1", motionId: ids.promised }),
    press({ intent: "renew" }),
  ],
  "o.$unit.debates.$id.files": ({ ids }) => [{ title: "x", file: "a PDF" }, press({ remove: ids.file })],
  "o.$unit.debates.$id.invitations": ({ ids }) => {
    const of = (fields: Form) =>
      when(() => ({ query: `?osoba=${ids.invitation}` }), { do: "record", id: ids.invitation, ...fields });
    const how = { channel: "phone", note: "x" };
    return [
      of({ answer: "accepted", needs: "x", ...how }),
      of({ answer: "declined", statement: "x", ...how }),
      of({ answer: "substituted", name: "Jan Kos", post: "x", email: "a@b.test", ...how }),
      of({ do: "correct", email: "a@b.test" }),
      when(
        async ({ scope, ids: { debate: debateId } }) => {
          const sent = await aSubstitute({ scope, debateId, bodyName: "Urząd Zastępcy" });
          return { query: `?osoba=${sent.invitation.id}`, fields: { id: sent.substitute.id } };
        },
        { do: "substitute", id: ids.invitation, answer: "confirmed" },
      ),
      when(
        async ({ scope }) => {
          const { officeId } = await anOfficeHolder(scope, { bodyName: "Urząd Gościa" });
          return { query: "?dodaj", fields: { "guests[]": `office:${officeId}` } };
        },
        { do: "add", "guests[]": `office:${ids.office}` },
      ),
      press({ do: "send", id: ids.invitation }, async ({ scope, ids: { debate: debateId } }) => ({
        fields: { id: (await anInvitation({ scope, debateId, sent: false, bodyName: "Urząd Listu" })).invitation.id },
      })),
    ];
  },
  "o.$unit.debates.$id.live": ({ ids }) => [
    when(
      evening(() => ({})),
      {
        ...{ intent: "capture", text: "x", place: "x", category: "ORDER", raisedBy: "resident" },
        ...{ ownerBodyId: ids.body, dueOn: soon },
      },
    ),
    ...(
      [
        { outcome: "answered", answer: "x" },
        { outcome: "task", bodyId: ids.body, dueOn: soon, answer: "x" },
        { outcome: "refer", bodyId: ids.body, answer: "x" },
        { outcome: "merge", into: ids.admitted },
        { outcome: "police", answer: "x" },
        { outcome: "out", answer: "x" },
      ] as Form[]
    ).map((fields) =>
      when(
        async (unit) => {
          const ready = await evening(({ motionId, version }) => ({ motionId, _version: String(version) }))(unit);
          if (!fields.into) return ready;
          const other = await captured(unit.scope, ready.params.id, { text: "Drugi głos." });
          return { ...ready, fields: { ...ready.fields, into: other.id } };
        },
        { intent: "outcome", motionId: ids.motion, ...fields },
      ),
    ),
    press(
      { intent: "start", itemId: ids.item },
      evening(({ discussion }) => ({ itemId: discussion })),
    ),
    press(
      { intent: "finish", itemId: ids.item },
      evening(({ opening }) => ({ itemId: opening })),
    ),
    when(
      evening(() => ({})),
      { intent: "speech", speaker: "Burmistrz" },
    ),
    press(
      { intent: "unspeech", speechId: ids.item },
      evening(({ speechId }) => ({ speechId })),
    ),
    press(
      { intent: "count", group: "residents", by: "1" },
      evening(() => ({})),
    ),
  ],
  "o.$unit.debates.$id.minutes": ({ ids }) => [
    at({ id: ids.asked }, { "part-findings": "x", "version-findings": "0", save: "part-findings" }),
    at({ id: ids.asked }, { "part-findings": "x", "version-findings": "0", add: "part-findings" }),
    at({ id: ids.asked }, { "part-findings": "x", "version-findings": "0", skip: "part-findings" }),
    at({ id: ids.asked }, { "part-findings": "x", "phrase-findings": "start-0", phrase: "part-findings" }),
  ],
  "o.$unit.debates.$id.minutes_.autosave": ({ ids }) => [
    at({ id: ids.asked }, { "part-findings": "x", "version-findings": "0" }),
  ],
  "o.$unit.debates.$id.minutes_.$step": ({ ids }) => [
    when(
      async ({ scope }) => {
        await closeWindow(scope, ids.asked);
        return { params: { id: ids.asked } };
      },
      { approvedBy: "x", drawnUpOn: "1.04.2026" },
    ),
  ],
  "o.$unit.debates.$id.minutes_.amendment": () => [
    { do: "start", reason: "x" },
    when(corrected, {
      ...{ do: "save", reason: "x", "text-findings": "x" },
      ...{ "text-debate-topic": "x", "text-time-endedAt": "18.03.2026, 19:00" },
    }),
    when(corrected, { do: "approve", reason: "x", "text-debate-topic": "x", approvedBy: "x" }),
    when(corrected, { do: "abandon" }),
  ],
  "o.$unit.debates.$id.minutes_.remarks": ({ ids }) => [
    { do: "reject", id: ids.remark, reason: "x" },
    asking(`?uwaga=${ids.remark}`, { do: "merge", id: ids.remark, text: "x", note: "x" }),
    { do: "accept", id: ids.remark, note: "x" },
  ],
  "o.$unit.debates.$id.minutes_.window": () => [
    when(unread, { do: "open", days: "5" }),
    { do: "extend", until: formatShort(addDays(today(new Date()), 10)) },
    { do: "close" },
  ],
  "o.$unit.debates.$id.motions": ({ ids }) => [
    asking("?wpisz", {
      ...{ o: "capture", text: "x", place: "x", category: "ORDER", raisedBy: "resident", channel: "paper" },
      ...{ authorName: "x", authorEmail: "a@b.test" },
    }),
    ...moderation(ids),
  ],
  "o.$unit.debates.$id.state": ({ ids }) => [
    press({ to: "announce" }, () => ({ params: { id: ids.draft } })),
    when(
      async ({ scope, ids }) => {
        await postponeDebate(scope, ids.debate, { reason: "Remont sali." });
        return { query: "?to=reschedule" };
      },
      { to: "reschedule", ...timing },
    ),
    asking("?to=postpone", { to: "postpone", reason: "x", ...timing }),
    asking("?to=cancel", { to: "cancel", reason: "x" }),
    press({ to: "open", early: "on" }),
    press({ to: "hold" }, () => ({ params: { id: ids.evaluation } })),
    press({ to: "close" }, () => ({ params: { id: ids.held } })),
  ],
  "o.$unit.debates.$id.tasks": ({ ids }) => [
    {
      ...{ "motionIds[]": ids.admitted, "supporterIds[]": ids.body, title: "x", details: "x", ownerBodyId: ids.body },
      ...{ dueOn: soon, dueBasis: "art_243", dueFrom: "1.04.2026" },
    },
  ],
  "o.$unit.debates.new": ({ ids }) => [
    asking("?kind=initiating", plan),
    asking("?kind=evaluation", { ...plan, kind: "evaluation", evaluatesDebateId: ids.held }),
  ],
};

export function moderation({ motion, admitted, body }: FullUnit["ids"]): Form[] {
  const face = {
    ...{ textPublic: "x", place: "x", category: "ORDER", kmzb: "", sensitivity: "public" },
    legalTrack: "kpa_motion",
  };
  const o = (choice: string, fields: Form) => asking(`?wniosek=${motion}`, { o: choice, motionId: motion, ...fields });
  return [
    o("admit", face),
    o("refer", { ...face, referredToBodyId: body, reason: "x" }),
    o("merge", { into: admitted }),
    o("police", { reason: "x" }),
    o("out_of_scope", { ...face, reason: "x" }),
    o("return", { reason: "x" }),
  ];
}

import type { FullUnit } from "./matrix";

export type Form = Record<string, string>;
/** The forms of each page, filled in well; a name that ends in [] is a list. Every action has to have one. */
const FORMS: Record<string, (unit: FullUnit) => object[]> = {
  "b.$token": ({ ids }) => [
    { taskId: ids.task, answer: "accepted", text: "x", budgetYear: "2027", dueOn: date, author: "x" },
  ],
  "c.$token": () => [
    { partKey: "findings", original: "x", proposed: "y", reason: "x" },
    { partKey: "section:tasks", proposed: "y" },
  ],
  "i.$token": () => [
    { answer: "substituted", name: "Jan Kos", post: "x", email: "a@b.test" },
    { answer: "accepted", needs: "x" },
    { answer: "declined", statement: "x" },
  ],
  "join.$token": () => [{ name: "Jan Kos", rank: "st. asp.", password: "krotkie", again: "inne" }],
  login: () => [{ email: "a@b.test", password: "x", dalej: "/o/x" }],
  logout: () => [{ a: "b" }],
  "o.$unit.debates.$id.agenda": ({ ids }) => [
    {
      ...{ "itemId[]": ids.item, "kind[]": "speech", "title[]": "x", "minutes[]": "1", "presenter[]": "x" },
      intent: "add",
    },
    {
      ...{
        "itemId[]": ids.item,
        "kind[]": "speech",
        "title[]": "x",
        "minutes[]": "1",
        "note[]": "x",
        "bodyId[]": ids.body,
      },
    },
    { "internal[]": ids.item, intent: `up.${ids.item}` },
  ],
  "o.$unit.debates.$id.attendance": ({ ids }) => [
    { o: `in:${ids.registration}` },
    { o: "presence", invitationId: ids.invitation, presence: "present" },
    { o: `left:${ids.invitation}`, hour: "18.10" },
    { o: "plus:residents" },
    { o: "heads", count_residents: "5" },
  ],
  "o.$unit.debates.$id.edit": () => [plan],
  "o.$unit.debates.$id.evaluation": () => [{ startsOn: date, startsTime: "17", venueName: "x", venueAddress: "x" }],
  "o.$unit.debates.$id.files": ({ ids }) => [{ title: "x", file: "x" }, { remove: ids.file }],
  "o.$unit.debates.$id.invitations": ({ ids }) => [
    { do: "record", id: ids.invitation, answer: "accepted", channel: "phone", note: "x", needs: "x" },
    { do: "correct", id: ids.invitation, email: "a@b.test" },
    { do: "substitute", id: ids.invitation, answer: "confirmed" },
    { do: "add", "guests[]": `office:${ids.office}` },
    { do: "send", id: ids.invitation },
  ],
  "o.$unit.debates.$id.live": ({ ids }) => [
    {
      intent: "capture",
      text: "x",
      place: "x",
      category: "ORDER",
      raisedBy: "resident",
      ownerBodyId: ids.body,
      dueOn: date,
    },
    { intent: "outcome", outcome: "task", motionId: ids.motion, bodyId: ids.body, dueOn: date, answer: "x" },
    { intent: "outcome", outcome: "merge", motionId: ids.motion, into: ids.admitted },
    { intent: "start", itemId: ids.item },
    { intent: "speech", speaker: "Burmistrz" },
    { intent: "unspeech", speechId: ids.item },
    { intent: "heads", group: "residents", by: "1" },
  ],
  "o.$unit.debates.$id.minutes": () => [
    { "part-findings": "x", "version-findings": "0", save: "part-findings" },
    { "part-findings": "x", "version-findings": "1", "seen-findings": "y", add: "part-findings" },
    { "part-findings": "x", "version-findings": "1", "seen-findings": "y", skip: "part-findings" },
    { "part-findings": "x", "phrase-findings": "start-0", phrase: "part-findings" },
  ],
  "o.$unit.debates.$id.minutes_.autosave": () => [{ "part-findings": "x", "version-findings": "0" }],
  "o.$unit.debates.$id.minutes_.$step": () => [{ approvedBy: "x", drawnUpOn: "1.04.2026" }],
  "o.$unit.debates.$id.minutes_.amendment": () => [
    { do: "start", reason: "x" },
    { do: "save", reason: "x", "text-item-1": "x", "text-debate-topic": "x", "text-time-endedAt": "18.03.2026, 19:00" },
    { do: "approve", reason: "x", "text-item-1": "x", approvedBy: "x" },
    { do: "abandon" },
  ],
  "o.$unit.debates.$id.minutes_.remarks": ({ ids }) => [
    { do: "reject", id: ids.remark, reason: "x" },
    { do: "merge", id: ids.remark, text: "x", note: "x" },
    { do: "accept", id: ids.remark, note: "x" },
  ],
  "o.$unit.debates.$id.minutes_.window": () => [
    { do: "open", days: "5" },
    { do: "extend", until: "1.04.2026" },
    { do: "close" },
  ],
  "o.$unit.debates.$id.motions": ({ ids }) => [
    {
      o: "capture",
      text: "x",
      place: "x",
      category: "ORDER",
      raisedBy: "resident",
      channel: "paper",
      authorEmail: "a@b.test",
    },
    ...moderation(ids),
  ],
  "o.$unit.debates.$id.state": () => [
    { to: "postpone", reason: "x", startsOn: date, startsTime: "17", endsTime: "19" },
    { to: "close" },
  ],
  "o.$unit.debates.$id.tasks": ({ ids }) => [
    {
      ...{ "motionIds[]": ids.motion, "supporterIds[]": ids.body, title: "x", details: "x", ownerBodyId: ids.body },
      ...{ dueOn: date, dueBasis: "art_243" },
    },
  ],
  "o.$unit.debates.new": ({ ids }) => [{ ...plan, evaluatesDebateId: ids.held }],
  "o.$unit.directory.bodies.$body": () => [
    { kind: "municipality", name: "x", area: "x", address: "x", note: "x", email: "a@b.test", phone: "600100200" },
  ],
  "o.$unit.directory.new": () => [
    {
      ...{
        kind: "municipality",
        name: "x",
        title: "Wójt",
        personName: "Jan Kos",
        gender: "male",
        startsOn: "1.04.2024",
      },
      ...{ personEmail: "a@b.test", personPhone: "600100200", rank: "x" },
    },
  ],
  "o.$unit.motions": ({ ids }) => moderation(ids),
  "o.$unit.outbox.$message": () => [{ a: "b" }],
  "o.$unit.settings._index": () => [
    { name: "Komenda", shortName: "KPP", email: "a@b.test", phone: "600100200", minutesPattern: "{numer}/{rok}" },
  ],
  "o.$unit.settings.members": ({ ids }) => [
    { intent: "invite", email: "a@b.test", role: "clerk" },
    { intent: "role", id: ids.membership, role: "clerk" },
    { intent: "revoke", id: ids.membership },
  ],
  "o.$unit.settings.phrases": () => [
    { do: "add", title: "x", text: "x" },
    { do: "change", id: "start-0", title: "x", text: "x", _version: "0" },
    { move: "up.start-3" },
  ],
  "o.$unit.tasks.$id": ({ ids }) => [
    { do: "move", to: "needs_funds", text: "x", budgetYear: "2027", author: "x" },
    { do: "move", to: "note", text: "x" },
    { do: "extend", dueOn: date, text: "x" },
    { do: "transfer", toBodyId: ids.body, text: "x", dueOn: date, dueBasis: "art_243" },
  ],
  "o.$unit.tasks.$id_.agreement": ({ ids }) => [
    { agreementId: ids.agreement, by: "1" },
    {
      ...{ subject: "x", parties: "x", resolution: "x", signedOn: "1.04.2026", startsOn: "1.04.2026", endsOn: date },
      ...{ amountGrosze: "100", services: "5" },
    },
  ],
  "r.$token": () => [{ a: "b" }],
  "u.$unit.debates.$slug.motions.new": () => [
    { text: "x", place: "x", category: "ORDER", authorName: "x", authorEmail: "a@b.test", intent: "send" },
  ],
  "u.$unit.debates.$slug.register": () => [{ name: "x", seats: "1", needs: "wheelchair", email: "a@b.test" }],
};
const date = "1.03.2099";
const plan = {
  ...{
    kind: "initiating",
    number: "7",
    cycleTitle: "x",
    topic: "x",
    description: "x",
    startsOn: date,
    startsTime: "17",
  },
  ...{ endsTime: "19", venueName: "x", capacity: "50", chair: "x", answersOn: date, access_step_free: "yes" },
};
function moderation({ motion, admitted, body }: FullUnit["ids"]): Form[] {
  const face = {
    textPublic: "x",
    place: "x",
    category: "ORDER",
    kmzb: "",
    sensitivity: "public",
    legalTrack: "kpa_motion",
  };
  return [
    { o: "admit", motionId: motion, ...face },
    { o: "refer", motionId: motion, ...face, referredToBodyId: body, reason: "x" },
    { o: "merge", motionId: motion, into: admitted },
    { o: "return", motionId: motion, reason: "x" },
  ];
}

export const routesWithForms = Object.keys(FORMS);
export const formsOf = (route: string, unit: FullUnit) => (FORMS[route]?.(unit) ?? []) as Form[];

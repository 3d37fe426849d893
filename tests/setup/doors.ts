import type { FullUnit } from "./matrix";

/**
 * Who may open each door. In order: nobody signed in, viewer, clerk, officer, organizer, admin. L: to the sign-in page,
 * F: 403, +: in. An organizer of another unit is told that there is no such unit, and at home that there is no such row.
 */
export const WHO = {
  read: "L+++++",
  organize: "LFFF++",
  record: "LF+F++",
  follow: "LFF+++",
  admin: "LFFFF+",
  /** One's own account, of whatever unit. */
  self: "L+++++",
  all: "++++++",
} as const;

type Fields = (ids: FullUnit["ids"]) => Record<string, string | string[]>;
export type Declared = {
  loader?: keyof typeof WHO;
  action?: keyof typeof WHO;
  /** What the form sends: whole, so that only whose rows it names can stop it. */
  form?: Fields;
  query?: (ids: FullUnit["ids"]) => string;
  /** A list of one's own: at home a stranger gets it, too, whatever the address names. */
  own?: true;
  /** Whoever has a key that fits, another or none: all get the same answer. */
  alike?: true;
  /** Of what only the office knows, what the holder of this link reads. */
  tells?: string[];
};

const date = "1.03.2099";
const move = { do: "move", to: "in_progress", text: "Dzwonili." };
const plan = {
  ...{ kind: "evaluation", cycleTitle: "Cykl", topic: "Temat", venueName: "Sala" },
  ...{ startsOn: date, startsTime: "17", endsTime: "19" },
};
const motionForm: Fields = ({ motion }) => ({ o: "return", motionId: motion, reason: "Brak miejsca." });

/** Every door of the product. A route without a line here fails. */
export const DOORS: Record<string, Declared> = {
  _index: { loader: "all" },
  account: { loader: "self", tells: ["member"] },
  "account._index": {
    ...{ loader: "self", action: "self", form: () => ({ do: "end" }), tells: ["member"] },
    query: () => "?index", // below a layout of the same address
  },
  "account.second-factor": { loader: "self", action: "self", form: () => ({ do: "start" }), tells: ["member"] },
  "b.$token": { loader: "all", action: "all", form: ({ hiddenTask }) => ({ taskId: hiddenTask }), tells: ["task"] },
  "b.$token_.files.$file": { loader: "all" },
  "b.$token_.link": { action: "all", form: () => ({ do: "" }), alike: true },
  "c.$token": {
    loader: "all",
    action: "all",
    form: () => ({ partKey: "findings", proposed: "x" }),
    tells: ["guest", "remark"],
  },
  "d.$code": { loader: "all" },
  "f.$token": { loader: "all", action: "all", form: () => ({ do: "" }) },
  forgotten: { loader: "all", action: "all", form: () => ({}) },
  "i.$token": { loader: "all", action: "all", form: () => ({ answer: "" }), tells: ["guest", "deputy"] },
  "join.$token": { loader: "all", action: "all", form: () => ({}), tells: ["invited"] },
  login: { loader: "all", action: "all", form: () => ({}) },
  "login_.code": { loader: "all", action: "all", form: () => ({}) },
  logout: { loader: "all", action: "all", form: () => ({}) },
  "m.$code": { loader: "all", action: "all", form: () => ({ verdict: "" }), tells: ["waiting", "author"] },
  "m._index": { loader: "all" },
  "o.$unit": { loader: "read", own: true },
  "o.$unit._index": { loader: "read", own: true },
  "o.$unit.debates.$id": { loader: "read" },
  "o.$unit.debates.$id._index": { loader: "read" },
  "o.$unit.debates.$id.agenda": {
    loader: "read",
    action: "organize",
    form: ({ item }) => ({ "itemId[]": [item], "kind[]": ["speech"], "title[]": ["x"], "minutes[]": ["1"] }),
  },
  "o.$unit.debates.$id.attendance": {
    loader: "read",
    action: "record",
    form: ({ registration }) => ({ o: `in:${registration}` }),
  },
  "o.$unit.debates.$id.documents": { loader: "read" },
  "o.$unit.debates.$id.documents_.$file": { loader: "read" },
  "o.$unit.debates.$id.edit": { loader: "organize", action: "organize", form: () => plan },
  "o.$unit.debates.$id.evaluation": { loader: "read", action: "organize", form: () => ({ startsOn: "" }) },
  "o.$unit.debates.$id.files": { loader: "read", action: "record", form: ({ file }) => ({ remove: file }) },
  "o.$unit.debates.$id.files_.$file": { loader: "read" },
  "o.$unit.debates.$id.hall": {
    loader: "record",
    action: "record",
    form: ({ promised }) => ({ intent: "steer", mode: "slide", motionId: promised }),
  },
  "o.$unit.debates.$id.invitations": {
    loader: "read",
    action: "record",
    form: ({ invitation: id }) => ({ do: "record", id, answer: "accepted", channel: "phone" }),
    query: ({ invitation }) => `?list=${invitation}`,
  },
  "o.$unit.debates.$id.live": {
    loader: "record",
    action: "record",
    form: ({ motion }) => ({ intent: "outcome", outcome: "police", motionId: motion }),
  },
  "o.$unit.debates.$id.minutes": { loader: "read", action: "record", form: () => ({ "part-findings": "x" }) },
  "o.$unit.debates.$id.minutes[.]pdf": { loader: "read" },
  "o.$unit.debates.$id.minutes_.$step": { loader: "organize", action: "organize", form: () => ({ approvedBy: "x" }) },
  "o.$unit.debates.$id.minutes_.autosave": { action: "record", form: () => ({ "part-findings": "x" }) },
  "o.$unit.debates.$id.minutes_.history": { loader: "read", query: () => "?part=findings" },
  "o.$unit.debates.$id.minutes_.amendment": {
    loader: "organize",
    action: "organize",
    form: () => ({ do: "start", reason: "x" }),
  },
  "o.$unit.debates.$id.minutes_.remarks": {
    loader: "read",
    action: "record",
    form: ({ remark: id }) => ({ do: "reject", id, reason: "x" }),
  },
  "o.$unit.debates.$id.minutes_.window": { loader: "organize", action: "organize", form: () => ({ do: "close" }) },
  "o.$unit.debates.$id.motions": {
    loader: "read",
    action: "organize",
    form: motionForm,
    query: ({ motion }) => `?wniosek=${motion}`,
  },
  "o.$unit.debates.$id.state": { loader: "organize", action: "organize", form: () => ({ to: "open", early: "on" }) },
  "o.$unit.debates.$id.tasks": {
    loader: "read",
    action: "organize",
    form: ({ admitted, body }) => ({
      "motionIds[]": [admitted],
      "supporterIds[]": [body],
      ...{ title: "x", ownerBodyId: body, dueBasis: "art_243", dueOn: date },
    }),
  },
  "o.$unit.debates._index": { loader: "read", own: true, query: ({ debate }) => `?po=1_${debate}` },
  "o.$unit.debates.new": {
    loader: "organize",
    action: "organize",
    own: true,
    form: ({ held }) => ({ ...plan, evaluatesDebateId: held }),
  },
  "o.$unit.directory._index": { loader: "read", own: true },
  "o.$unit.directory.bodies.$body": {
    loader: "read",
    action: "organize",
    form: () => ({}),
    query: () => "?form=archive",
  },
  "o.$unit.directory.competence": {
    ...{ loader: "read", action: "organize", own: true },
    form: ({ body }) => ({ bodyId: body, category: "ANY" }),
  },
  "o.$unit.directory.new": { loader: "organize", action: "organize", own: true, form: () => ({ name: "" }) },
  "o.$unit.motions": {
    loader: "read",
    action: "organize",
    form: motionForm,
    query: ({ motion }) => `?wniosek=${motion}`,
  },
  "o.$unit.motions_.repeats": { loader: "read", action: "organize", own: true, form: () => ({ note: "" }) },
  "o.$unit.motions_.$id.refer": { loader: "organize", action: "organize", form: ({ body }) => ({ bodyId: body }) },
  "o.$unit.outbox.$message": { loader: "organize", action: "organize", form: () => ({}) },
  "o.$unit.outbox._index": { loader: "organize", own: true, query: ({ message }) => `?przed=9999999999999_${message}` },
  "o.$unit.reports._index": { loader: "read", own: true, query: ({ held }) => `?debate=${held}` },
  "o.$unit.reports.units": { loader: "read", own: true },
  "o.$unit.reports.year.$year": { loader: "read", own: true },
  "o.$unit.reports.year.$year_.$file": { loader: "read", own: true },
  "o.$unit.settings._index": { loader: "admin", action: "admin", own: true, form: () => ({ name: "" }) },
  "o.$unit.settings.audit": { loader: "admin", own: true, query: ({ task }) => `?przed=9999999999999_${task}` },
  "o.$unit.settings.audit[.]csv": { loader: "admin", own: true },
  "o.$unit.settings.notices": { loader: "admin", action: "admin", own: true, form: () => ({ intent: "preview" }) },
  "o.$unit.settings.persons": {
    ...{ loader: "admin", action: "admin", own: true },
    form: () => ({ do: "erase", who: "nikt@nigdzie.test" }),
  },
  "o.$unit.settings.persons_.copy": { action: "admin", own: true, form: () => ({ who: "nikt@nigdzie.test" }) },
  "o.$unit.settings.retention": {
    ...{ loader: "admin", action: "admin", own: true },
    form: () => ({ registrations: "0" }),
  },
  "o.$unit.settings.members": {
    loader: "admin",
    action: "admin",
    form: ({ membership: id }) => ({ intent: "revoke", id }),
    query: ({ membership }) => `?osoba=${membership}`,
  },
  "o.$unit.settings.phrases": {
    loader: "record",
    action: "record",
    form: () => ({ do: "remove", id: "start-0", title: "" }),
    own: true,
  },
  "o.$unit.tasks.$id": { loader: "read", action: "follow", form: () => move },
  "o.$unit.tasks.$id_.files.$file": { loader: "read" },
  "o.$unit.tasks.$id_.agreement": { loader: "follow", action: "follow", form: () => ({ subject: "x" }) },
  "o.$unit.tasks.import": {
    loader: "read",
    action: "organize",
    own: true,
    form: () => ({ do: "apply", preview: "x" }),
  },
  "o.$unit.tasks[.]csv": { loader: "read", own: true, query: ({ body }) => `?show=all&body=${body}` },
  "o.$unit.tasks.agreements.$agreement": {
    loader: "read",
    action: "follow",
    form: () => ({ usedOn: "1.03.2026", services: "1", place: "x", _version: "1" }),
  },
  "o.$unit.tasks.agreements.$agreement_.edit": {
    loader: "follow",
    action: "follow",
    form: () => ({ subject: "x", _version: "1" }),
  },
  "o.$unit.tasks.agreements.$agreement_.report[.]pdf": { loader: "read" },
  "o.$unit.tasks.agreements._index": { loader: "read", own: true, query: () => "?show=all" },
  "o.$unit.tasks.reminders": { loader: "read", own: true },
  "o.$unit.tasks._index": { loader: "read", own: true, query: ({ body, debate }) => `?body=${body}&debate=${debate}` },
  "reset.$token": { loader: "all", action: "all", form: () => ({}) },
  "r.$token": { loader: "all", action: "all", form: () => ({ do: "" }), tells: ["seat"] },
  "screen.$token": { loader: "all" },
  "screen.$token_.events": { loader: "all" },
  "u.$unit._index": { loader: "all" },
  "u.$unit.accessibility": { loader: "all" },
  "u.$unit.calendar[.]ics": { loader: "all" },
  "u.$unit.debates.$slug._index": { loader: "all" },
  "u.$unit.debates.$slug.event[.]ics": { loader: "all" },
  "u.$unit.debates.$slug.minutes": { loader: "all" },
  "u.$unit.debates.$slug.minutes[.]docx": { loader: "all" },
  "u.$unit.debates.$slug.minutes[.]pdf": { loader: "all" },
  "u.$unit.debates.$slug.motions.new": { loader: "all", action: "all", form: () => ({ text: "" }) },
  "u.$unit.debates.$slug.poster[.]pdf": { loader: "all" },
  "u.$unit.debates.$slug.register": { loader: "all", action: "all", form: () => ({ name: "" }) },
  "u.$unit.debates.$slug.report[.]pdf": { loader: "all" },
  "u.$unit.feed[.]atom": { loader: "all" },
  "u.$unit.privacy": { loader: "all" },
  "u.$unit.tracker.$number": { loader: "all", action: "all", form: () => ({ email: "" }) },
  "u.$unit.tracker.$number_.evidence.$id": { loader: "all" },
  "u.$unit.tracker._index": { loader: "all", query: ({ debate }) => `?debata=${debate}` },
  "u.$unit.tracker[.]csv": { loader: "all" },
  "u.$unit.tracker[.]json": { loader: "all" },
  "v.$token": { loader: "all", action: "all", form: () => ({ verdict: "" }) },
  "v.$token_.events": { loader: "all" },
  "verify.$hash": { loader: "all" },
};

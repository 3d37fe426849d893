import { markAsked } from "~/domain/followers/commands.opinions.server";
import { beginEntry } from "~/domain/organizations/commands.entry.server";
import { inviteMember, sendPasswordLink } from "~/domain/organizations/commands.members.server";
import { changeSecondFactor } from "~/domain/organizations/commands.second-factor.server";
import { challengeCookie, requireAccount } from "~/domain/organizations/gate.account.server";
import { listMembers } from "~/domain/organizations/queries.server";
import { moveTask } from "~/domain/tasks/commands.server";
import { tokenOf } from "~/platform/links.server";
import { listSessions, startSession } from "~/platform/session.server";
import { addDays, formatShort, today } from "~/platform/time";
import { aPhoneOf, asking, codeOf } from "./factories.accounts";
import { aFollower } from "./factories.followers";
import { aMember, PASSWORD } from "./factories.organizations";
import { aBody } from "./factories.tasks";
import { type Forms, press, when } from "./filled-forms";
import type { FullUnit } from "./matrix";

/** Soon enough for whoever promises something. */
export const soon = formatShort(addDays(today(new Date()), 60));
const passwords = { password: "zielona lampa na biurku", again: "zielona lampa na biurku" };
const unlike = { password: "krotkie", again: "inne" };
/** Who has joined is somebody else from then on. */
const chosen = { cookie: "", fields: passwords };
const signed = { author: "Jan Kos", authorPost: "Kierownik referatu" };

/** Only where it is undone afterwards: a hostile form that came through would change the account by which others are sent. */
const proved = { fields: { current: PASSWORD } };
const withPhone =
  (query = "") =>
  async ({ people }: FullUnit) => {
    const { secret } = await aPhoneOf(people.admin);
    return { query, fields: { code: codeOf(secret), current: PASSWORD } };
  };
const withOffer = async ({ people }: FullUnit) => {
  const visit = await requireAccount(asking(people.admin.cookie));
  const offered = await changeSecondFactor(visit, { do: "start", current: PASSWORD }, { key: "x" });
  const { secret = "", sealed = "" } = (offered.ok && offered.value.offer) || {};
  return { fields: { sealed, code: codeOf(secret) }, typed: ["code"] };
};
const withOtherSession = async ({ people }: FullUnit) => {
  await startSession(people.admin.userId);
  const mine = (await requireAccount(asking(people.admin.cookie))).sessionId;
  const id = (await listSessions(people.admin.userId)).find((session) => session.id !== mine)?.id ?? "";
  return { query: `?index&koniec=${id}`, fields: { id, current: PASSWORD } };
};
const challenged =
  (isByRecovery = false) =>
  async ({ people }: FullUnit) => {
    const { secret, codes } = await aPhoneOf(people.clerk);
    const { token = "" } = await beginEntry(people.clerk.userId);
    const [cookie = ""] = challengeCookie(token).split(";");
    const fields: Record<string, string> = isByRecovery ? { recovery: codes[0] ?? "" } : { code: codeOf(secret) };
    return { cookie, fields };
  };
const reportedDone = async ({ scope, ids }: FullUnit) => {
  const done = await moveTask(scope, ids.task, undefined, { to: "reported_done", text: "Zrobione." });
  if (!done.ok) throw new Error(done.reason);
  await markAsked(scope, ids.admitted, [], new Date());
};
const withCode = async (unit: FullUnit) => {
  await reportedDone(unit);
  return { params: { code: tokenOf("motion", unit.ids.admitted) } };
};
const supporting = async (unit: FullUnit) => {
  await reportedDone(unit);
  const { token } = await aFollower(unit.scope, unit.ids.admitted, { supports: true });
  return { params: { token } };
};
const ofTask = ({ ids }: FullUnit) => ({ query: `?zadanie=${ids.task}` });
const toAnother = async (unit: FullUnit) => ({ ...ofTask(unit), fields: { toBodyId: (await aBody(unit.scope)).id } });
const proposing = () => ({ typed: ["proposed", "reason"] });
const tokenOfInvite = ({ ok, value }: { ok: true; value: { id: string } } | { ok: false; value?: undefined }) => {
  if (!ok) throw new Error("Nobody was invited");
  return { params: { token: tokenOf("member", value.id) }, cookie: "" };
};

export const PUBLIC_FORMS: Forms = {
  "account._index": () => [
    when(() => ({ query: "?index", ...proved }), { do: "password", current: "x", ...passwords }),
    when(withOtherSession, { do: "end", current: "x", id: "x" }),
    when(() => ({ query: "?index&koniec=inne", ...proved }), { do: "end_others", current: "x" }),
  ],
  "account.second-factor": () => [
    when(() => proved, { do: "start", current: "x" }),
    when(withOffer, { do: "confirm", sealed: "1.AAAA", code: "123456" }),
    when(withPhone(), { do: "codes", current: "x" }),
    when(withPhone("?wylacz"), { do: "end", current: "x", code: "123456" }),
  ],
  "b.$token": ({ ids }) => [
    when(ofTask, {
      ...{ taskId: ids.task, answer: "accepted", text: "x", budgetYear: "2027", dueOn: soon, ...signed },
      ...{ progress: "30", evidenceTitle: "x", evidence: "a PDF" },
    }),
    when(ofTask, { taskId: ids.task, answer: "more_time", text: "x", dueOn: soon, ...signed }),
    when(toAnother, { taskId: ids.task, answer: "not_ours", text: "x", toBodyId: ids.body, ...signed }),
  ],
  "b.$token_.link": () => [press({ do: "send" })],
  "c.$token": () => [
    when(proposing, { partKey: "findings", original: "x", proposed: "y", reason: "x" }),
    when(proposing, { partKey: "section:tasks", proposed: "y" }),
  ],
  "f.$token": () => [
    when(
      async ({ scope, ids }) => ({
        params: { token: (await aFollower(scope, ids.admitted, { confirmed: false })).token },
      }),
      { do: "confirm", supports: "on" },
    ),
    { do: "support", supports: "on" },
    when(supporting, { do: "opinion", verdict: "partly", note: "x" }),
  ],
  "i.$token": () => [
    { answer: "substituted", name: "Jan Kos", post: "x", email: "a@b.test" },
    { answer: "accepted", needs: "x" },
    { answer: "declined", statement: "x" },
    when(({ links }) => ({ params: { token: links.substitute } }), { answer: "confirmed", needs: "x" }),
  ],
  "join.$token": () => [
    when(() => chosen, { name: "Jan Kos", rank: "st. asp.", ...unlike }),
    when(
      async ({ scope }) => {
        const invited = await inviteMember(scope, { email: (await aMember()).email, role: "clerk" });
        return { ...tokenOfInvite(invited), fields: { password: PASSWORD } };
      },
      { password: "x" },
    ),
    when(async ({ scope, people }) => {
      const member = (await listMembers(scope)).find(({ email }) => email === people.viewer.email);
      return { ...chosen, ...tokenOfInvite(await sendPasswordLink(scope, member?.id ?? "")) };
    }, unlike),
  ],
  forgotten: () => [when(() => ({ cookie: "" }), { email: "a@b.test" })],
  login: () => [
    when(({ people }) => ({ cookie: "", fields: { email: people.officer.email, password: PASSWORD } }), {
      ...{ email: "a@b.test", password: "x", dalej: "/o/x" },
    }),
  ],
  "login_.code": () => [
    when(challenged(), { with: "code", code: "123456", dalej: "/o/x" }),
    when(challenged(true), { with: "recovery", recovery: "ABCD-2345-WXYZ" }),
  ],
  "m.$code": () => [when(withCode, { verdict: "done", note: "x" })],
  logout: () => [{ a: "b" }],
  "reset.$token": () => [when(() => chosen, unlike)],
  "r.$token": () => [press({ do: "withdraw" })],
  "u.$unit.debates.$slug.motions.new": () => [
    { text: "x", place: "x", category: "ORDER", authorName: "x", authorEmail: "a@b.test", intent: "send" },
  ],
  "u.$unit.tracker.$number": () => [{ email: "a@b.test", supports: "on" }],
  "u.$unit.debates.$slug.register": () => [{ name: "x", seats: "1", "needs[]": "wheelchair", email: "a@b.test" }],
  "v.$token": ({ ids }) => [
    when(() => ({ cookie: `glos=${"a".repeat(43)}` }), { ballotId: ids.ballot, verdict: "done" }),
  ],
};

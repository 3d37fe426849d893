import { describe, expect, test } from "vitest";
import { checkIn, reserveSeat } from "~/domain/attendance/commands.server";
import { getRegistration } from "~/domain/attendance/queries.server";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { pathOf } from "~/platform/links.server";
import { action, loader } from "~/routes/o.$unit.debates.$id.attendance";
import { action as giveBack, loader as ticket } from "~/routes/r.$token";
import { aGuest } from "../setup/factories.attendance";
import { anOpenDebate } from "../setup/factories.motions";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { inDays, key, seen } from "../setup/factories.residents";
import { visit } from "../setup/site";

const [BEFORE, EVENING, END] = [new Date(), inDays(10), inDays(10.1)];

async function aHall(known?: Awaited<ReturnType<typeof aMember>>) {
  const clerk = known ?? (await aMember("clerk"));
  const plan = { capacity: 3, startsAt: EVENING, endsAt: END };
  const debateId = await anOpenDebate(clerk.scope, plan, BEFORE);
  const seat = async (seats: number, email?: string) => {
    const result = await reserveSeat(clerk.scope, debateId, { name: "Ania z Parkowej", seats, email }, BEFORE);
    if (!result.ok) throw new Error(result.reason);
    return result.value.id;
  };
  const [params, path] = [
    { unit: clerk.unit.slug, id: debateId },
    `/o/${clerk.unit.slug}/debates/${debateId}/attendance`,
  ];
  const press = async (o: string, { cookie } = clerk) =>
    seen(await action(doorArgs(path, { params, cookie, fields: { _key: key(), o } })));
  return { ...clerk, debateId, seat, params, path, press };
}
type Hall = Awaited<ReturnType<typeof aHall>>;

const statusOf = async ({ scope }: Hall, id: string) => (await getRegistration(scope, id)).status;
const ticketOf = (id: string) => {
  const path = pathOf("registration", id);
  return ticket(doorArgs(`${path}?wycofaj`, { params: { token: path.slice(3) } }));
};
const giveBackByLink = async (id: string) => {
  const path = pathOf("registration", id);
  const fields = { _key: key(), do: "withdraw" };
  return seen(await giveBack(doorArgs(path, { params: { token: path.slice(3) }, fields }))).status;
};

describe("the office takes a reservation back", () => {
  test("for somebody who rang up: it asks first, and the next one in the queue has the seats", async () => {
    const hall = await aHall();
    const [first, second] = [await hall.seat(3, "ania@poczta.test"), await hall.seat(1)];
    const list = await (await visit(hall.path, { cookie: hall.cookie })).text();
    expect(list).toContain(`${hall.path}?wycofaj=${first}`);
    const question = await (await visit(`${hall.path}?wycofaj=${first}`, { cookie: hall.cookie })).text();
    expect(question).toMatch(/Czy wycofać rezerwację: Ania z.Parkowej\?/);
    expect(question).toContain("wiadomość");
    expect(await statusOf(hall, first), "a question changes nothing").toBe("confirmed");

    expect(await hall.press(`withdraw:${first}`)).toMatchObject({ status: 303 });
    expect([await statusOf(hall, first), await statusOf(hall, second)]).toEqual(["withdrawn", "confirmed"]);
    expect(await hall.press(`withdraw:${first}`), "twice").toMatchObject({ status: 409 });
  });

  test("of its own debate only, and not whoever only reads", async () => {
    const hall = await aHall();
    for (const other of [await aHall(), await aHall(hall)]) {
      const foreign = await other.seat(1);
      await expect(hall.press(`withdraw:${foreign}`)).rejects.toMatchObject({ status: 404 });
      const asked = doorArgs(`${hall.path}?wycofaj=${foreign}`, { params: hall.params, cookie: hall.cookie });
      await expect(loader(asked)).rejects.toMatchObject({ status: 404 });
      expect(await statusOf(other, foreign)).toBe("confirmed");
    }
    const [mine, viewer] = [await hall.seat(1), await aMember("viewer", { unit: hall.unit })];
    await expect(hall.press(`withdraw:${mine}`, viewer)).rejects.toMatchObject({ status: 403 });
    const page = await (await visit(`${hall.path}?wycofaj=${mine}`, { cookie: viewer.cookie })).text();
    expect(page).not.toContain("Tak, wycofaj");
    expect(await statusOf(hall, mine)).toBe("confirmed");
  });
});

describe("neither the office nor a link takes back", () => {
  test("who has come in", async () => {
    const hall = await aHall();
    const id = await hall.seat(2);
    await checkIn(hall.scope, id, EVENING);
    expect(await hall.press(`withdraw:${id}`)).toMatchObject({ status: 409 });
    expect(await giveBackByLink(id)).toBe(409);
    expect(await ticketOf(id)).toMatchObject({ registration: { mayWithdraw: false } });
    expect(await getRegistration(hall.scope, id)).toMatchObject({ status: "confirmed", checkedInAt: EVENING });
    const page = await (await visit(`${hall.path}?wycofaj=${id}`, { cookie: hall.cookie })).text();
    expect(page).toContain("wszedł już na salę");
    expect(page).not.toContain("Tak, wycofaj");
  });

  test("what was reserved for an evening that is over", async () => {
    const hall = await aHall();
    const id = await hall.seat(2);
    await openDebate(hall.scope, hall.debateId, EVENING);
    await holdDebate(hall.scope, hall.debateId, END);
    expect(await hall.press(`withdraw:${id}`)).toMatchObject({ status: 409 });
    expect(await giveBackByLink(id)).toBe(409);
    expect(await statusOf(hall, id)).toBe("confirmed");
  });
});

test("what the door is about to note of an official is what the invitation was answered with", async () => {
  const { scope, debateId, path, cookie } = await aHall();
  const answers = ["sent", "accepted", "declined"] as const;
  const ids: string[] = [];
  for (const status of answers) ids.push(await aGuest(scope, debateId, { officeTitle: status, status }));
  const html = await (await visit(path, { cookie })).text();
  const chosen = ids.map((id) => html.split(`id="p-${id}"`)[1]?.match(/<option value="(\w+)" selected/)?.[1]);
  expect(chosen).toEqual(["present", "present", "excused"]);
});

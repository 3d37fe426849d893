import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { read } from "~/platform/db.server";
import { pathOf } from "~/platform/links.server";
import { loader as short } from "~/routes/d.$code";
import { action as giveBack, loader as ticket } from "~/routes/r.$token";
import { loader as feed } from "~/routes/u.$unit.calendar[.]ics";
import { loader as file } from "~/routes/u.$unit.debates.$slug.event[.]ics";
import { action as register } from "~/routes/u.$unit.debates.$slug.register";
import { registrations } from "~db/schema";
import { doorArgs } from "../setup/factories.organizations";
import { aDebate, type Debate, key, seen } from "../setup/factories.residents";

describe("seats", () => {
  const reserve = async ({ params, path }: Debate, fields: Record<string, string | string[]>) =>
    seen(await register(doorArgs(`${path}/register`, { params, fields: { _key: key(), ...fields } })));
  const seatsOf = ({ id }: Debate) => read.select().from(registrations).where(eq(registrations.debateId, id));

  test("lead to one's own reservation; the same form twice is one reservation", async () => {
    const debate = await aDebate({ capacity: 3 });
    const fields = { name: "Ania", seats: "2", "needs[]": ["wheelchair", "coffee"], _key: key() };
    const [first, second] = [await reserve(debate, fields), await reserve(debate, fields)];
    const [row] = await seatsOf(debate);
    expect([first.status, first.to, second.to]).toEqual([303, pathOf("registration", row?.id ?? ""), first.to]);
    expect(row).toMatchObject({ needs: "wheelchair", seats: 2 });
    const token = first.to.slice(3);
    const page = await ticket(doorArgs(first.to, { params: { token } }));
    expect(page).toMatchObject({ registration: { status: "confirmed", name: "Ania" }, asksToWithdraw: false });
    expect(JSON.stringify(page)).not.toContain(row?.id);
  });

  test("a full house gives a place in the queue; a seat given back moves it up; asking changes nothing", async () => {
    const debate = await aDebate({ capacity: 2 });
    const first = await reserve(debate, { name: "Ania", seats: "2" });
    const second = await reserve(debate, { name: "Ola", seats: "1" });
    const look = async (to: string, query = "") => ticket(doorArgs(to + query, { params: { token: to.slice(3) } }));
    expect((await look(second.to)).registration.status).toBe("waiting");
    expect((await look(first.to, "?wycofaj")).asksToWithdraw).toBe(true);
    expect((await look(first.to)).registration.status).toBe("confirmed");

    const args = () =>
      doorArgs(`${first.to}?wycofaj`, {
        params: { token: first.to.slice(3) },
        fields: { _key: key(), do: "withdraw" },
      });
    for (let twice = 0; twice < 2; twice++) expect(seen(await giveBack(args()))).toEqual({ status: 303, to: first.to });
    expect((await look(second.to)).registration.status).toBe("confirmed");
  });

  test.each([
    [{ name: "", seats: "1" }, "name"],
    [{ name: "Ania", seats: "0" }, "seats"],
    [{ name: "Ania", seats: "11" }, "seats"],
    [{ name: "Ania", seats: "-1" }, "seats"],
    [{ name: "Ania", seats: "dwa" }, "seats"],
    [{ name: "Ania", seats: "1", email: "x" }, "email"],
    [{ name: "x".repeat(1_000_000), seats: "1" }, "name"],
  ])("wrong input is 422 and stays: %.60o", async (fields, wrong) => {
    const debate = await aDebate();
    const answer = await reserve(debate, fields);
    expect(answer).toMatchObject({ status: 422, fields });
    expect(Object.keys(answer.errors ?? {})).toEqual([wrong]);
    expect(await seatsOf(debate)).toEqual([]);
  });

  test("a party bigger than the hall is told so", async () => {
    const debate = await aDebate({ capacity: 2 });
    const answer = await reserve(debate, { name: "Ania", seats: "3" });
    expect([answer.status, Object.keys(answer.errors ?? {})]).toEqual([409, ["seats"]]);
  });

  test("a wrong link opens nothing", async () => {
    for (const token of ["x", "", "a".repeat(10_000)]) {
      await expect(ticket(doorArgs("/r", { params: { token } }))).rejects.toMatchObject({ status: 404 });
      const args = doorArgs("/r", { params: { token }, fields: {} });
      await expect(giveBack(args)).rejects.toMatchObject({ status: 404 });
    }
  });
});

describe("addresses on paper", () => {
  test("a short code leads to the debate", async () => {
    const { code, path } = await aDebate();
    expect(seen(await short(doorArgs("/d", { params: { code: code.toLowerCase() } })))).toEqual({
      status: 302,
      to: path,
    });
    await expect(short(doorArgs("/d", { params: { code: "nie" } }))).rejects.toMatchObject({ status: 404 });
  });

  test("calendar files hold the debate", async () => {
    const debate = await aDebate();
    const one = await file(doorArgs(debate.path, { params: debate.params }));
    expect(one.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect(await one.text()).toMatch(/METHOD:PUBLISH.*BEGIN:VEVENT.*SUMMARY:Bezpieczny ruch/s);
    const all = await feed(doorArgs("/", { params: debate.params }));
    expect((await all.text()).match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});

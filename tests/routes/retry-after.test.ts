import { describe, expect, test } from "vitest";
import { aMemberWithPhone, codeOf } from "../setup/factories.accounts";
import { aMember, PASSWORD } from "../setup/factories.organizations";
import { visit } from "../setup/site";

const WRONG = "nie to haslo";

/** What a browser is told at last, after as many wrong attempts as anybody has. */
async function afterFive(wrong: () => Promise<Response>, last = wrong) {
  for (let i = 0; i < 5; i++) expect((await wrong()).status).not.toBe(429);
  const answer = await last();
  return [answer.status, Number(answer.headers.get("Retry-After"))];
}
const REFUSED = [429, expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 3600)];

describe("whoever has to wait is told how long, in the head of the page, too", () => {
  test("sign-in", async () => {
    const { email } = await aMember();
    expect(await afterFive(() => visit("/login", { fields: { email, password: WRONG } }))).toEqual(REFUSED);
  });

  test("a new password of one's own", async () => {
    const { cookie } = await aMember();
    const fields = {
      do: "password",
      current: WRONG,
      password: "zielona lampa na biurku",
      again: "zielona lampa na biurku",
    };
    expect(await afterFive(() => visit("/account?index", { cookie, fields }))).toEqual(REFUSED);
  });

  test("the second factor", async () => {
    const { cookie } = await aMember();
    const fields = { do: "start", current: WRONG };
    expect(await afterFive(() => visit("/account/second-factor", { cookie, fields }))).toEqual(REFUSED);
  });

  test("the code of the phone", async () => {
    const { email, secret } = await aMemberWithPhone();
    const guess = async (code: string) => {
      const entered = await visit("/login", { fields: { email, password: PASSWORD } });
      const cookie = entered.headers
        .getSetCookie()
        .map((each) => each.split(";")[0])
        .join("; ");
      return visit("/login/code", { cookie, fields: { with: "code", code } });
    };
    expect(
      await afterFive(
        () => guess("000000"),
        () => guess(codeOf(secret)),
      ),
    ).toEqual(REFUSED);
  });

  test("a link for a forgotten password", async () => {
    const { email } = await aMember();
    expect(await afterFive(() => visit("/forgotten", { fields: { email } }))).toEqual(REFUSED);
  });
});

import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { inTransaction, read, write } from "~/platform/db.server";
import { endSession, endSessions, findUserId, forgetExpiredSessions, startSession } from "~/platform/session.server";
import { sessions, users } from "~db/schema";
import { aMember } from "../setup/factories.organizations";

const asking = (cookie: string) => new Request("http://app.test/", { headers: { Cookie: cookie } });
/** Somebody who comes back after so many minutes. */
function visitAfter(minutes: number, cookie: string) {
  vi.setSystemTime(Date.now() + minutes * 60_000);
  return findUserId(asking(cookie));
}
const withClock = () => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T07:00:00Z") });
afterEach(() => void vi.useRealTimers());

test("a session is a cookie that scripts and other sites do not get", async () => {
  const { userId } = await aMember();
  const setCookie = await startSession(userId);
  expect(setCookie).toMatch(/^session=\S{40,}; HttpOnly; (Max-Age=\d+; )?Path=\/; SameSite=Lax$/);
  expect(await findUserId(asking(setCookie.split(";")[0] ?? ""))).toBe(userId);
});

test("thirty idle minutes end it, work goes on", async () => {
  withClock();
  const { userId, cookie } = await aMember();
  for (const minutes of [20, 20, 29, 1, 14, 29]) expect(await visitAfter(minutes, cookie)).toBe(userId);
  expect(await visitAfter(31, cookie)).toBeUndefined();
  expect(await visitAfter(-31, cookie), "once ended it stays so").toBeUndefined();
});

test("a session that was begun by a clock ahead lives no longer for it", async () => {
  withClock();
  const { userId, cookie } = await aMember();
  expect(await visitAfter(-300, cookie)).toBe(userId);
  expect(await visitAfter(31, cookie)).toBeUndefined();
});

test("twelve hours end it, however busy", async () => {
  withClock();
  const { userId, cookie } = await aMember();
  for (let quarter = 1; quarter < 48; quarter++) expect(await visitAfter(15, cookie)).toBe(userId);
  expect(await visitAfter(15, cookie)).toBeUndefined();
  expect(await read.select().from(sessions).where(eq(sessions.userId, userId))).toEqual([]);
});

test("a guessed cookie opens nothing", async () => {
  const { cookie } = await aMember();
  const guesses = [
    "session=guess",
    "session=",
    "session=%00",
    "session=%",
    "x=%E0%A4%A",
    `${cookie}x`,
    cookie.slice(0, -1),
    cookie.toUpperCase(),
  ];
  for (const guess of guesses) expect([guess, await findUserId(asking(guess))]).toEqual([guess, undefined]);
});

test("signing out ends this session only; everywhere ends all", async () => {
  const { userId, cookie } = await aMember();
  const other = (await startSession(userId)).split(";")[0] ?? "";

  expect(await endSession(asking(cookie))).toMatch(/^session=; .*Max-Age=0/);
  expect([await findUserId(asking(cookie)), await findUserId(asking(other))]).toEqual([undefined, userId]);
  await endSessions(userId);
  expect(await findUserId(asking(other))).toBeUndefined();
});

test("a disabled account is out at once", async () => {
  const { userId, cookie } = await aMember();
  await inTransaction(async () => {
    await write.update(users).set({ disabledAt: new Date() }).where(eq(users.id, userId));
  });
  expect(await findUserId(asking(cookie))).toBeUndefined();
});

test("expired sessions are swept away, living ones stay", async () => {
  withClock();
  const old = await aMember();
  vi.setSystemTime(Date.now() + 31 * 60_000);
  const young = await aMember();
  await forgetExpiredSessions();
  expect(await read.select().from(sessions).where(eq(sessions.userId, old.userId))).toEqual([]);
  expect(await read.select().from(sessions).where(eq(sessions.userId, young.userId))).toHaveLength(1);
});

import { describe, expect, test } from "vitest";
import {
  decideAcceptInvite,
  decideEnd,
  decideMinutesPattern,
  decideRole,
  decideSignInAttempt,
  inviteExpiry,
  officePath,
  SIGN_IN_LIMITS,
  settingsConflict,
  settingsVersion,
} from "~/domain/organizations/rules";
import { ROLES, type Role } from "~db/vocabulary";

const NOW = new Date("2026-03-09T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const wordOf = (decided: { ok: true } | { ok: false; reason: string }) => (decided.ok ? "yes" : decided.reason);

describe("roles", () => {
  const table = (admins: number) =>
    ROLES.map((from) => {
      const member = { role: from, endedAt: null };
      const changes = ROLES.map((to) => wordOf(decideRole(member, to, admins)));
      return [from, ...changes, wordOf(decideEnd(member, admins, NOW))].join(" ");
    });

  test("from each role to each role and out, while there is another admin", () => {
    expect(table(2)).toEqual([
      "admin same_role yes yes yes yes yes",
      "organizer yes same_role yes yes yes yes",
      "clerk yes yes same_role yes yes yes",
      "officer yes yes yes same_role yes yes",
      "viewer yes yes yes yes same_role yes",
    ]);
  });

  test("the last admin stays", () => {
    expect(table(1)[0]).toBe("admin same_role last_admin last_admin last_admin last_admin last_admin");
    expect(table(1).slice(1)).toEqual(table(2).slice(1));
  });

  test("who has left can be changed no more", () => {
    const gone = { role: "clerk" as Role, endedAt: NOW };
    expect(decideRole(gone, "admin", 2)).toEqual({ ok: false, reason: "already_ended" });
    expect(decideEnd(gone, 2, NOW)).toEqual({ ok: false, reason: "already_ended" });
  });
});

describe("an invitation to the unit", () => {
  const open = { acceptedAt: null, revoked: false, expiresAt: inviteExpiry(NOW) };

  test("opens until it is used, revoked or seven days old", () => {
    const table = {
      open: decideAcceptInvite(open, NOW),
      used: decideAcceptInvite({ ...open, acceptedAt: NOW }, NOW),
      revoked: decideAcceptInvite({ ...open, revoked: true }, NOW),
      lastMoment: decideAcceptInvite(open, new Date("2026-03-16T11:59:59.999Z")),
      expired: decideAcceptInvite(open, new Date("2026-03-16T12:00:00Z")),
      usedAndExpired: decideAcceptInvite({ ...open, acceptedAt: NOW }, new Date("2027-01-01")),
    };
    expect(Object.entries(table).map(([name, decided]) => `${name}: ${wordOf(decided)}`)).toEqual([
      "open: yes",
      "used: used",
      "revoked: revoked",
      "lastMoment: yes",
      "expired: expired",
      "usedAndExpired: used",
    ]);
  });
});

describe("guessing passwords", () => {
  const nothing = { accountHere: [], account: [], network: [] };
  const times = (n: number, minutes: number) => Array.from({ length: n }, () => minutesAgo(minutes));

  test("each key has its limit", () => {
    const decided = Object.entries(SIGN_IN_LIMITS).map(([key, limit]) => [
      key,
      limit,
      decideSignInAttempt({ ...nothing, [key]: times(limit - 1, 1) }, NOW).ok,
      decideSignInAttempt({ ...nothing, [key]: times(limit, 1) }, NOW).ok,
    ]);
    expect(decided).toEqual([
      ["accountHere", 5, true, false],
      ["account", 25, true, false],
      ["network", 25, true, false],
    ]);
  });

  test("the wait lasts until the oldest failure that counts is a quarter of an hour old", () => {
    const failures = [minutesAgo(1), minutesAgo(2), minutesAgo(3), minutesAgo(4), minutesAgo(10)];
    expect(decideSignInAttempt({ ...nothing, accountHere: failures }, NOW)).toEqual({ ok: false, retryAfterS: 300 });
    expect(decideSignInAttempt({ ...nothing, accountHere: [...times(4, 1), minutesAgo(15)] }, NOW)).toEqual({
      ok: true,
    });
  });

  test("of several limits the longest wait counts", () => {
    const decided = decideSignInAttempt({ accountHere: times(5, 10), account: times(25, 3), network: [] }, NOW);
    expect(decided).toEqual({ ok: false, retryAfterS: 12 * 60 });
  });
});

describe("where to go after signing in", () => {
  test("pages of the office", () => {
    for (const path of ["/o/kpp-wierzbinow", "/o/kpp/debates/3f0c-1/minutes"]) expect(officePath(path)).toBe(path);
  });

  test("nowhere else", () => {
    const elsewhere = [
      ...["https://evil.test", "//evil.test", "//evil.test/o/kpp", "/\\evil.test", "\\\\evil.test", "/o//evil.test"],
      ...[
        "/o/../logout",
        "/o/kpp/../../u",
        "/o/kpp?x=//evil.test",
        "/o/kpp#x",
        "/o/kpp\n",
        "\n/o/kpp",
        "/o/kpp/%2e%2e",
      ],
      ...["javascript:alert(1)", "/u/kpp", "/o/", "/o", "/", "", " /o/kpp", "/o/@evil.test", "/o/kpp/", "undefined"],
    ];
    expect(elsewhere.filter((path) => officePath(path) !== undefined)).toEqual([]);
    expect([officePath(null), officePath(undefined)]).toEqual([undefined, undefined]);
  });
});

describe("the number of minutes", () => {
  test("is written by the unit's own pattern", () => {
    const words = ["{numer}/{rok}", "Pr-{numer}/{rok}", "{numer}", "L.dz. Łąka {rok}.{numer}", "{numer} – {debata}"];
    expect(words.map((pattern) => wordOf(decideMinutesPattern(pattern)))).toEqual(words.map(() => "yes"));
  });

  test("needs the number, and nothing that cannot be read aloud", () => {
    const words = ["{rok}", "", "{Numer}", "{numer}{x}", "{numer}}", "{numer}<b>", "{numer}\u202e", "{numer};1"];
    expect(words.map((pattern) => wordOf(decideMinutesPattern(pattern)))).toEqual([
      "no_number",
      "no_number",
      "unknown_part",
      "unknown_part",
      "unknown_part",
      "odd_signs",
      "odd_signs",
      "odd_signs",
    ]);
  });
});

describe("settings that two people change", () => {
  const saved = { name: "Komenda", phone: "44 123 45 67" };

  test("a version follows from what is saved, whatever the order of columns", () => {
    expect(settingsVersion({ phone: saved.phone, name: saved.name })).toBe(settingsVersion(saved));
    expect(settingsVersion({ ...saved, phone: "" })).not.toBe(settingsVersion(saved));
    expect(settingsVersion({ name: "a", phone: "b" })).not.toBe(settingsVersion({ name: "b", phone: "a" }));
    expect(String(settingsVersion(saved))).toMatch(/^\d{1,9}$/);
  });

  test("a conflict shows both texts of each setting", () => {
    const labels = { name: "Nazwa", phone: "Telefon" };
    expect(settingsConflict({ ...saved, name: "Komisariat" }, saved, labels)).toEqual([
      { label: "Nazwa", mine: "Komisariat", theirs: "Komenda" },
      { label: "Telefon", mine: saved.phone, theirs: saved.phone },
    ]);
  });
});

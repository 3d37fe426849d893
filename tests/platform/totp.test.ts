import { Secret } from "otpauth";
import { expect, test } from "vitest";
import { newTotpSecret, stepOf, totpAddress } from "~/platform/totp.server";
import { codeOf } from "../setup/factories.accounts";

const now = new Date("2026-03-18T17:00:10Z");
const step = Math.floor(now.getTime() / 30_000);

test("the codes are those of RFC 6238, as every app makes them", () => {
  const secret = Secret.fromLatin1("12345678901234567890").base32;
  // The table of appendix B, SHA-1, last six digits.
  const table: [number, string][] = [
    [59, "287082"],
    [1111111109, "081804"],
    [1234567890, "005924"],
    [20000000000, "353130"],
  ];
  for (const [seconds, code] of table)
    expect(stepOf(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

test("a clock may be one step off, and no more", () => {
  const secret = newTotpSecret();
  const steps = [-2, -1, 0, 1, 2].map((steps) => stepOf(secret, codeOf(secret, steps, now.getTime()), now));
  expect(steps).toEqual([undefined, step - 1, step, step + 1, undefined]);
});

test("what is no code has no step", () => {
  const secret = newTotpSecret();
  for (const typed of ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", " 12345"])
    expect(stepOf(secret, typed, now)).toBeUndefined();
});

test("secrets have 160 bits and are never the same", () => {
  const secrets = new Set(Array.from({ length: 50 }, newTotpSecret));
  expect(secrets.size).toBe(50);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
});

test("the QR code says whose it is", () => {
  const address = new URL(totpAddress("JBSWY3DPEHPK3PXP", { issuer: "Debata", label: "anna@policja.test" }));
  expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual([
    ...["otpauth:", "totp", "/Debata:anna@policja.test"],
  ]);
  expect(Object.fromEntries(address.searchParams)).toEqual({
    ...{ issuer: "Debata", secret: "JBSWY3DPEHPK3PXP", algorithm: "SHA1", digits: "6", period: "30" },
  });
});

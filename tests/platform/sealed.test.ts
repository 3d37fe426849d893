import fc from "fast-check";
import { expect, test } from "vitest";
import { seal, unseal } from "~/platform/sealed.server";

test("property: what was sealed comes back, for the same purpose only", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (value, about, other) => {
      const sealed = seal(value, about);
      expect(unseal(sealed, about)).toBe(value);
      if (other !== about) expect(unseal(sealed, other)).toBeUndefined();
    }),
  );
});

test("nothing can be read of it, and the same value never looks the same", () => {
  const sealed = seal("JBSWY3DPEHPK3PXP", "totp:a");
  expect(Buffer.from(sealed.slice(2), "base64url").toString("latin1")).not.toContain("JBSWY3DP");
  expect(seal("JBSWY3DPEHPK3PXP", "totp:a")).not.toBe(sealed);
});

test("one changed bit, a shorter tag or anything else opens nothing", () => {
  const sealed = seal("JBSWY3DPEHPK3PXP", "totp:a");
  const bytes = Buffer.from(sealed.slice(2), "base64url");
  for (let i = 0; i < bytes.length; i++) {
    const changed = Buffer.from(bytes);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(unseal(`1.${changed.toString("base64url")}`, "totp:a")).toBeUndefined();
  }
  for (const forged of ["", "1.", "1.AAAA", `2${sealed.slice(1)}`, sealed.slice(0, -8), "JBSWY3DPEHPK3PXP"])
    expect(unseal(forged, "totp:a")).toBeUndefined();
});

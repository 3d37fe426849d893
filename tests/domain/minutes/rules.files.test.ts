import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideAdding, fileNameOf, MOST_BYTES, MOST_FILES, readAttachment } from "~/domain/minutes/rules.files";
import { withoutJpegMetadata, withoutPngMetadata } from "~/domain/minutes/rules.pictures";
import { aJpeg, aPng } from "../../setup/pictures";

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("latin1");
const pdf = Buffer.from("%PDF-1.7 …");

describe("what may be attached", () => {
  test.each([
    ["a PDF", pdf, "application/pdf"],
    ["a JPEG", aJpeg(), "image/jpeg"],
    ["a PNG", aPng(), "image/png"],
  ])("%s", (_, bytes, mediaType) => {
    expect(readAttachment(bytes)).toMatchObject({ ok: true, value: { mediaType } });
  });

  test.each([
    ["nothing", new Uint8Array(0), "empty"],
    ["too much", Buffer.concat([pdf, Buffer.alloc(MOST_BYTES)]), "too_large"],
    ["a page", Buffer.from("<!doctype html><script>"), "wrong_type"],
    ["a PDF behind something else", Buffer.from("MZ%PDF-1.7"), "wrong_type"],
    ["a program called .png", Buffer.from("MZ\x90\0"), "wrong_type"],
    ["a PNG that is cut", aPng().subarray(0, 60), "broken_picture"],
    ["a PNG that is only a beginning", Buffer.from("\x89PNG, naprawdę", "latin1"), "broken_picture"],
    ["a JPEG that is cut", aJpeg().subarray(0, 90), "broken_picture"],
  ])("not %s", (_, bytes, reason) => {
    expect(readAttachment(bytes)).toEqual({ ok: false, reason });
  });

  test.each([
    ["drafting", [], null],
    ["in_correction", ["b"], null],
    ["drafting", ["a"], "duplicate"],
    ["drafting", Array.from({ length: MOST_FILES }, (_, i) => String(i)), "too_many"],
    ["approved", [], "frozen"],
    ["published", [], "frozen"],
  ] as const)("%s with %j: %s", (status, sums, reason) => {
    const decision = decideAdding({ status, sums }, "a");
    expect(decision.ok ? null : decision.reason).toBe(reason);
  });

  test("has a name that is safe in every folder", () => {
    expect(fileNameOf(1, "prezentacja", "pdf")).toBe("01-prezentacja.pdf");
    expect(fileNameOf(12, "", "png")).toBe("12-zalacznik.png");
  });
});

describe("what a camera writes beside a picture does not stay", () => {
  test("JPEG: neither place nor author nor a second picture; colours, density and the way it was held stay", () => {
    const clean = withoutJpegMetadata(aJpeg());
    expect(text(clean)).not.toMatch(/TAJNE|GPS|Photoshop|xap/);
    expect(text(clean)).toMatch(/JFIF[\s\S]*Exif[\s\S]*ICC_PROFILE/);
    expect(clean?.slice(-5)).toEqual(Uint8Array.from([63, 0, 0x78, 0xff, 0xd9]));
    expect(text(clean)).toContain("\x01\x12\0\x03\0\0\0\x01\0\x06");
    expect(withoutJpegMetadata(clean ?? new Uint8Array())).toEqual(clean);
    expect(text(withoutJpegMetadata(aJpeg({ orientation: 1 })))).not.toContain("Exif");
  });

  test("PNG: only what is needed to show it", () => {
    const clean = withoutPngMetadata(aPng());
    expect(text(clean)).not.toMatch(/TAJNE|tEXt|eXIf|tIME/);
    expect(text(clean)).toMatch(/IHDR[\s\S]*pHYs[\s\S]*IDAT[\s\S]*IEND.{4}$/s);
  });

  test("whatever comes, nothing is thrown and nothing grows", () => {
    const spoilt = (good: Uint8Array) =>
      fc.tuple(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length)).map(([at, byte, length]) => {
        const bytes = good.slice(0, length);
        if (at < length) bytes[at] = byte;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(spoilt(aJpeg()), spoilt(aPng()), fc.uint8Array({ maxLength: 300 })), (bytes) => {
        const read = readAttachment(bytes);
        expect(read.ok ? read.value.bytes.length : 0).toBeLessThanOrEqual(bytes.length + 36);
      }),
    );
  });
});

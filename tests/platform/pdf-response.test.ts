import { describe, expect, test, vi } from "vitest";
import { disposition, pdfResponse } from "~/platform/pdf-response.server";

describe("a document as an answer", () => {
  test.each([
    [
      "Protokół nr 3/2026.pdf",
      "inline; filename=\"protokol nr 3-2026.pdf\"; filename*=UTF-8''Protok%C3%B3%C5%82%20nr%203-2026.pdf",
    ],
    [
      "„Żółć” (1).pdf",
      "inline; filename=\"-zolc- (1).pdf\"; filename*=UTF-8''%E2%80%9E%C5%BB%C3%B3%C5%82%C4%87%E2%80%9D%20%281%29.pdf",
    ],
    ['a"\r\nX: y.pdf', "inline; filename=\"ax y.pdf\"; filename*=UTF-8''aX%20y.pdf"],
  ])("is called %j", (name, header) => {
    expect(disposition(name)).toBe(header);
    expect(() => new Headers({ "Content-Disposition": header })).not.toThrow();
  });

  test("that cannot be drawn is 503 with a sentence, and nobody keeps it", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const options = { fileName: "x.pdf", cacheControl: "public, max-age=300", failure: "Nie teraz." };
    const answer = await pdfResponse("no such document", {}, options);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(await answer.text()).toContain("Nie teraz.");
  });

  test.each([
    [undefined, "/o/kpp-x/debates/1/minutes.pdf?a=1&b=2", '/o/kpp-x"'],
    ["/o/kpp-x/debates/1/minutes", "/o/kpp-x/debates/1/minutes.pdf", '/o/kpp-x/debates/1/minutes"'],
    [undefined, "/archive.pdf", '/"'],
  ])("that failed leads back (%s) and can be asked for again", async (back, address, wayBack) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const request = new Request(`http://app.test${address}`);
    const options = { fileName: "x.pdf", cacheControl: "no-store", failure: "Nie <teraz>.", unit: "u", request, back };
    const answer = await pdfResponse("no such document", {}, options);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Retry-After")).toBe("30");
    const page = await answer.text();
    expect(page).toContain("Nie &lt;teraz&gt;.");
    expect(page).toContain(`href="${address.replaceAll("&", "&amp;")}"`);
    expect(page).toContain(`href="${wayBack}`);
  });
});

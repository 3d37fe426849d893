import { expect, test } from "vitest";
import { UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { renderDocument } from "~/platform/documents.server";
import { minutedFacts } from "../setup/factories.minutes";
import { run, withFile } from "./programs";

test("strangers' programs open the minutes without complaint", async () => {
  const document = composeMinutes(minutedFacts(), "internal", UNSTAMPED);
  const bytes = await renderDocument("minutes", { document, sha256: null, origin: "http://app.test" });
  await withFile("minutes.pdf", bytes, async (path) => {
    expect(await run("pdfinfo", path)).toMatch(/Tagged: +yes/);
    expect(await run("qpdf", "--check", path)).toContain("No syntax or stream encoding errors found");
    expect(await run("pdftotext", "-layout", path, "-")).toContain("Porządek debaty");
  });
});

import { expect, test } from "vitest";
import { securityNotes, securityTxt } from "~/platform/security-txt.server";

const NOW = new Date("2026-11-24T12:34:56Z");

test("says whom to tell, until when, in which languages and under which address", () => {
  expect(securityTxt(NOW, { contact: "abuse@debata.example", policy: "https://debata.example/policy" })).toBe(
    [
      "Contact: mailto:abuse@debata.example",
      "Expires: 2027-05-23T00:00:00Z",
      "Preferred-Languages: pl, en",
      "Canonical: http://app.test/.well-known/security.txt",
      "Policy: https://debata.example/policy",
      "",
    ].join("\n"),
  );
  expect(securityTxt(NOW, { contact: "https://debata.example/report" })).toContain(
    "Contact: https://debata.example/report\n",
  );
});

test("the start says that nobody is named, and nothing when somebody is", () => {
  expect(securityNotes("abuse@debata.example")).toEqual([]);
  expect(securityNotes("")).toHaveLength(1);
});

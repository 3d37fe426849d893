import { describe, expect, test } from "vitest";
import {
  decideApproval,
  decidePublication,
  hashTyped,
  isFrozen,
  itemKey,
  MINUTES_NEXT,
  minutesNumber,
  minutesSeries,
  placeOf,
  shortHash,
} from "~/domain/minutes/rules";
import { MINUTES_STATUSES } from "~db/vocabulary";

const said = (outcome: { ok: boolean; value?: string; reason?: string }) => outcome.value ?? `– ${outcome.reason}`;

describe("states", () => {
  test("the whole table", () => {
    const table = Object.fromEntries(
      MINUTES_STATUSES.map((status) => [
        status,
        [
          said(decideApproval({ status, held: true }, [])),
          said(decideApproval({ status, held: false }, [])),
          said(decideApproval({ status, held: true }, [{ level: "error" }])),
          said(decideApproval({ status, held: true }, [{ level: "warning" }])),
          said(decidePublication(status)),
          isFrozen(status) ? "frozen" : "open",
        ].join(" | "),
      ]),
    );
    expect(table).toMatchInlineSnapshot(`
      {
        "approved": "– not_possible | – not_possible | – not_possible | – not_possible | published | frozen",
        "drafting": "approved | – not_held | – faults | approved | – not_possible | open",
        "in_correction": "approved | – not_held | – faults | approved | – not_possible | open",
        "published": "– not_possible | – not_possible | – not_possible | – not_possible | – not_possible | frozen",
      }
    `);
    expect(MINUTES_NEXT).toMatchInlineSnapshot(`
      {
        "approved": [
          "published",
        ],
        "drafting": [
          "in_correction",
          "approved",
        ],
        "in_correction": [
          "drafting",
          "approved",
        ],
        "published": [],
      }
    `);
  });
});

describe("numbers", () => {
  const values = { number: 3, year: 2026, debate: 7 };
  test.each([
    ["{numer}/{rok}", "3/2026", "minutes:2026"],
    ["Pr-{numer}/{rok}/{numer}", "Pr-3/2026/3", "minutes:2026"],
    ["D{debata}-{numer}", "D7-3", "minutes"],
    ["{numer}", "3", "minutes"],
    ["bez numeru", "3/2026", "minutes:2026"],
    ["", "3/2026", "minutes:2026"],
  ])("the pattern %s gives %s of the series %s", (pattern, number, series) => {
    expect(minutesNumber(pattern, values)).toBe(number);
    expect(minutesSeries(pattern, 2026)).toBe(series);
  });
});

describe("what stands on the paper", () => {
  const sha256 = `4f1c93ab07d255e0${"b8a92c617f301d4e".repeat(3)}`;

  test("the short hash is read back, as people type it", () => {
    expect(shortHash(sha256)).toBe("4f1c 93ab 07d2 55e0");
    for (const typed of [shortHash(sha256), "4F1C-93AB-07D2-55E0", "4f1c93ab07d255e0", "4f1c 93ab · 07d2 55e0"])
      expect(hashTyped(typed)).toBe("4f1c93ab07d255e0");
    expect(hashTyped(sha256)).toBe(sha256);
  });

  test.each([undefined, "", "4f1c", "4f1c93ab07d255e", "4f1c93ab07d255eg", `${sha256}0`, "%", "' or 1=1 --"])(
    "%s is no hash",
    (typed) => expect(hashTyped(typed)).toBeUndefined(),
  );

  test("places on the page have no colon", () => {
    expect(placeOf(itemKey("a-b"))).toBe("part-item-a-b");
    expect(placeOf("findings")).toBe("part-findings");
  });
});

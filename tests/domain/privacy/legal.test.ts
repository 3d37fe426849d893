import { expect, test } from "vitest";
import { periodsOf } from "~/domain/privacy/messages.periods.pl";
import { conformity, legalVersion, paragraphsOf, reviewDueOn } from "~/domain/privacy/rules.legal";
import { allMonths } from "~/domain/privacy/rules.retention";
import { calendarDate } from "~/platform/time";

const day = calendarDate;
const saved = (accessibilityNote: string, reviewed: string | null) => ({
  ...{ privacyNote: "", accessibilityNote },
  accessibilityReviewedOn: reviewed ? day(reviewed) : null,
});

test("a site that nobody has tested claims nothing", () => {
  expect(conformity(saved("", null))).toBe("untested");
  expect(conformity(saved("Skany map.", null))).toBe("untested");
  expect(conformity(saved("Skany map.", "2026-03-01"))).toBe("partly");
  expect(conformity(saved("", "2026-03-01"))).toBe("full");
});

test("a review is due by 31 March, the next after the last", () => {
  expect(reviewDueOn(day("2026-01-10"))).toBe("2026-03-31");
  expect(reviewDueOn(day("2026-03-31"))).toBe("2027-03-31");
  expect(reviewDueOn(day("2026-11-24"))).toBe("2027-03-31");
});

test("texts are paragraphs and have a version", () => {
  expect(paragraphsOf("Raz\n\n \n dwa\ntrzy \n\n")).toEqual(["Raz", "dwa\ntrzy"]);
  expect(legalVersion(saved("a", null))).not.toBe(legalVersion(saved("b", null)));
});

test("the notice says the periods that are in force", () => {
  const periods = periodsOf({ ...allMonths(null), registrations: 1, letters: 5 });
  expect(periods.join("\n")).toMatch(/rezerwacji miejsca: 1\smiesiąc od zakończenia debaty/);
  expect(periods.join("\n")).toMatch(/adresy odbiorców: 5\smiesięcy/);
});

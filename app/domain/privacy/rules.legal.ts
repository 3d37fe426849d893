import { settingsVersion } from "~/domain/organizations/rules";
import { addMonths, calendarDate, dateParts } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";

type Saved = { privacyNote: string; accessibilityNote: string; accessibilityReviewedOn: CalendarDate | null };

/** Which texts a form was filled in over. */
export const legalVersion = ({ privacyNote, accessibilityNote, accessibilityReviewedOn }: Saved) =>
  settingsVersion({ privacyNote, accessibilityNote, accessibilityReviewedOn: accessibilityReviewedOn ?? "" });

/** Plain paragraphs: an empty line begins a new one, and nothing in them is markup. */
export const paragraphsOf = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

/** A site that nobody has tested claims nothing; one that was tested says what its unit has found. */
export const conformity = ({ accessibilityNote, accessibilityReviewedOn }: Saved) =>
  accessibilityReviewedOn ? (accessibilityNote.trim() ? "partly" : "full") : "untested";

/** Every year by 31 March (art. 10 ust. 4): the first one after the last review. */
export function reviewDueOn(reviewedOn: CalendarDate): CalendarDate {
  const sameYear = calendarDate(`${dateParts(reviewedOn).year}-03-31`);
  return reviewedOn < sameYear ? sameYear : addMonths(sameYear, 12);
}

// Hostile texts in every form, address and header, over HTTP, against the built server; then every place where texts come
// out again is read as its reader would: pages, sheets, calendars, feeds, letters, papers. `npm run campaign -- fuzz 5000`
// throws another number on each database. The quick form is the same file in npm test.
import { runAsCampaign } from "../lib/campaign-tests.mjs";

/** @param {{ words: string[] }} asked */
export const run = ({ words }) =>
  runAsCampaign("tests/routes/fuzz.test.ts", { CAMPAIGN_MANY: words.find((word) => /^\d+$/.test(word)) ?? "" });

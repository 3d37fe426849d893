// Everybody at every door of every unit, over HTTP, against the built server: who is let in, what the answer tells, and
// whether anything has changed. The doors are declared in tests/setup/doors.ts; the quick form is the same file in npm test.
import { runAsCampaign } from "../lib/campaign-tests.mjs";

export const run = () => runAsCampaign("tests/routes/web-matrix.test.ts");

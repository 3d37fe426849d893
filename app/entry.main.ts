import { prepareDemo } from "./demo.server";
import { findRevision } from "./domain/history/queries.revision.server";
import { catchUp, startJobs } from "./jobs.server";
import { inTransaction } from "./platform/db.server";
import { serve } from "./platform/server";

/** The process: the server, with the jobs beside it. */
await serve({ prepare, startJobs, findRevision });

async function prepare() {
  await catchUp();
  return prepareDemo(inTransaction);
}

import { read } from "~/platform/db.server";
import { mintScope } from "~/platform/mint-scope.server";
import { organizations } from "~db/schema";
import { trackOldMotions } from "./commands.track.server";

/** Before the service answers for the first time on a database from before: the public list would be empty otherwise. */
export async function trackAllOldMotions() {
  let done = 0;
  for (const { id } of await read.select({ id: organizations.id }).from(organizations))
    done += await trackOldMotions(mintScope(id, "system"));
  return done;
}

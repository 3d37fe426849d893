import { and, count, eq, isNull } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { recoveryCodes } from "~db/schema";

/** How many codes of the sheet are left. */
export async function countRecoveryCodes(userId: string) {
  const [row] = await read
    .select({ many: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.many ?? 0;
}

import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { AUDIT_ACTIONS } from "~/domain/history/rules.audit";
import { dateField } from "~/platform/fields";

/** „?osoba=…&co=…&dzien=24.11.2026&przed=<ms>_<id>”: whatever is no filter of ours filters nothing. */
const filterSchema = z.object({
  osoba: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .catch(undefined),
  co: z.enum(AUDIT_ACTIONS).optional().catch(undefined),
  przed: z
    .string()
    .regex(/^\d{1,13}_[\w-]{1,64}$/)
    .transform((text) => {
      const at = text.indexOf("_");
      return { at: new Date(Number(text.slice(0, at))), id: text.slice(at + 1) };
    })
    .optional()
    .catch(undefined),
});

const day = dateField({ label: "dzień" });

/** The filter, and what was wrong with the day, which people type. */
export function readAuditQuery(query: URLSearchParams) {
  const { osoba, co, przed } = filterSchema.parse(Object.fromEntries(query));
  const typed = query.get("dzien")?.slice(0, 60) ?? "";
  const read = typed ? day.safeParse(typed) : undefined;
  return {
    filter: { userId: osoba, action: co, day: read?.data, before: przed },
    typed,
    problem: read && !read.success ? { type: "refused", message: read.error.issues[0]?.message ?? "" } : undefined,
  };
}

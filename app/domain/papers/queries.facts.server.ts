import { and, count, eq, inArray, ne } from "drizzle-orm";
import { getDebate } from "~/domain/debates/queries.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { agendaItems, invitations, minutes, motions, tasks } from "~db/schema";
import type { PaperFacts } from "./rules";

/** What there is to print of one debate, as counts: nothing here is read by anybody. */
export async function getPaperFacts(scope: Scope, debateId: string): Promise<PaperFacts> {
  const { status, datePending } = await getDebate(scope, debateId);
  const within = (table: typeof agendaItems | typeof invitations | typeof motions | typeof tasks | typeof minutes) =>
    and(eq(table.organizationId, scope.organizationId), eq(table.debateId, debateId));
  const here = inArray(invitations.presence, ["present", "present_by_substitute"]);
  const guests = and(within(invitations), ne(invitations.status, "withdrawn"));
  const [items, asked, present, raised, given, [written]] = await Promise.all([
    read.select({ n: count() }).from(agendaItems).where(within(agendaItems)),
    read.select({ n: count() }).from(invitations).where(guests),
    read.select({ n: count() }).from(invitations).where(and(guests, here)),
    read
      .select({ n: count() })
      .from(motions)
      .where(and(within(motions), ne(motions.status, "returned"))),
    read.select({ n: count() }).from(tasks).where(within(tasks)),
    read.select({ status: minutes.status }).from(minutes).where(within(minutes)),
  ]);
  const only = ([row]: { n: number }[]) => row?.n ?? 0;
  return {
    status,
    datePending,
    agendaItems: only(items),
    guests: only(asked),
    present: only(present),
    motions: only(raised),
    tasks: only(given),
    minutes: written?.status ?? null,
  };
}

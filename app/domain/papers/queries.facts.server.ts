import { and, count, eq, ne } from "drizzle-orm";
import { getDebate } from "~/domain/debates/queries.server";
import { listPrintable } from "~/domain/invitations/queries.papers.server";
import { listWhoCame } from "~/domain/invitations/queries.thanks.server";
import { guestName } from "~/domain/invitations/rules";
import { listReferred } from "~/domain/motions/queries.referrals.server";
import { firstReferralDue, mayLeave } from "~/domain/motions/rules.referrals";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { agendaItems, invitations, minutes, motions, tasks } from "~db/schema";
import type { PaperFacts } from "./rules";

/** What there is to print of one debate, as counts: nothing here is read by anybody. */
export async function getPaperFacts(scope: Scope, debateId: string): Promise<PaperFacts> {
  const { status, datePending } = await getDebate(scope, debateId);
  const within = (table: typeof agendaItems | typeof invitations | typeof motions | typeof tasks | typeof minutes) =>
    and(eq(table.organizationId, scope.organizationId), eq(table.debateId, debateId));
  const guests = and(within(invitations), ne(invitations.status, "withdrawn"));
  const [items, asked, present, raised, given, [written], referred, invited] = await Promise.all([
    read.select({ n: count() }).from(agendaItems).where(within(agendaItems)),
    read.select({ n: count() }).from(invitations).where(guests),
    listWhoCame(scope, debateId),
    read
      .select({ n: count() })
      .from(motions)
      .where(and(within(motions), ne(motions.status, "returned"))),
    read.select({ n: count() }).from(tasks).where(within(tasks)),
    read.select({ status: minutes.status }).from(minutes).where(within(minutes)),
    listReferred(scope, debateId),
    listPrintable(scope, debateId),
  ]);
  const only = ([row]: { n: number }[]) => row?.n ?? 0;
  return {
    status,
    datePending,
    agendaItems: only(items),
    guests: only(asked),
    present: present.map((guest) => ({ id: guest.id, name: guestName(guest) })),
    invited,
    motions: only(raised),
    tasks: only(given),
    referralDue: firstReferralDue(referred),
    referredTo: [...new Map(referred.filter(mayLeave).map(({ body: { id, name } }) => [id, { id, name }])).values()],
    minutes: written?.status ?? null,
  };
}

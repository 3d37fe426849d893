import { eq } from "drizzle-orm";
import { listPublicAgenda } from "~/domain/agenda/queries.server";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { organizations } from "~db/schema";
import { agendaLine } from "./messages.letters.pl";

/** Who writes, under which name and telephone. */
export async function getSender(scope: Scope) {
  const [unit] = await read
    .select({
      name: organizations.name,
      slug: organizations.slug,
      department: organizations.department,
      address: organizations.address,
      locality: organizations.locality,
      headOffice: organizations.headOffice,
      phone: organizations.phone,
      email: organizations.email,
    })
    .from(organizations)
    .where(eq(organizations.id, scope.organizationId));
  return unit ?? notFound();
}

export type Sender = Awaited<ReturnType<typeof getSender>>;

/** The agenda as guests may see it, one line an item. */
export async function listAgendaLines(scope: Scope, debateId: string) {
  return (await listPublicAgenda(scope, debateId)).map(agendaLine);
}

// What campaigns write their evening into: a unit with an organizer who is signed in, and debates in each state.
import { randomUUID } from "node:crypto";
import { addMember } from "~/domain/organizations/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { mintScope } from "~/platform/mint-scope.server";
import { startSession } from "~/platform/session.server";
import { debates, organizations } from "~db/schema";

const DAY_MS = 86_400_000;

export function done<T>(outcome: { ok: true; value: T } | { ok: false; reason: string }) {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

export async function addUnit() {
  const organizationId = randomUUID();
  const slug = `kpp-${organizationId.slice(0, 8)}`;
  const row = { id: organizationId, slug, name: "Komenda", shortName: "KPP" };
  await inTransaction(async () => void (await write.insert(organizations).values(row)));
  const member = { email: `${randomUUID()}@policja.test`, name: "Ewa Sikora", rank: "", passwordHash: "none" };
  const founder = mintScope(organizationId, "system", "admin");
  const { id: userId } = done(await addMember(founder, { ...member, role: "organizer" }));
  const [cookie = ""] = (await startSession(userId)).split(";");
  return { unit: slug, organizationId, cookie, scope: mintScope(organizationId, `user:${userId}`, "organizer") };
}

type Status = "announced" | "live" | "draft" | "held";

/** Rows and no commands where a command would want a history first: an evening that has begun, for instance. */
export async function addDebate(organizationId: string, number: number, status: Status, capacity = 0) {
  const id = randomUUID();
  const days = { announced: 30, draft: 30, live: 0, held: -3 }[status];
  const startsAt = new Date(Date.now() + days * DAY_MS);
  const row = {
    ...{ id, organizationId, kind: "initiating" as const, status, number, year: startsAt.getUTCFullYear() },
    ...{ slug: `debata-${number}`, code: id.slice(0, 8), cycleTitle: "Debaty", topic: "Bezpieczeństwo" },
    ...{ venueName: "Dom Kultury", access: {}, capacity: capacity || null },
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + DAY_MS / 12), answersCloseAt: startsAt },
    ...{ motionsCloseAt: startsAt, announcedAt: status === "draft" ? null : new Date() },
  };
  await inTransaction(async () => void (await write.insert(debates).values(row)));
  return { id, slug: row.slug, number };
}

import { randomUUID } from "node:crypto";
import { inTransaction, write } from "~/platform/db.server";
import { mintScope } from "~/platform/mint-scope.server";
import { organizations } from "~db/schema";
import type { Role } from "~db/vocabulary";
import "./database";

/** A unit of its own for each test, so that tests share a database without cleaning. */
export async function aUnit(overrides: Partial<typeof organizations.$inferInsert> = {}) {
  const id = randomUUID();
  const unit = {
    id,
    slug: `kpp-${id.slice(0, 8)}`,
    name: "Komenda Powiatowa Policji w Testowie",
    shortName: "KPP w Testowie",
    department: "Wydział Prewencji",
    locality: "Testów",
    localityIn: "w Testowie",
    address: "ul. Kościelna 12",
    phone: "00 000 00 00",
    email: "prewencja@policja.test",
    headOffice: "Komendant Powiatowy Policji w Testowie",
    ...overrides,
  };
  await inTransaction(async () => void (await write.insert(organizations).values(unit)));
  return { ...unit, scope: scopeOf(id) };
}

/** A member's scope without a session, for tests of commands and queries. */
export const scopeOf = (organizationId: string, role: Role = "organizer") =>
  mintScope(organizationId, `user:${randomUUID()}`, role);

import { eq, lte } from "drizzle-orm";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import { sessions, users } from "~db/schema";
import { inTransaction, read, write } from "./db.server";

type SessionRow = typeof sessions.$inferSelect;

const toSession = ({ startedAt, ...row }: SessionRow): DatabaseSession => ({ ...row, attributes: { startedAt } });

/** Our own, because the published adapter stores whole seconds and knows one dialect at a time. */
export const luciaAdapter: Adapter = {
  async getSessionAndUser(id) {
    const [found] = await read
      .select({ session: sessions, user: { id: users.id, disabledAt: users.disabledAt } })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(eq(sessions.id, id));
    if (!found || found.user.disabledAt) return [null, null];
    return [toSession(found.session), { id: found.user.id, attributes: {} } satisfies DatabaseUser];
  },
  async getUserSessions(userId) {
    return (await read.select().from(sessions).where(eq(sessions.userId, userId))).map(toSession);
  },
  setSession: ({ id, userId, expiresAt, attributes }) =>
    change(() => write.insert(sessions).values({ id, userId, expiresAt, startedAt: attributes.startedAt })),
  updateSessionExpiration: (id, expiresAt) =>
    change(() => write.update(sessions).set({ expiresAt }).where(eq(sessions.id, id))),
  deleteSession: (id) => change(() => write.delete(sessions).where(eq(sessions.id, id))),
  deleteUserSessions: (userId) => change(() => write.delete(sessions).where(eq(sessions.userId, userId))),
  deleteExpiredSessions: () => change(() => write.delete(sessions).where(lte(sessions.expiresAt, new Date()))),
};

const change = (query: () => PromiseLike<unknown>) => inTransaction(async () => void (await query()));

import { randomUUID } from "node:crypto";
import { addMember } from "~/domain/organizations/commands.server";
import { mintScope } from "~/platform/mint-scope.server";
import { hashPassword } from "~/platform/password.server";
import { startSession } from "~/platform/session.server";
import type { Role } from "~db/vocabulary";
import { aUnit } from "./factories";

export const PASSWORD = "prawidlowy kon bateria";
/** Hashed once, because it is meant to be slow. */
const passwordHash = hashPassword(PASSWORD);

type Unit = Awaited<ReturnType<typeof aUnit>>;

/**
 * A signed-in member: `cookie` for requests through the door, `scope` for commands.
 * Give `unit` to put several members into one.
 */
export async function aMember(
  role: Role = "organizer",
  { unit, name = "Ewa Sikora" }: { unit?: Unit; name?: string } = {},
) {
  const home = unit ?? (await aUnit());
  const email = `${randomUUID()}@policja.test`;
  const added = await addMember(home.scope, {
    email,
    name,
    rank: "mł. asp.",
    role,
    passwordHash: await passwordHash,
  });
  const userId = added.value.id;
  const [cookie = ""] = (await startSession(userId)).split(";");
  return { unit: home, userId, email, name, role, cookie, scope: mintScope(home.id, `user:${userId}`, role) };
}

type Sent = Record<string, string | readonly string[]>;

/** What Remix gives to a loader or an action: `doorArgs("/o/x/y", { cookie, params, fields })`. `fields` make it a POST. */
export function doorArgs(
  path: string,
  { cookie, params = {}, fields }: { cookie?: string; params?: Record<string, string>; fields?: Sent } = {},
) {
  const headers = new Headers(cookie ? { Cookie: cookie } : {});
  const body = fields && new URLSearchParams();
  for (const [name, value] of Object.entries(fields ?? {}))
    for (const one of [value].flat()) body?.append(name, one as string);
  const request = new Request(`http://app.test${path}`, { method: body ? "POST" : "GET", headers, body });
  return { request, params, context: {} };
}

import { hashPassword } from "~/platform/password.server";
import type { Scope } from "~/platform/scope";
import { acceptInvite } from "./commands.members.server";
import { confirmPassword } from "./commands.sign-in.server";

type Invite = { id: string; email: string; how: "new" | "known" | "forgotten" };
type Typed = { password: string; name?: string; rank?: string };

/** Passwords are hashed and compared before the transaction, which they would hold up for tens of milliseconds. */
export async function joinByLink(scope: Scope, invite: Invite, typed: Typed, network: string, now = new Date()) {
  const { id, email, how } = invite;
  if (how === "known") {
    const confirmed = await confirmPassword(email, typed.password, network, now);
    return confirmed.ok ? acceptInvite(scope, id, { how }, now) : confirmed;
  }
  const passwordHash = await hashPassword(typed.password);
  if (how === "forgotten") return acceptInvite(scope, id, { how, passwordHash }, now);
  const { name = email, rank = "" } = typed;
  return acceptInvite(scope, id, { how, name, rank, passwordHash }, now);
}

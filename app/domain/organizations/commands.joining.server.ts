import { hashPassword } from "~/platform/password.server";
import type { Scope } from "~/platform/scope";
import { judgePassword, ownWordsOf } from "./commands.account.server";
import { acceptInvite } from "./commands.members.server";
import { confirmPassword } from "./commands.sign-in.server";
import { findAccountByEmail } from "./gate.account.server";
import { getUnitSettings } from "./queries.server";

type Invite = { id: string; email: string; how: "new" | "known" | "forgotten" };
type Typed = { password: string; name?: string; rank?: string };

/** Passwords are hashed and compared before the transaction, which they would hold up for tens of milliseconds. */
export async function joinByLink(scope: Scope, invite: Invite, typed: Typed, network: string, now = new Date()) {
  const { id, email, how } = invite;
  if (how === "known") {
    const confirmed = await confirmPassword(email, typed.password, network, now);
    return confirmed.ok ? acceptInvite(scope, id, { how }, now) : confirmed;
  }
  const judged = await judgePassword(typed.password, await wordsAround(scope, email, typed.name));
  if (!judged.ok) return judged;
  const passwordHash = await hashPassword(typed.password);
  if (how === "forgotten") return acceptInvite(scope, id, { how, passwordHash }, now);
  const { name = email, rank = "" } = typed;
  return acceptInvite(scope, id, { how, name, rank, passwordHash }, now);
}

async function wordsAround(scope: Scope, email: string, name = "") {
  const account = await findAccountByEmail(email);
  if (account) return ownWordsOf(account);
  return ownWordsOf({ email, name, units: [await getUnitSettings(scope)] });
}

import type { Role } from "~db/vocabulary";
import type { Actor, Scope } from "./scope";

/** For gates and jobs only (dependency rule `only-gates-mint-scopes`). */
export function mintScope(organizationId: string, actor: Actor, role?: Role) {
  return { organizationId, actor, role } as unknown as Scope;
}

import { noteUnit } from "~db/sight";
import type { Role } from "~db/vocabulary";
import type { Actor, Scope } from "./scope";

/** For gates and jobs only (dependency rule `only-gates-mint-scopes`). From here on the request sees this unit. */
export function mintScope(organizationId: string, actor: Actor, role?: Role) {
  noteUnit(organizationId);
  return { organizationId, actor, role } as unknown as Scope;
}

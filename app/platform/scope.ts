import type { Role } from "~db/vocabulary";

declare const minted: unique symbol;

/** Who acts: staff by account, everybody else by a link, the public by nothing at all. */
export type Actor =
  | `user:${string}`
  | `invitation:${string}`
  | `substitute:${string}`
  | `registration:${string}`
  | `motion:${string}`
  | `body:${string}`
  | `reader:${string}`
  | `follower:${string}`
  | "public"
  | "system";

/** Proof that a gate has let this request in: which organization, who acts, and in which role. */
export type Scope = {
  readonly organizationId: string;
  readonly actor: Actor;
  /** Only for staff. */
  readonly role?: Role;
  readonly [minted]: true;
};

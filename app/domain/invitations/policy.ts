import { may } from "~/domain/organizations/policy";
import type { Scope } from "~/platform/scope";
import type { Role } from "~db/vocabulary";
import type { InvitationAction } from "./schema";

/** Who may ask people is who plans; a clerk may write down what somebody said on the phone. */
const ABILITIES = {
  add: "organize",
  send: "organize",
  remind: "organize",
  withdraw: "organize",
  correct: "organize",
  record: "record",
  substitute: "record",
} as const satisfies Record<InvitationAction, "organize" | "record">;

export const mayActOnGuests = (role: Role | undefined, action: InvitationAction) => may(role, ABILITIES[action]);

/** Somebody of the unit, or a job of ours; never the holder of a link. */
export const isStaff = ({ actor }: Pick<Scope, "actor">) => actor.startsWith("user:") || actor === "system";

import type { Role } from "~db/vocabulary";

/** What each role may do in its unit. A row is an ability, named as the screens name it. */
const ABILITIES = {
  /** See the office at all. */
  read: ["admin", "organizer", "clerk", "officer", "viewer"],
  /** Plan debates, invite, moderate, give tasks. */
  organize: ["admin", "organizer"],
  /** Write on the evening and in the minutes. */
  record: ["admin", "organizer", "clerk"],
  /** Report on tasks of the unit. */
  follow_up: ["admin", "organizer", "officer"],
  /** Freeze and publish minutes. */
  approve: ["admin", "organizer"],
  /** Members and settings of the unit. */
  administer: ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Ability = keyof typeof ABILITIES;

export const may = (role: Role | undefined, ability: Ability) =>
  role !== undefined && (ABILITIES[ability] as readonly Role[]).includes(role);

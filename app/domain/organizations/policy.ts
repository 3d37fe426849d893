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

/**
 * Whose links of a kept letter may be opened by whom. A link to join the unit makes its reader a member, perhaps an
 * admin; a link to a new password makes its reader somebody else, also in other units, so it is for nobody.
 */
export const mayOpenLinks = (role: Role | undefined, kind: string) =>
  kind !== "password_reset" && may(role, kind === "member_invite" ? "administer" : "organize");

/** Sections of the office that are not for everybody who may read. */
const SECTIONS: Readonly<Record<string, Ability>> = { outbox: "organize", settings: "administer" };
export const maySee = (role: Role | undefined, section: string) => may(role, SECTIONS[section] ?? "read");

import { createHash, createHmac } from "node:crypto";
import { config } from "./config.server";

/** Each kind of link opens one kind of door, and no other. */
const DOORS = {
  invitation: "/i/",
  substitute: "/i/",
  desk: "/b/",
  registration: "/r/",
  motion: "/m/",
  member: "/join/",
  screen: "/screen/",
  reader: "/c/",
  follower: "/f/",
  ballot: "/v/",
  reset: "/reset/",
} as const;
export type LinkPurpose = keyof typeof DOORS;
export const LINK_PURPOSES = Object.keys(DOORS) as LinkPurpose[];

/**
 * A token is made from our secret, so the same link can be sent again with a reminder or printed on paper, while the
 * database holds only its SHA-256. 32 bytes of HMAC-SHA256; a new generation makes the old link worthless.
 */
export function tokenOf(purpose: LinkPurpose, id: string, generation = 1) {
  const bytes = createHmac("sha256", config.secret).update(`${purpose}:${id}:${generation}`).digest();
  const letters = TYPED[purpose];
  return letters ? spokenCode(bytes, letters) : bytes.toString("base64url");
}

/**
 * Links that people type, with how many letters of five bits each. Of a screen and a ballot they stand behind the
 * debate's own code; a ballot's are few, because they open one evening's vote and are read from the last row.
 */
const TYPED: Partial<Record<LinkPurpose, number>> = { motion: 12, screen: 12, ballot: 6 };

export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");
export const tokenHashOf = (purpose: LinkPurpose, id: string, generation = 1) =>
  hashToken(tokenOf(purpose, id, generation));

/** What a letter carries until it is delivered. */
export const placeholderOf = (purpose: LinkPurpose, id: string, generation = 1) =>
  `[[link:${purpose}:${id}:${generation}]]`;

export const pathOf = (purpose: LinkPurpose, id: string, generation = 1) =>
  `${DOORS[purpose]}${tokenOf(purpose, id, generation)}`;

/**
 * Words that somebody typed, so that they are no placeholder: the names of our bodies and debates stand in public
 * addresses, and whoever wrote such a placeholder into a motion would get a working link of somebody else by letter.
 */
export const withoutPlaceholders = (words: string) => words.replaceAll("[[link:", "[ [link:");

/** Turns the placeholders of a letter into addresses. Only our own form of placeholder is touched. */
export function withLinks(letter: string) {
  return letter.replace(/\[\[link:([a-z]+):([\w-]{1,64}):(\d{1,6})\]\]/g, (whole, purpose, id, generation) =>
    purpose in DOORS ? absolute(pathOf(purpose as LinkPurpose, id, Number(generation))) : whole,
  );
}

export const absolute = (path: string) => new URL(path, config.publicUrl).href;

/** Letters that nobody mixes up on paper or on the phone: twelve are 60 bits, as XXXX-XXXX-XXXX. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export function spokenCode(bytes: Buffer, length: number) {
  const letters = [...bytes.subarray(0, length)].map((byte) => ALPHABET[byte & 31]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** What people type: lower case, spaces for dashes, O for 0, I or L for 1. */
export function tidyCode(typed: string) {
  const letters = typed
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

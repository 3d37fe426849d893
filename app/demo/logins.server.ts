import { randomInt } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { config } from "~/platform/config.server";
import type { DemoScenario } from "~db/demo/types";
import type { Role } from "~db/vocabulary";

const fileName = () => join(config.dataDir, "demo-logins.txt");
/** No letters that look alike: people type it from a screen. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** One for all demo accounts of this installation; 77 bits, so an open port is no open door. */
export const newPassword = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join(
    "-",
  );

const ROLE: Record<Role, string> = {
  admin: "administrator",
  organizer: "organizator",
  clerk: "protokolant",
  officer: "dzielnicowy",
  viewer: "podgląd",
};

/** Lines for the terminal, kept beside the database for the next start and readable by its owner only. */
export function keepLogins(scenarios: readonly DemoScenario[], password: string) {
  const units = scenarios.flatMap(({ unit, members }) => [
    `  ${unit.name}`,
    ...members.map(({ email, role }) => `    ${email} – ${ROLE[role]}`),
  ]);
  const lines = [`Demo: ${config.publicUrl.origin}/login, hasło do wszystkich kont: ${password}`, ...units];
  mkdirSync(config.dataDir, { recursive: true });
  writeFileSync(fileName(), `${lines.join("\n")}\n`, { mode: 0o600 });
  return lines;
}

/** What was printed when the demo was loaded; nothing when it never was. */
export function readLogins(): string[] {
  try {
    return readFileSync(fileName(), "utf8").trimEnd().split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

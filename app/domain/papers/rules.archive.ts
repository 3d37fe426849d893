import { may } from "~/domain/organizations/policy";
import type { Scope } from "~/platform/scope";
import { version } from "../../../package.json";
import { kindOf, type PaperName } from "./rules";

/** The files of a debate, in the order in which it went; what is only for the wall or for the chair's hand is not kept. */
export const DOSSIER = [
  "invitations",
  "agenda",
  "attendance",
  "minutes",
  "editions",
  "motionList",
  "taskList",
  "report",
  "referrals",
  "thanks",
  "guestList",
  "seatList",
] as const;

/** What somebody may not open alone is not opened for them in a whole. */
export const isFor = (role: Scope["role"], name: PaperName) => {
  const { ability } = kindOf(name);
  return !ability || may(role, ability);
};

/** What is printed of attachments, before base64; the others lie beside the files only. */
const MOST_ENCLOSED = 12_000_000;

/** Those whose pages are printed, in their order, as long as there is room. */
export function enclosedOf<File extends { size: number }>(files: readonly File[]): ReadonlySet<File> {
  let left = MOST_ENCLOSED;
  return new Set(
    files.filter(({ size }) => {
      if (size > left) return false;
      left -= size;
      return true;
    }),
  );
}

/** Which columns of a list fit on a page. */
export const IN_DOSSIER = {
  guestList: [0, 1, 2, 3, 8],
  seatList: [0, 1, 2, 4],
  motionList: [0, 1, 2, 3, 5, 6],
  taskList: [0, 1, 2, 3, 5],
} as const;

/** In points, where those of the spreadsheet would break words. */
export const WIDTHS: Partial<Record<keyof typeof IN_DOSSIER, readonly number[]>> = {
  motionList: [48, 60, 60, 132, 84, 90],
};

type Packed = { name: string; bytes: number; sha256: string };
type About = { debate: string; topic: string; unit: string; createdAt: Date };

/** What is in the archive, for programs. */
export const manifestOf = ({ debate, topic, unit, createdAt }: About, files: readonly Packed[]) =>
  `${JSON.stringify({ generator: GENERATOR, createdAt: createdAt.toISOString(), unit, debate, topic, version: "internal", files }, null, 2)}\n`;

const GENERATOR = `Debata ${version}`;

/** For `sha256sum --check`, which is on every machine but those of Windows. */
export const sumsOf = (files: readonly Packed[]) => files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");

import { kindOf, type PaperName } from "./rules";

/** What is only for the wall, for the chair's hand or to be filled in; lists come as tables. */
const NOT_KEPT: readonly PaperName[] = ["poster", "script", "slips"];

export const inDossier = (name: PaperName) => kindOf(name).formats.includes("pdf") && !NOT_KEPT.includes(name);

/** Which columns of a list fit on a page. */
export const IN_DOSSIER = {
  guestList: [0, 1, 2, 3, 8],
  seatList: [0, 1, 2, 4],
  motionList: [0, 1, 2, 3, 5],
  taskList: [0, 1, 2, 3, 5],
} as const;

type Packed = { name: string; bytes: number; sha256: string };
type About = { debate: string; topic: string; unit: string; createdAt: Date };

/** What is in the archive, for programs. */
export const manifestOf = ({ debate, topic, unit, createdAt }: About, files: readonly Packed[]) =>
  `${JSON.stringify({ generator: GENERATOR, createdAt: createdAt.toISOString(), unit, debate, topic, version: "internal", files }, null, 2)}\n`;

const GENERATOR = "Debata 0.1.0";

/** For `sha256sum --check`, which is on every machine but those of Windows. */
export const sumsOf = (files: readonly Packed[]) => files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");

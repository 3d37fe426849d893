import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installFromDebian } from "./debian.mjs";
import { findPostgres } from "./postgres.mjs";
import { findNginx } from "./several/nginx.mjs";

/** What other people open our documents with: a program, and the Debian package that brings it. */
const TOOLS = {
  pdfinfo: "poppler-utils",
  pdftotext: "poppler-utils",
  qpdf: "qpdf",
  unzip: "unzip",
  python3: "python3",
  soffice: "libreoffice-writer-nogui",
};
/** Writes and reads XLSX; has no program of its own. */
const CALC = "/usr/lib/libreoffice/program/libsclo.so";

/** Poppler, qpdf, LibreOffice, a PostgreSQL server and nginx of this machine, or Debian's, installed now if we may. Never none: a skipped test proves nothing. */
export async function ensureTools() {
  const packages = missing();
  if (packages.length === 0) return {};
  const problem = await installFromDebian(packages, () => missing().length === 0);
  return (
    problem && {
      problem: `${problem} The documents are checked with poppler-utils, qpdf and LibreOffice (Writer and Calc), the second database with a PostgreSQL server, several processes behind nginx.`,
    }
  );
}

function missing() {
  const packages = Object.entries(TOOLS).flatMap(([program, name]) => (onPath(program) ? [] : [name]));
  const isDebian = existsSync("/usr/bin/apt-get");
  return [
    ...new Set([
      ...packages,
      ...(isDebian && !existsSync(CALC) ? ["libreoffice-calc-nogui"] : []),
      ...(isDebian && !onPath("strace") ? ["strace"] : []), // counts what is synchronized before an answer
      ...(findPostgres() ? [] : ["postgresql"]),
      ...(findNginx() ? [] : ["nginx-light"]),
    ]),
  ];
}

const onPath = (program) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

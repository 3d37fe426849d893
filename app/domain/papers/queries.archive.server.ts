import { getFile, listFiles } from "~/domain/minutes/queries.files.server";
import { getPaper as getMinutes } from "~/domain/minutes/queries.server";
import { placeAndDate } from "~/domain/minutes/rules.sections";
import { DocumentFailed, renderDocument } from "~/platform/documents.server";
import type { DocumentFormat } from "~/platform/documents-worker";
import { type List, listAsCsv } from "~/platform/lists";
import { allow, type Outcome } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import type { ZipEntry } from "~/platform/zip.server";
import type { DossierFile, DossierProps } from "./document.dossier.server";
import { archive as words } from "./messages.archive.pl";
import { papers } from "./messages.pl";
import { listDossierFiles, listDossierParts } from "./queries.dossier.server";
import { listPapers } from "./queries.lists.server";
import { getPaper } from "./queries.server";
import type { Missing } from "./rules";
import { isFor, manifestOf, sumsOf } from "./rules.archive";

/** Everything that the office knows of one debate, a file after the other; each is made when it is its turn. */
export async function getArchive(scope: Scope, debateId: string, now: Date): Promise<Outcome<Archive, Missing>> {
  const asked = { name: "minutes", format: "docx", options: { version: "internal" } } as const;
  const paper = await getPaper(scope, debateId, asked, now);
  if (!paper.ok) return paper;
  const { document: minutes } = await getMinutes(scope, debateId, "internal");
  const debate = `${minutes.debate.number}/${minutes.debate.year}`;
  const drawn = (name: string, document: string, props: unknown, format: DocumentFormat): ZipEntry => ({
    name,
    make: () => renderDocument(document, props, { format, unit: scope.organizationId }),
  });
  const lists = await Promise.all(
    LIST_NAMES.filter((name) => isFor(scope.role, name)).map(async (name) => {
      const { props } = await listPapers[name](scope, debateId, {}, now);
      return { name, list: props as List };
    }),
  );
  const parts = await listDossierParts(scope, debateId, lists, now);
  const props: Omit<DossierProps, "files"> = {
    unit: minutes.unit.name,
    debate,
    topic: minutes.debate.topic,
    placeAndDate: placeAndDate(minutes),
    parts,
  };
  const { minutes: minutesName, lists: folder } = words.names;
  const files: ZipEntry[] = [
    { name: words.names.dossier, make: () => drawDossier(scope, debateId, props) },
    ...(["docx", "html"] as const).map((format) =>
      drawn(`${minutesName}.${format}`, paper.value.document, paper.value.props, format),
    ),
    ...lists.flatMap(({ name, list }): ZipEntry[] => [
      { name: `${folder}/${papers[name].slug}.csv`, make: async () => Buffer.from(listAsCsv(list)) },
      drawn(`${folder}/${papers[name].slug}.xlsx`, "list", list, "xlsx"),
    ]),
  ];
  for (const { id, name } of await listFiles(scope, debateId))
    files.push({ name: `${words.names.files}/${name}`, make: async () => (await getFile(scope, debateId, id)).bytes });
  const about = { debate, topic: minutes.debate.topic, unit: minutes.unit.name, createdAt: now };
  return allow({
    fileName: words.fileName(debate.replace("/", "-")),
    entries: [
      ...files,
      { name: words.manifest, make: async (before) => Buffer.from(manifestOf(about, before)) },
      { name: words.sums, make: async (before) => Buffer.from(sumsOf(before)) },
    ],
  });
}

type Archive = { entries: ZipEntry[]; fileName: string };

const LIST_NAMES = Object.keys(listPapers) as (keyof typeof listPapers)[];

/** A file that asks too much of the drawing stays beside the files of the debate: the others are worth having. */
async function drawDossier(scope: Scope, debateId: string, props: Omit<DossierProps, "files">) {
  const files = await listDossierFiles(scope, debateId);
  const draw = (shown: DossierFile[]) =>
    renderDocument("dossier", { ...props, files: shown }, { unit: scope.organizationId });
  return draw(files).catch((error) => {
    if (!(error instanceof DocumentFailed) || error.reason === "busy" || !files.length) throw error;
    return draw(files.map((file) => ({ ...file, content: "" })));
  });
}

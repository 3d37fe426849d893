import { listItems } from "~/domain/agenda/queries.server";
import { getFile, listFiles } from "~/domain/minutes/queries.files.server";
import { getPaper as getMinutes } from "~/domain/minutes/queries.server";
import { placeAndDate } from "~/domain/minutes/rules.sections";
import { may } from "~/domain/organizations/policy";
import { renderDocument } from "~/platform/documents.server";
import type { DocumentFormat } from "~/platform/documents-worker";
import { typeset } from "~/platform/language";
import { type List, listAsCsv } from "~/platform/lists";
import { allow, type Outcome } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { formatShort } from "~/platform/time";
import type { ZipEntry } from "~/platform/zip.server";
import type { CalendarDate } from "~db/vocabulary";
import type { DossierPart, DossierProps } from "./document.dossier.server";
import { dossier, archive as words } from "./messages.archive.pl";
import { papers } from "./messages.pl";
import { listPapers } from "./queries.lists.server";
import { getPaper } from "./queries.server";
import { kindOf, type Missing, type PaperName, paperNames } from "./rules";
import { IN_DOSSIER, inDossier, manifestOf, sumsOf } from "./rules.archive";
import { readAddress } from "./schema";

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
    LIST_NAMES.filter((name) => isFor(scope, name)).map(async (name) => {
      const { props } = await listPapers[name](scope, debateId, {}, now);
      return { name, list: props as List };
    }),
  );
  const parts = await dossierParts(scope, debateId, lists, now);
  const props: DossierProps = {
    unit: minutes.unit.name,
    debate,
    topic: minutes.debate.topic,
    placeAndDate: placeAndDate(minutes),
    parts,
  };
  const { minutes: minutesName, lists: folder } = words.names;
  const files: ZipEntry[] = [
    drawn(words.names.dossier, "dossier", props, "pdf"),
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

/** A paper that has nothing to say today is no reason to have no archive. */
const orNothing = (thrown: unknown) => {
  if (!(thrown instanceof Response)) throw thrown;
};

/** What somebody may not open alone is not opened for them in a whole. */
const isFor = ({ role }: Scope, name: PaperName) => {
  const { ability } = kindOf(name);
  return !ability || may(role, ability);
};

const LIST_NAMES = Object.keys(listPapers) as (keyof typeof listPapers)[];

type Lists = { name: keyof typeof listPapers; list: List }[];

/** The papers that can be had, in the order of an evening, and what is only a list. */
async function dossierParts(scope: Scope, debateId: string, lists: Lists, now: Date): Promise<DossierPart[]> {
  const parts: DossierPart[] = [await agendaPart(scope, debateId)];
  for (const name of paperNames.filter((each) => inDossier(each) && isFor(scope, each))) {
    const asked = readAddress(`${papers[name].slug}.pdf`, new URLSearchParams());
    const paper = asked && (await getPaper(scope, debateId, asked, now).catch(orNothing));
    if (!paper?.ok) continue;
    const { document, props } = paper.value;
    parts.push({ kind: "paper", title: papers[name].title, document, props });
  }
  for (const { name, list } of lists.filter(({ list: { rows } }) => rows.length > 0))
    parts.push(tableOf(papers[name].title, list, IN_DOSSIER[name]));
  return parts;
}

async function agendaPart(scope: Scope, debateId: string): Promise<DossierPart> {
  const { agendaColumns: heads } = dossier;
  const items = await listItems(scope, debateId);
  return {
    kind: "table",
    title: dossier.agenda,
    columns: [
      { header: heads.position, width: 30 },
      { header: heads.title, width: 240 },
      { header: heads.presenter, width: 150 },
      { header: heads.minutes, width: 50 },
    ],
    rows: items.map(({ title, presenter, minutes }, i) => [`${i + 1}.`, title, presenter, dossier.minutes(minutes)]),
  };
}

/** „30.04.2026” stands in one line. */
const NARROWEST = 20;

/** A page has room for the columns that matter. */
function tableOf(title: string, { columns, rows }: List, shown: readonly number[]): DossierPart {
  return {
    kind: "table",
    title,
    columns: shown.map((i) => ({
      header: columns[i]?.label ?? "",
      width: Math.max(NARROWEST, columns[i]?.width ?? 0),
    })),
    rows: rows.map((row) => shown.map((i) => cellOf(row[i] ?? "", columns[i]?.kind))),
  };
}

const cellOf = (cell: string | number, kind: string | undefined) =>
  kind === "date" && cell ? formatShort(cell as CalendarDate) : typeset(String(cell));

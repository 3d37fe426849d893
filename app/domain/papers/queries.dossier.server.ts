import { listItems } from "~/domain/agenda/queries.server";
import { listPrintedLetters, withoutLinks } from "~/domain/invitations/queries.papers.server";
import { correction } from "~/domain/minutes/messages.correction.pl";
import { messages as fileWords } from "~/domain/minutes/messages.files.pl";
import { findEdition, listEditions } from "~/domain/minutes/queries.editions.server";
import { getFile, listFiles } from "~/domain/minutes/queries.files.server";
import { typeset } from "~/platform/language";
import { absolute } from "~/platform/links.server";
import type { List } from "~/platform/lists";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { formatShort } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";
import type { DossierFile, DossierPart } from "./document.dossier.server";
import { dossier, archive as words } from "./messages.archive.pl";
import { papers } from "./messages.pl";
import type { listPapers } from "./queries.lists.server";
import { getPaper } from "./queries.server";
import type { PaperName } from "./rules";
import { DOSSIER, enclosedOf, IN_DOSSIER, isFor, WIDTHS } from "./rules.archive";
import { readAddress } from "./schema";

/** The attachments, with what is printed of them. */
export async function listDossierFiles(scope: Scope, debateId: string): Promise<DossierFile[]> {
  const all = await listFiles(scope, debateId);
  const printed = enclosedOf(all);
  const files: DossierFile[] = [];
  for (const [i, file] of all.entries())
    files.push({
      no: i + 1,
      title: file.title,
      name: `${words.names.files}/${file.name}`,
      mediaType: file.mediaType,
      kind: fileWords.kinds[file.mediaType] ?? file.mediaType,
      size: fileWords.sizeOf(file.size),
      addedBy: `${formatShort(file.createdAt)}, ${file.addedBy}`,
      sha256: file.sha256,
      content: printed.has(file) ? (await getFile(scope, debateId, file.id)).bytes.toString("base64") : "",
    });
  return files;
}

/** A paper that has nothing to say today is no reason to have no archive. */
const orNothing = (thrown: unknown) => {
  if (!(thrown instanceof Response)) throw thrown;
};

type Lists = { name: keyof typeof listPapers; list: List }[];

/** What there is for each place in the files; a paper that cannot be had yet leaves its place empty. */
export async function listDossierParts(
  scope: Scope,
  debateId: string,
  lists: Lists,
  now: Date,
): Promise<DossierPart[]> {
  const parts: DossierPart[] = [];
  for (const name of DOSSIER) {
    if (name === "agenda") parts.push(await agendaPart(scope, debateId));
    else if (name === "editions") parts.push(...(await editionParts(scope, debateId)));
    else if (name in IN_DOSSIER) parts.push(...lists.filter((each) => each.name === name).flatMap(listPart));
    else parts.push(...(await paperPart(scope, debateId, name, now)));
  }
  return parts;
}

async function paperPart(scope: Scope, debateId: string, name: PaperName, now: Date): Promise<DossierPart[]> {
  const asked = readAddress(`${papers[name].slug}.pdf`, new URLSearchParams());
  if (!asked || !isFor(scope.role, name)) return [];
  const paper = await getPaper(scope, debateId, asked, now).catch(orNothing);
  if (!paper?.ok) return [];
  const { document } = paper.value;
  const props =
    name === "invitations" ? withoutLinks(await listPrintedLetters(scope, debateId, "", now)) : paper.value.props;
  return [{ kind: "paper", title: papers[name].title, document, props }];
}

/** Texts that a correction has taken the place of; the valid one stands before them. */
async function editionParts(scope: Scope, debateId: string): Promise<DossierPart[]> {
  const parts: DossierPart[] = [];
  for (const { no } of await listEditions(scope, debateId)) {
    const { publishedAt: _, ...edition } = (await findEdition(scope, debateId, no, "internal")) ?? notFound();
    if (!edition.supersededBy) continue;
    parts.push({
      kind: "paper",
      title: dossier.edition(no, edition.document.number ?? ""),
      document: "minutes",
      props: { ...edition, origin: new URL(absolute("/")).origin },
      mark: correction.supersededMark,
    });
  }
  return parts;
}

const listPart = ({ name, list }: Lists[number]): DossierPart[] =>
  list.rows.length ? [tableOf(TITLES[name] ?? papers[name].title, list, IN_DOSSIER[name], WIDTHS[name])] : [];
const TITLES: Partial<Record<Lists[number]["name"], string>> = { motionList: dossier.motions };

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
function tableOf(
  title: string,
  { columns, rows }: List,
  shown: readonly number[],
  widths?: readonly number[],
): DossierPart {
  return {
    kind: "table",
    title,
    columns: shown.map((i, place) => ({
      header: columns[i]?.label ?? "",
      width: widths?.[place] ?? Math.max(NARROWEST, columns[i]?.width ?? 0),
    })),
    rows: rows.map((row) => shown.map((i) => cellOf(row[i] ?? "", columns[i]?.kind))),
  };
}

const cellOf = (cell: string | number, kind: string | undefined) =>
  kind === "date" && cell ? formatShort(cell as CalendarDate) : typeset(String(cell));

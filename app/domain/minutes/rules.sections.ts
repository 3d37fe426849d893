import { messages as motionWords } from "~/domain/motions/messages.pl";
import { typeset } from "~/platform/language";
import { calendarDate, formatDate, formatHours, formatLongWithTime, formatShort, warsawDate } from "~/platform/time";
import { paper } from "./messages.document.pl";
import type { MinutesDocument, PaperColumn } from "./rules";
import { outcomeSentence } from "./rules.outcomes";
import { carriedColumns, carriedRows, reportedColumns, reportedRows } from "./rules.reported";

/** The paper as headings, words and tables, so that the PDF and the page say the same in the same order. */
export type Block =
  | { kind: "facts"; rows: { label: string; value: string }[] }
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  | { kind: "note"; text: string }
  | { kind: "list"; items: string[]; numbered: boolean }
  | { kind: "table"; caption: string; columns: PaperColumn[]; rows: string[][] };

export const SECTIONS = [
  "time",
  "people",
  "participants",
  "agenda",
  "course",
  "reported",
  "motions",
  "tasks",
  "survey",
  "next",
  "attachments",
  "end",
] as const;
export type SectionName = (typeof SECTIONS)[number];
export type Section = { name: SectionName; no: number; id: string; title: string; blocks: Block[] };

export const sectionsOf = (document: MinutesDocument): Section[] =>
  SECTIONS.map((name, i) => ({
    name,
    no: i + 1,
    id: `s${i + 1}`,
    title: typeset(`${i + 1}. ${paper.sections[name]}`),
    blocks: BLOCKS[name](document),
  }));

/** „z debaty społecznej pn. „…””, „temat: …”, „rodzaj: …”: what stands below the number. */
export function titleLines({ debate }: MinutesDocument): string[] {
  const { of, kind } = paper.kinds[debate.kind];
  return [...paper.called(of, debate.cycleTitle), paper.topic(debate.topic), ...(kind ? [paper.kind(kind)] : [])].map(
    typeset,
  );
}

const text = (words: string): Block => ({ kind: "text", text: typeset(words) });
const ITEM = /^[–•*-]\s+/;

/** A line is a paragraph; lines that begin with a dash are a list, and tagged as one. */
function paragraphs(words: string): Block[] {
  const blocks: Block[] = [];
  for (const line of words.split(/\n+/).filter((each) => each.trim())) {
    const last = blocks.at(-1);
    if (!ITEM.test(line)) blocks.push(text(line));
    else if (last?.kind === "list") last.items.push(typeset(line.replace(ITEM, "")));
    else blocks.push({ kind: "list", items: [typeset(line.replace(ITEM, ""))], numbered: false });
  }
  return blocks;
}
const orElse = (blocks: Block[], sentence: string): Block[] => (blocks.length ? blocks : [text(sentence)]);
const facts = (rows: [label: string, value: string][]): Block => ({
  kind: "facts",
  rows: rows.filter(([, value]) => value).map(([label, value]) => ({ label, value: typeset(value) })),
});
const table = (caption: string, columns: PaperColumn[], rows: string[][]): Block[] =>
  rows.length ? [{ kind: "table", caption, columns, rows: rows.map((row) => row.map(typeset)) }] : [];
const onDay = (date: string) => calendarDate(date);

const BLOCKS: Record<SectionName, (document: MinutesDocument) => Block[]> = {
  time: (document) => {
    const { debate } = document;
    const { labels } = paper;
    return [
      facts([
        [labels.debate, `nr ${debate.number}/${debate.year}`],
        [labels.term, formatLongWithTime(begunAt(document), endedAt(document) ?? undefined)],
        [labels.place, [debate.venueName, debate.venueAddress].filter(Boolean).join(", ")],
      ]),
    ];
  },
  people: ({ unit, debate }) => {
    const { labels } = paper;
    return [
      facts([
        [labels.organizer, [unit.headOffice || unit.name, unit.department].filter(Boolean).join(", ")],
        [labels.coOrganizer, debate.coOrganizer],
        [labels.chair, debate.chair],
        [labels.moderator, debate.moderator],
        [labels.minuteTaker, debate.minuteTaker],
      ]),
    ];
  },
  participants: (document) => [
    headCountFacts(document),
    ...orElse(guestTable(document), paper.empty.guests),
    ...absentNote(document),
  ],
  agenda: ({ items }) => {
    const lines = items.map(({ title, presenter }) => typeset(paper.agendaLine(title, presenter)));
    return lines.length ? [{ kind: "list", items: lines, numbered: true }] : [text(paper.empty.agenda)];
  },
  course: ({ items }) =>
    orElse(
      items.flatMap(({ no, title, text }) => [
        { kind: "heading", text: typeset(paper.item(no, title)) },
        ...orElse(paragraphs(text), paper.empty.course),
      ]),
      paper.empty.course,
    ),
  reported: reportedBlocks,
  motions: (document) =>
    orElse(motionTable(document), document.version === "public" ? paper.empty.motionsPublic : paper.empty.motions),
  tasks: (document) => [
    ...paragraphs(document.findings),
    ...orElse(
      taskTable(document),
      document.version === "public" ? paper.empty.tasksPublic : document.findings ? "" : paper.empty.tasks,
    ).filter((block) => block.kind !== "text" || block.text),
    ...carriedBlocks(document),
  ],
  survey: ({ survey }) => orElse(paragraphs(survey), paper.empty.survey),
  next: ({ debate: { evaluationOn } }) => [
    text(evaluationOn ? `${paper.next(formatDate(onDay(evaluationOn)))}` : paper.empty.next),
  ],
  attachments: ({ attachments }) =>
    attachments.length
      ? [{ kind: "list", items: attachments.map(typeset), numbered: true }]
      : [text(paper.empty.attachments)],
  end: (document) => {
    const end = endedAt(document);
    const what = paper.kinds[document.debate.kind].ended;
    return [text(end ? paper.ended(what, formatHours(end)) : paper.notEnded)];
  },
};

/** Somebody may open the evening early in the system; the first item tells when people really began. */
export function begunAt({ debate, items, corrected }: MinutesDocument): Date {
  if (corrected?.begunAt) return new Date(corrected.begunAt);
  const first = items.find(({ startedAt }) => startedAt)?.startedAt;
  return new Date(first ?? sameDay(debate.openedAt, debate.startsAt) ?? debate.startsAt);
}

/** The last item tells when it was over; „zakończ” may be pressed at home or on the next morning. */
export function endedAt({ debate, items, corrected }: MinutesDocument): Date | null {
  if (corrected?.endedAt) return new Date(corrected.endedAt);
  const last = items
    .map(({ finishedAt }) => finishedAt)
    .filter((at) => at !== null)
    .sort()
    .at(-1);
  if (!debate.heldAt) return null;
  return new Date(last ?? sameDay(debate.heldAt, debate.startsAt) ?? debate.endsAt);
}

const sameDay = (instant: string | null, day: string) =>
  instant && warsawDate(new Date(instant)) === warsawDate(new Date(day)) ? instant : null;

function headCountFacts({ headCounts }: MinutesDocument): Block {
  const counted = headCounts.filter(({ count }) => count > 0);
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const { labels } = paper;
  const groups = counted.map(({ group, count }) => `${labels.groups[group]} – ${count}`).join(", ");
  return facts([[labels.total, total ? `${total}${groups ? `, w tym: ${groups}` : ""}` : paper.empty.counts]]);
}

function guestTable({ guests, version }: MinutesDocument): Block[] {
  const { columns, captions, empty } = paper;
  const isInternal = version === "internal";
  return table(
    captions.guests,
    [
      { header: columns.position, width: 26, isNumber: true },
      { header: columns.body, width: 130 },
      { header: columns.post, width: 118, isRowHeader: true },
      ...(isInternal ? [{ header: columns.person, width: 108 }] : []),
      { header: columns.standsFor, width: 92 },
    ],
    guests.map(({ bodyName, post, personName, standsFor }, i) => [
      `${i + 1}.`,
      bodyName,
      post || empty.representative,
      ...(isInternal ? [personName || empty.nobody] : []),
      standsFor || empty.nobody,
    ]),
  );
}

function absentNote({ absent }: MinutesDocument): Block[] {
  const people = absent.map(({ officeTitle, bodyName, excused }) => paper.absentOne(officeTitle, bodyName, excused));
  return people.length ? [{ kind: "note", text: typeset(paper.absent(people)) }] : [];
}

function reportedBlocks(document: MinutesDocument): Block[] {
  const { reported, debate } = document;
  if (reported.length === 0) return [text(paper.empty.reported)];
  const { earlier } = debate;
  const lead = earlier
    ? [text(paper.earlier(`${earlier.number}/${earlier.year}`, formatDate(onDay(earlier.heldOn))))]
    : [];
  const votes = reported.some((row) => row.votes) ? [{ kind: "note" as const, text: typeset(paper.votesNote) }] : [];
  return [...lead, ...table(paper.captions.reported, reportedColumns(reported), reportedRows(reported)), ...votes];
}

/** Under a heading of its own: the numbers are another debate's. */
function carriedBlocks({ carried = [] }: MinutesDocument): Block[] {
  const { captions } = paper;
  const rows = table(captions.carried, carriedColumns(), carriedRows(carried));
  return rows.length > 0 ? [{ kind: "heading", text: typeset(captions.carried) }, ...rows] : [];
}

function motionTable({ motions }: MinutesDocument): Block[] {
  const { columns, captions, empty } = paper;
  return table(
    captions.motions,
    [
      { header: columns.number, width: 54, isRowHeader: true },
      { header: columns.category, width: 72, isMinor: true },
      { header: columns.place, width: 78, isMinor: true },
      { header: columns.motion, width: 140 },
      { header: columns.outcome, width: 124 },
    ],
    motions.map((motion) => [
      motion.number,
      motionWords.categories[motion.category],
      motion.place || empty.nobody,
      motion.text,
      outcomeSentence(motion),
    ]),
  );
}

function taskTable({ tasks }: MinutesDocument): Block[] {
  const { columns, captions, empty } = paper;
  return table(
    captions.tasks,
    [
      { header: columns.number, width: 28, isRowHeader: true },
      { header: columns.task, width: 154 },
      { header: columns.owner, width: 108 },
      { header: columns.supporters, width: 96, isMinor: true },
      { header: columns.due, width: 82 },
    ],
    tasks.map(({ number, title, owner, supporters, dueOn, dueBasis }) => [
      number,
      title,
      owner,
      supporters.join(", ") || empty.nobody,
      paper.due(formatShort(onDay(dueOn)), dueBasis),
    ]),
  );
}

/** „Nowa Łąka, dnia 23 marca 2026 r.” */
export const placeAndDate = ({ unit, drawnUpOn }: MinutesDocument) =>
  typeset(paper.placeAndDate(unit.locality, drawnUpOn && formatDate(onDay(drawnUpOn))));

export const approvalLine = ({ approvedAt, approvedBy }: MinutesDocument) =>
  approvedAt ? typeset(paper.approvedOn(formatDate(new Date(approvedAt)), approvedBy)) : "";

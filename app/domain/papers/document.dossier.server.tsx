import type { ReactNode } from "react";
import { a4 } from "~/platform/pdf/a4";
import { Box } from "~/platform/pdf/box";
import { Letterhead, Title } from "~/platform/pdf/official";
import type { Enclosure, Sheet } from "~/platform/pdf/sheet";
import { Facts, Table } from "~/platform/pdf/table";
import { Note } from "~/platform/pdf/text";
import { dossier as words } from "./messages.archive.pl";

/** A paper as its own document draws it, or a list as a table. */
export type DossierPart =
  | { kind: "paper"; title: string; document: string; props: unknown; mark?: string }
  | { kind: "table"; title: string; columns: { header: string; width: number }[]; rows: string[][] };

export type DossierProps = {
  unit: string;
  debate: string;
  topic: string;
  placeAndDate: string;
  parts: DossierPart[];
  files: DossierFile[];
};

/** `content`: base64, and nothing where it is not printed. */
export type DossierFile = {
  no: number;
  title: string;
  name: string;
  mediaType: string;
  kind: string;
  size: string;
  addedBy: string;
  sha256: string;
  content: string;
};

type Draw = (document: string, props: never) => Sheet;

/** All papers of a debate as one: numbered through, with a first page that says where each begins. */
export const dossierSheet =
  (draw: Draw) =>
  ({ unit, debate, topic, placeAndDate, parts, files }: DossierProps): Sheet => {
    const papers = parts.flatMap((part) => bodiesOf(part, draw).map((body, i) => ({ part, body, isFirst: i === 0 })));
    const title = words.title(debate);
    const marked = (mark?: string) =>
      a4({ title, author: unit, subject: topic, footer: title, leaf: words.leaf, mark }, null);
    const sheet = marked();
    const marks = new Map(
      parts.map((part) => ("mark" in part ? part.mark : undefined)).map((mark) => [mark, marked(mark)]),
    );
    const contents = (starts: readonly number[]) => (
      <Article>
        <Letterhead unit={unit} details={[words.version]} placeAndDate={placeAndDate} />
        <Title lines={[topic, words.lead]}>{title}</Title>
        <Table
          rows={[
            ...papers.flatMap(({ part, isFirst }, i) =>
              isFirst ? [{ title: part.title, start: starts[i] ?? 0 }] : [],
            ),
            ...files.map((file, i) => ({
              title: words.file.title(file.no, file.title),
              start: starts[papers.length + i] ?? 0,
            })),
          ]}
          columns={[
            { header: words.columns.position, width: 26, align: "right", cell: (_, i) => `${i + 1}.` },
            { header: words.columns.paper, width: 360, rowHeader: true, cell: ({ title }) => title },
            { header: words.columns.start, width: 60, align: "right", cell: ({ start }) => String(start) },
          ]}
        />
        <Note>{words.note}</Note>
      </Article>
    );
    return {
      ...sheet,
      contents,
      bodies: papers.map(({ body }) => body),
      enclosures: files.map(enclosureOf),
      chrome: (_page, _pages, whole) => {
        const part = papers[whole.body]?.part;
        return (marks.get(part && "mark" in part ? part.mark : undefined) ?? sheet).chrome(
          whole.page,
          whole.pages,
          whole,
        );
      },
    };
  };

const Article = ({ children }: { children: ReactNode }) => <Box tag={{ role: "Art" }}>{children}</Box>;

/** Two lines of a fingerprint that are easy to compare. */
const inTwo = (sha256: string) => `${sha256.slice(0, 32)} ${sha256.slice(32)}`;

/** A page that says which file it is, and behind it the file itself. */
const enclosureOf = ({ content, mediaType, ...file }: DossierFile): Enclosure => ({
  mediaType,
  content,
  alt: (page, pages) => words.file.alt(file.no, file.title, page, pages),
  body: (pages) => (
    <Article>
      <Title>{words.file.title(file.no, file.title)}</Title>
      <Facts
        rows={[
          { label: words.file.name, value: file.name },
          { label: words.file.kind, value: file.kind },
          { label: words.file.size, value: file.size },
          { label: words.file.addedBy, value: file.addedBy },
          { label: words.file.sha256, value: inTwo(file.sha256) },
          ...(pages.length ? [{ label: words.file.pages, value: String(pages.length) }] : []),
        ]}
      />
      {pages.length ? pages : <Note>{words.file.apart}</Note>}
    </Article>
  ),
});

/** Each in the type of its own paper. */
function bodiesOf(part: DossierPart, draw: Draw): ReactNode[] {
  if (part.kind === "table") return [<ListBody key="list" {...part} />];
  const { bodies, style, areArticles } = draw(part.document, part.props as never);
  const look = { fontSize: style.fontSize, lineHeight: style.lineHeight };
  return bodies.map((body, i) => (
    <Box key={i} tag={areArticles ? undefined : { role: "Art" }} style={look}>
      {body}
    </Box>
  ));
}

const ListBody = ({ title, columns, rows }: Extract<DossierPart, { kind: "table" }>) => (
  <Article>
    <Title>{title}</Title>
    <Table
      rows={rows}
      empty={words.empty}
      columns={columns.map(({ header, width }, i) => ({
        header,
        width,
        rowHeader: i === 0,
        cell: (row: string[]) => row[i] ?? "",
      }))}
    />
  </Article>
);

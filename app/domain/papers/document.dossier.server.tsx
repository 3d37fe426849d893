import type { ReactNode } from "react";
import { a4 } from "~/platform/pdf/a4";
import { Box } from "~/platform/pdf/box";
import { Letterhead, Title } from "~/platform/pdf/official";
import type { Sheet } from "~/platform/pdf/sheet";
import { Table } from "~/platform/pdf/table";
import { Note } from "~/platform/pdf/text";
import { dossier as words } from "./messages.archive.pl";

/** A paper as its own document draws it, or a list as a table. */
export type DossierPart =
  | { kind: "paper"; title: string; document: string; props: unknown }
  | { kind: "table"; title: string; columns: { header: string; width: number }[]; rows: string[][] };

export type DossierProps = {
  unit: string;
  debate: string;
  topic: string;
  placeAndDate: string;
  parts: DossierPart[];
};

type Draw = (document: string, props: never) => Sheet;

/** All papers of a debate as one: numbered through, with a first page that says where each begins. */
export const dossierSheet =
  (draw: Draw) =>
  ({ unit, debate, topic, placeAndDate, parts }: DossierProps): Sheet => {
    const papers = parts.flatMap((part) => bodiesOf(part, draw).map((body, i) => ({ part, body, isFirst: i === 0 })));
    const sheet = a4({ title: words.title(debate), author: unit, subject: topic, footer: words.title(debate) }, null);
    const contents = (starts: readonly number[]) => (
      <Article>
        <Letterhead unit={unit} details={[words.version]} placeAndDate={placeAndDate} />
        <Title lines={[topic, words.lead]}>{words.title(debate)}</Title>
        <Table
          rows={papers.flatMap(({ part, isFirst }, i) =>
            isFirst ? [{ title: part.title, start: starts[i] ?? 0 }] : [],
          )}
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
      chrome: (_page, _pages, { page, pages }) => sheet.chrome(page, pages, { page, pages }),
    };
  };

const Article = ({ children }: { children: ReactNode }) => <Box tag={{ role: "Art" }}>{children}</Box>;

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

import { typeset } from "~/platform/language";
import { Box, ink, size, TextBox } from "~/platform/pdf/box";
import { cleanLine } from "~/platform/pdf/clean-text";
import { FONT_FAMILY } from "~/platform/pdf/fonts";
import { FormTable } from "~/platform/pdf/form-table";
import { Letterhead, Title } from "~/platform/pdf/official";
import type { Sheet } from "~/platform/pdf/sheet";
import { Facts } from "~/platform/pdf/table";
import { A, Note } from "~/platform/pdf/text";
import { list } from "./messages.list.pl";
import type { AttendanceListProps } from "./queries.list.server";

const PAGE = { width: 595.28, height: 841.89 };
const SIDE = 46;
const MARGIN = { top: 58, right: SIDE, bottom: 128, left: SIDE };
/** Eleven millimetres. */
const ROW = 31;

/** A form for pens: rows that a hand can sign in, empty ones for whom nobody expected, totals and a notice on each page. */
export function attendanceListSheet(props: AttendanceListProps): Sheet {
  const { unit, number, topic, term, place, rows, blanks, privacy } = props;
  const { columns, labels } = list;
  return {
    meta: { title: `${list.title} – ${topic}`, author: unit.name, subject: topic, lang: "pl-PL" },
    size: [PAGE.width, PAGE.height],
    margin: MARGIN,
    style: { fontFamily: FONT_FAMILY, fontSize: size.text, lineHeight: 1.4, color: ink.text },
    bodies: [
      <>
        <Letterhead unit={typeset(unit.name)} details={[unit.department].filter(Boolean)} placeAndDate="" />
        <Title lines={[list.kind]}>{list.title}</Title>
        <Facts
          rows={[
            { label: labels.topic, value: typeset(topic) },
            { label: labels.term, value: typeset(term) },
            { label: labels.place, value: typeset(place) },
          ]}
        />
        <Note>
          {list.inTheFoot} <A href={privacy.address}>{privacy.address}</A>
        </Note>
        <FormTable
          rows={rows}
          blanks={blanks}
          rowHeight={ROW}
          columns={[
            { header: columns.no, width: 28, cell: (_, i) => `${i + 1}`, align: "center" },
            { header: columns.body, width: 128, cell: ({ body }) => typeset(body) },
            { header: columns.post, width: 108, cell: ({ post }) => typeset(post) },
            { header: columns.person, width: 112, cell: ({ person }) => typeset(person), isStrong: true },
            { header: columns.signature, width: 128 },
          ]}
        />
      </>,
    ],
    chrome: (page, pages) => <Frame page={page} pages={pages} number={number} topic={topic} privacy={privacy} />,
  };
}

/** The frame of a page breaks no words. */
const short = (text: string, longest: number) => cleanLine(text, longest).replace(/\S{60}/gu, "$& ");

type FrameProps = Pick<AttendanceListProps, "number" | "topic" | "privacy"> & { page: number; pages: number };

function Frame({ page, pages, number, topic, privacy: { controller, officer, address } }: FrameProps) {
  const across = { position: "absolute", left: SIDE, right: SIDE };
  const small = { fontSize: size.small, lineHeight: 1.3, color: ink.soft };
  return (
    <>
      {page > 1 ? (
        <TextBox style={{ ...across, ...small, top: 32 }}>{cleanLine(`${list.title} – ${topic}`, 95)}</TextBox>
      ) : null}
      <Box style={{ ...across, bottom: 100, flexDirection: "row", justifyContent: "space-between" }}>
        <TextBox style={{ fontSize: 9.5, fontWeight: 700, lineHeight: 1.3 }}>{list.onThisPage}</TextBox>
        {page === pages ? (
          <TextBox style={{ fontSize: 9.5, fontWeight: 700, lineHeight: 1.3 }}>{list.inAll}</TextBox>
        ) : null}
      </Box>
      <Box style={{ ...across, bottom: 34, height: 58, borderTopWidth: 0.4, borderColor: ink.hairline, paddingTop: 5 }}>
        <TextBox style={{ fontSize: 7, lineHeight: 1.35, color: ink.soft }}>
          {typeset(list.privacy(short(controller, 160), short(officer, 120), short(address, 120)))}
        </TextBox>
      </Box>
      <TextBox style={{ ...across, ...small, bottom: 22, right: SIDE + 80 }}>{list.footer(number)}</TextBox>
      <TextBox style={{ ...across, ...small, bottom: 22, textAlign: "right" }}>{`strona ${page} z ${pages}`}</TextBox>
    </>
  );
}

import { Fragment } from "react";
import { typeset } from "~/platform/language";
import { a4 } from "~/platform/pdf/a4";
import { Letterhead, Signatures, Title } from "~/platform/pdf/official";
import type { Sheet } from "~/platform/pdf/sheet";
import { Facts, Table } from "~/platform/pdf/table";
import { A, H2, H3, Lead, List, Note, P } from "~/platform/pdf/text";
import { formatDate } from "~/platform/time";
import { correction } from "./messages.correction.pl";
import { paper } from "./messages.document.pl";
import { type MinutesDocument, SHORT_HASH, shortHash } from "./rules";
import { correctedLine, correctionsOf } from "./rules.correction";
import { approvalLine, type Block, placeAndDate, sectionsOf, titleLines } from "./rules.sections";
import { signaturesOf } from "./rules.signatures";

export type MinutesSheetProps = {
  document: MinutesDocument;
  /** Of the approved text; none before. */
  sha256: string | null;
  /** Where the service answers, "https://debata.example". */
  origin: string;
  /** The correction that took its place; the frozen text itself stays untouched. */
  supersededBy?: { no: number; on: string } | null;
};

/** PROTOKÓŁ Z DEBATY SPOŁECZNEJ on paper: the twelve sections, the signatures, who gets a copy. */
export function minutesSheet({ document, sha256, origin, supersededBy }: MinutesSheetProps): Sheet {
  const { unit, debate, number, approvedAt, version } = document;
  const isDraft = approvedAt === null;
  const address = sha256 && `${origin}/verify/${sha256.slice(0, SHORT_HASH)}`;
  const lines = [...titleLines(document), ...correctedLine(document)];
  const replaced = supersededBy && correction.superseded(supersededBy.no, formatDate(new Date(supersededBy.on)));
  return a4(
    {
      title: `${paper.heading(number)} ${paper.called(paper.kinds[debate.kind].of, debate.cycleTitle).join(" ")}`,
      author: unit.name,
      subject: debate.topic,
      mark: isDraft ? paper.draftMark : replaced ? correction.supersededMark : undefined,
      runningHead: `${paper.heading(number)} ${paper.kinds[debate.kind].of}`,
      qr: address ?? undefined,
      footer: sha256 && address ? footer(sha256, address) : paper.footerDraft(`${debate.number}/${debate.year}`),
      created: approvedAt ? new Date(approvedAt) : undefined,
    },
    <>
      <Letterhead
        unit={unit.name}
        details={[unit.department, paper.versions[version], version === "internal" ? paper.reference : ""].filter(
          Boolean,
        )}
        placeAndDate={placeAndDate(document)}
      />
      <Title lines={[...lines, ...(isDraft ? [paper.draftNote] : []), ...(replaced ? [replaced] : [])]}>
        {paper.headingCaps(number)}
      </Title>
      {correctionsOf(document).map(({ no, title, blocks }) => (
        <Fragment key={`correction ${no}`}>
          <H2>{title}</H2>
          {blocks.map((block, i) => (
            <Printed key={i} block={block} leads={false} />
          ))}
        </Fragment>
      ))}
      {sectionsOf(document).map(({ no, title, blocks }) => (
        <Fragment key={no}>
          <H2>{title}</H2>
          {blocks.map((block, i) => (
            <Printed key={i} block={block} leads={blocks[i + 1]?.kind === "table"} />
          ))}
        </Fragment>
      ))}
      <Signatures people={signaturesOf(document)} />
      <Foot document={document} sha256={sha256} address={address} />
    </>,
  );
}

/** As much as stands beside „strona 1 z 5”: half an address would lead nowhere. */
const FOOTER_LENGTH = 88;

function footer(sha256: string, address: string) {
  const choices = paper.footer(shortHash(sha256), address.replace(/^https?:\/\//, ""));
  return choices.find(({ length }) => length <= FOOTER_LENGTH) ?? shortHash(sha256);
}

/** `leads`: a sentence before a table stays with it. */
function Printed({ block, leads }: { block: Block; leads: boolean }) {
  switch (block.kind) {
    case "facts":
      return <Facts rows={block.rows} />;
    case "heading":
      return <H3>{block.text}</H3>;
    case "note":
      return <Note>{block.text}</Note>;
    case "list":
      return <List items={block.items} numbered={block.numbered} />;
    case "table":
      return (
        <Table
          rows={block.rows}
          columns={block.columns.map(({ header, width, isRowHeader, isNumber }, i) => ({
            header,
            width,
            rowHeader: isRowHeader,
            align: isNumber ? "right" : "left",
            cell: (row: string[]) => row[i],
          }))}
        />
      );
    default:
      return leads ? <Lead>{block.text}</Lead> : <P>{block.text}</P>;
  }
}

type FootProps = { document: MinutesDocument; sha256: string | null; address: string | null };

function Foot({ document, sha256, address }: FootProps) {
  const { distribution } = document;
  return (
    <>
      {distribution.length > 0 && (
        <>
          <H2>{paper.distribution}</H2>
          <List items={distribution} />
          <Note>{typeset(paper.copies(distribution.length))}</Note>
        </>
      )}
      {sha256 && address && (
        <>
          <H2>{paper.document}</H2>
          <Note>{approvalLine(document)}</Note>
          <Note>{paper.fingerprint(sha256)}</Note>
          <Note>
            {paper.verify} <A href={address}>{address}</A>
          </Note>
        </>
      )}
    </>
  );
}

import { typeset } from "~/platform/language";
import { a4 } from "~/platform/pdf/a4";
import { Letterhead, Signatures, Title } from "~/platform/pdf/official";
import type { Sheet } from "~/platform/pdf/sheet";
import { Facts, Table } from "~/platform/pdf/table";
import { H2, Lead, P } from "~/platform/pdf/text";
import { calendarDate, formatDate } from "~/platform/time";
import { type ComposedAgreement, report as words } from "./messages.report.pl";

export type AgreementProps = {
  unit: { name: string; department: string; locality: string; headOffice: string };
  day: string;
  agreement: ComposedAgreement;
};

/** What was agreed, what was served for it, and what is left of both services and money. */
export function agreementSheet({ unit, day, agreement }: AgreementProps): Sheet {
  const { sections, columns } = words;
  const asOf = words.asOf(formatDate(calendarDate(day)));
  const numbered = numbering();
  return a4(
    { title: words.title(agreement.subject), author: unit.name, subject: agreement.subject, footer: typeset(asOf) },
    <>
      <Letterhead
        unit={unit.name}
        details={[unit.department].filter(Boolean)}
        placeAndDate={typeset([unit.locality, `dnia ${formatDate(calendarDate(day))}`].filter(Boolean).join(", "))}
      />
      <Title lines={[typeset(agreement.subject)]}>{words.caps}</Title>
      <H2>{numbered(sections.terms)}</H2>
      <Facts rows={agreement.facts.map(({ label, value }) => ({ label, value: typeset(value) }))} />
      <H2>{numbered(sections.summary)}</H2>
      <Lead>{typeset(`${asOf}:`)}</Lead>
      <Table
        rows={agreement.summary}
        columns={[
          { header: columns.what, width: 240, rowHeader: true, cell: ({ label }) => label },
          { header: columns.services, width: 100, align: "right", cell: ({ services }) => services },
          { header: columns.money, width: 128, align: "right", cell: ({ money }) => money },
        ]}
      />
      {agreement.text && <H2>{numbered(sections.text)}</H2>}
      {agreement.text.split(/\n+/).map((paragraph, i) => paragraph && <P key={i}>{typeset(paragraph)}</P>)}
      <H2>{numbered(sections.months)}</H2>
      <Table
        rows={agreement.months}
        columns={[
          { header: columns.month, width: 130, rowHeader: true, cell: ({ month }) => month },
          { header: columns.services, width: 60, align: "right", cell: ({ services }) => services },
          { header: columns.outcome, width: 278, cell: ({ outcome }) => typeset(outcome || "–") },
        ]}
      />
      <H2>{numbered(sections.entries)}</H2>
      {agreement.entries.length === 0 ? (
        <P>{words.noEntries}</P>
      ) : (
        <Table
          rows={agreement.entries}
          columns={[
            { header: columns.day, width: 64, rowHeader: true, cell: ({ day: usedOn }) => usedOn },
            { header: columns.services, width: 50, align: "right", cell: ({ services }) => services },
            { header: columns.place, width: 150, cell: ({ place }) => typeset(place || "–") },
            { header: columns.outcome, width: 204, cell: ({ outcome }) => typeset(outcome || "–") },
          ]}
        />
      )}
      <Signatures
        people={[{ role: words.signatures.author }, { role: words.signatures.head, name: typeset(unit.headOffice) }]}
      />
    </>,
  );
}

function numbering() {
  let last = 0;
  return (title: string) => `${++last}. ${title}`;
}

import { typeset } from "~/platform/language";
import { a4 } from "~/platform/pdf/a4";
import { Letterhead, Signatures, Title } from "~/platform/pdf/official";
import type { Sheet } from "~/platform/pdf/sheet";
import { Facts, Table } from "~/platform/pdf/table";
import { A, B, H2, H3, Lead, Note, P } from "~/platform/pdf/text";
import { calendarDate, formatDate } from "~/platform/time";
import type { DebateKind } from "~db/vocabulary";
import { type ComposedReport, report as words } from "./messages.report.pl";
import type { ReportVersion } from "./rules.report";

export type ReportProps = {
  unit: { name: string; department: string; locality: string; headOffice: string };
  debate: { kind: DebateKind; cycleTitle: string; topic: string; number: number; year: number; startsAt: string };
  version: ReportVersion;
  day: string;
  tracker: { href: string; shown: string };
  report: ComposedReport;
};

/** What became of everything that was raised at a debate, as of one day. */
export function reportSheet({ unit, debate, version, day, tracker, report }: ReportProps): Sheet {
  const number = `${debate.number}/${debate.year}`;
  const asOf = words.asOf(formatDate(calendarDate(day)));
  return a4(
    {
      title: words.title(number),
      author: unit.name,
      subject: debate.topic,
      footer: typeset(asOf),
    },
    <>
      <Letterhead
        unit={unit.name}
        details={[unit.department, words.versions[version]].filter(Boolean)}
        placeAndDate={typeset([unit.locality, `dnia ${formatDate(calendarDate(day))}`].filter(Boolean).join(", "))}
      />
      <Title lines={words.lines(debate.kind, debate.cycleTitle, debate.topic, new Date(debate.startsAt)).map(typeset)}>
        {words.caps}
      </Title>
      <H2>{`1. ${words.sections.figures}`}</H2>
      <Lead>{typeset(`${asOf}:`)}</Lead>
      <Table
        rows={report.figures}
        columns={[
          { header: words.columns.what, width: 380, rowHeader: true, cell: ({ label }) => typeset(label) },
          { header: words.columns.many, width: 88, align: "right", cell: ({ value }) => String(value) },
        ]}
      />
      <H2>{`2. ${words.sections.motions}`}</H2>
      <Motions report={report} />
      <H2>{`3. ${words.sections.tasks}`}</H2>
      {report.tasks.length === 0 && <P>{report.none.tasks}</P>}
      {report.tasks.map((task) => (
        <Task key={task.number} task={task} />
      ))}
      <Note>
        {words.tracker} <A href={tracker.href}>{tracker.shown}</A>
      </Note>
      <Signatures
        people={[{ role: words.signatures.author }, { role: words.signatures.head, name: typeset(unit.headOffice) }]}
      />
    </>,
  );
}

function Motions({ report: { motions, none } }: { report: ComposedReport }) {
  if (motions.length === 0) return <P>{none.motions}</P>;
  const { columns, nothing } = words;
  return (
    <Table
      rows={motions}
      columns={[
        { header: columns.number, width: 56, rowHeader: true, cell: ({ number }) => number },
        { header: columns.place, width: 92, cell: ({ place }) => typeset(place || nothing) },
        { header: columns.motion, width: 150, cell: ({ text }) => typeset(text) },
        { header: columns.state, width: 170, cell: (motion) => <State {...motion} /> },
      ]}
    />
  );
}

const State = ({ state, lines, tasks }: ComposedReport["motions"][number]) => (
  <>
    <B>{typeset([state, tasks && `(${tasks})`].filter(Boolean).join(" "))}</B>
    {lines.map((line) => `\n${typeset(line)}`)}
  </>
);

function Task({ task }: { task: ComposedReport["tasks"][number] }) {
  const { labels, columns, nothing } = words;
  const rows = [
    { label: labels.owner, value: task.owner },
    { label: labels.supporters, value: task.supporters },
    { label: labels.due, value: task.due },
    { label: labels.state, value: task.state },
    { label: labels.result, value: task.result },
    { label: labels.fulfilment, value: task.fulfilment },
    { label: labels.motionsOf, value: task.motions },
  ];
  return (
    <>
      <H3>{typeset(`${task.number}. ${task.title}`)}</H3>
      <Facts rows={rows.filter(({ value }) => value).map(({ label, value }) => ({ label, value: typeset(value) }))} />
      {task.history.length > 0 && (
        <Table
          rows={task.history}
          columns={[
            { header: columns.date, width: 62, rowHeader: true, cell: ({ date }) => date },
            { header: columns.who, width: 116, cell: ({ who }) => typeset(who) },
            { header: columns.news, width: 290, cell: ({ news }) => typeset(news || nothing) },
          ]}
        />
      )}
    </>
  );
}

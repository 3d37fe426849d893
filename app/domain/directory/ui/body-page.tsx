import type { ReactNode } from "react";
import { type CalendarDate, formatShort } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Empty } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel, Row, Rows } from "~/ui/panel";
import { type Column, Table } from "~/ui/table";
import { labels, pages, bodyPage as text } from "../messages.pages.pl";
import { bodyKinds } from "../messages.pl";
import type { loadBodyPage } from "../queries.page.server";

type Page = Awaited<ReturnType<typeof loadBodyPage>>;
type OfficeRow = Page["rows"][number];
type TermRow = Page["terms"][number];

type Props = Pick<Page, "body" | "rows" | "terms"> & {
  directory: string;
  mayOrganize: boolean;
  /** The open form, in place of the facts. */
  form?: ReactNode;
};

export function BodyPage({ body, rows, terms, directory, mayOrganize, form }: Props) {
  const own = `${directory}/bodies/${body.id}`;
  const isActive = body.archivedAt === null;
  return (
    <>
      <TopBar
        title={body.name}
        crumbs={[{ label: text.crumb, href: directory }, { label: body.name }]}
        sub={
          <>
            {!isActive && <Badge tone="stop">{text.archived}</Badge>} {bodyKinds[body.kind]}
          </>
        }
        actions={
          mayOrganize &&
          isActive && (
            <>
              <LinkButton href={`${own}?form=body`}>{text.edit}</LinkButton>
              <LinkButton look="primary" href={`${own}?form=office`}>
                {text.addOffice}
              </LinkButton>
            </>
          )
        }
      />
      <div className="cols">
        <div className="stack">
          <Panel title={text.offices} count={rows.length}>
            {rows.length > 0 ? (
              <Rows>
                {rows.map((row) => (
                  <OfficeItem key={row.officeId} row={row} own={own} mayChange={mayOrganize && isActive} />
                ))}
              </Rows>
            ) : (
              <div className="panel__body">
                <Empty title={text.noOffices.title}>
                  <p>{text.noOffices.text}</p>
                </Empty>
              </div>
            )}
          </Panel>
          <Panel title={text.history} count={terms.length} padded={terms.length === 0}>
            {terms.length > 0 ? (
              <Table caption={text.history} columns={TERM_COLUMNS} rows={terms} rowKey={({ id }) => id} />
            ) : (
              <p>{text.noHistory}</p>
            )}
          </Panel>
        </div>
        <aside className="stack">
          {form ?? <Data body={body} own={own} mayOrganize={mayOrganize} isActive={isActive} />}
        </aside>
      </div>
    </>
  );
}

type DataProps = { body: Page["body"]; own: string; mayOrganize: boolean; isActive: boolean };

function Data({ body, own, mayOrganize, isActive }: DataProps) {
  return (
    <Panel title={text.data} padded>
      <Facts
        items={(["area", "address", "email", "phone", "note"] as const).map((name) => ({
          term: labels[name],
          value: body[name],
        }))}
      />
      {mayOrganize && (
        <p className="cluster">
          {isActive && <Anchor href={`${own}?form=desk`}>{text.forms.desk.submit}</Anchor>}
          <Anchor href={`${own}?form=${isActive ? "archive" : "restore"}`}>
            {text.forms[isActive ? "archive" : "restore"].submit}
          </Anchor>
        </p>
      )}
    </Panel>
  );
}

/** Office and holder in one line, what stands on the envelope and in the letter below it. */
function OfficeItem({ row, own, mayChange }: { row: OfficeRow; own: string; mayChange: boolean }) {
  const { officeTitle, person, salutation, startsOn, endsOn, contact } = row;
  const facts = [salutation, startsOn && period(startsOn, endsOn), contact || pages.noContact];
  return (
    <Row
      title={`${officeTitle}: ${person || pages.vacant}`}
      sub={
        <>
          {facts.filter(Boolean).join(" · ")}
          {mayChange && <Actions row={row} own={own} />}
        </>
      }
    />
  );
}

function Actions({ row, own }: { row: OfficeRow; own: string }) {
  const link = (form: string, id: string, words: string) => (
    <Anchor href={`${own}?form=${form}&id=${id}`}>
      {words}
      <span className="vh"> – {row.officeTitle}</span>
    </Anchor>
  );
  return (
    <span className="cluster">
      {link("appoint", row.officeId, text.appoint)}
      {row.personId && link("person", row.personId, text.revisePerson)}
      {row.termId && row.endsOn === null && link("end", row.termId, text.endTerm)}
      {link("title", row.officeId, text.reviseOffice)}
    </span>
  );
}

const TERM_COLUMNS: Column<TermRow>[] = [
  {
    label: pages.columns.person,
    cell: ({ personRank, personName }) => [personRank, personName].filter(Boolean).join(" "),
  },
  { label: pages.columns.office, cell: ({ officeTitle }) => officeTitle },
  { label: pages.columns.term, cell: ({ startsOn, endsOn }) => period(startsOn, endsOn) },
];

function period(startsOn: CalendarDate | null, endsOn: CalendarDate | null) {
  if (!startsOn) return "–";
  return endsOn ? pages.period(formatShort(startsOn), formatShort(endsOn)) : pages.since(formatShort(startsOn));
}

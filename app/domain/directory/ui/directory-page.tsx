import { formatShort } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { LinkButton } from "~/ui/button";
import { Field, Select } from "~/ui/field";
import { Filters } from "~/ui/list-tools";
import { Empty, Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { type Column, Table } from "~/ui/table";
import { BODY_KINDS } from "~db/vocabulary";
import { competence } from "../messages.competence.pl";
import { labels, pages as text } from "../messages.pages.pl";
import { bodyKinds } from "../messages.pl";
import type { DirectoryRow } from "../queries.server";

type Props = {
  base: string;
  rows: DirectoryRow[];
  q: string;
  kind: string;
  archived: boolean;
  isCut: number | null;
  mayAdd: boolean;
};

export function DirectoryPage({ base, rows, q, kind, archived, isCut, mayAdd }: Props) {
  const isFiltered = Boolean(q || kind || archived);
  const bodies = new Set(rows.map(({ bodyId }) => bodyId)).size;
  const people = new Set(rows.flatMap(({ personId }) => personId ?? [])).size;
  const add = (
    <>
      <LinkButton href={`${base}/competence`}>{competence.link}</LinkButton>
      {mayAdd && (
        <LinkButton look="primary" href={`${base}/new`}>
          {text.add}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <TopBar title={text.title} sub={rows.length > 0 && text.sub(bodies, people)} actions={add} />
      {(rows.length > 0 || isFiltered) && <Search {...{ base, q, kind, archived, isFiltered }} />}
      {isCut !== null && (
        <Note>
          <p>{text.tooMany(isCut)}</p>
        </Note>
      )}
      {rows.length > 0 ? (
        <Panel label={text.caption}>
          <Table
            caption={text.caption}
            columns={columnsOf(base)}
            rows={rows}
            rowKey={({ bodyId, officeId, personId }) => [bodyId, officeId, personId].join()}
          />
        </Panel>
      ) : (
        <Nothing base={base} isFiltered={isFiltered} mayAdd={mayAdd} />
      )}
    </>
  );
}

type SearchProps = Pick<Props, "base" | "q" | "kind" | "archived"> & { isFiltered: boolean };

const Search = ({ base, q, kind, archived, isFiltered }: SearchProps) => (
  <Filters
    key={[q, kind, archived].join()}
    label={text.filterLabel}
    action={base}
    clearHref={isFiltered ? base : undefined}
  >
    <Field name="q" type="search" label={text.search} placeholder={text.searchHint} defaultValue={q} maxLength={200} />
    <Select
      name="rodzaj"
      label={labels.kind}
      defaultValue={kind}
      placeholder={text.allKinds}
      options={BODY_KINDS.map((value) => ({ value, label: bodyKinds[value] }))}
    />
    <Select
      name="zakres"
      label={text.which}
      defaultValue={archived ? "archiwum" : ""}
      placeholder={text.current}
      options={[{ value: "archiwum", label: text.archived }]}
    />
  </Filters>
);

function Nothing({ base, isFiltered, mayAdd }: { base: string; isFiltered: boolean; mayAdd: boolean }) {
  const words = isFiltered ? text.nothing : text.empty;
  const href = isFiltered ? base : `${base}/new`;
  return (
    <Empty title={words.title} action={(isFiltered || mayAdd) && <LinkButton href={href}>{words.action}</LinkButton>}>
      <p>{words.text}</p>
    </Empty>
  );
}

function columnsOf(base: string): Column<DirectoryRow>[] {
  const { columns } = text;
  return [
    {
      label: columns.body,
      cell: ({ bodyId, bodyName, bodyKind }) => (
        <>
          <Anchor href={`${base}/bodies/${bodyId}`}>{bodyName}</Anchor>
          <br />
          <span className="muted small">{bodyKinds[bodyKind]}</span>
        </>
      ),
    },
    {
      label: columns.office,
      cell: ({ officeTitle, personName, personRank }) => (
        <>
          {officeTitle || "–"}
          <br />
          <span className="muted small">
            {officeTitle && ([personRank, personName].filter(Boolean).join(" ") || text.vacant)}
          </span>
        </>
      ),
    },
    { label: columns.salutation, cell: ({ salutation }) => salutation || "–" },
    { label: columns.term, cell: ({ termStartsOn }) => (termStartsOn ? text.since(formatShort(termStartsOn)) : "–") },
    {
      label: columns.contact,
      cell: ({ email, phone }) => email || phone || text.noContact,
    },
  ];
}

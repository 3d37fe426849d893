import type { FormErrors } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Stats } from "~/ui/facts";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Alert, Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import type { SheetChange } from "../messages.cells.pl";
import { list } from "../messages.page.pl";
import { columns, type SheetColumn, sheet } from "../messages.sheet.pl";

type Frame = { home: string; formKey: string; errors?: FormErrors };

const Top = ({ home, title }: { home: string; title: string }) => (
  <TopBar title={title} crumbs={[{ label: list.title, href: `${home}/tasks` }, { label: sheet.title }]} />
);

type StartProps = Frame & { query: string; mayImport: boolean; isExpired: boolean };

/** There and back: what can be downloaded, what may be changed in it, and where it comes in again. */
export function SheetPage({ home, formKey, errors, query, mayImport, isExpired }: StartProps) {
  return (
    <>
      <ErrorSummary errors={errors} labels={{ file: sheet.file }} kept={false} />
      <Top home={home} title={sheet.title} />
      {isExpired && <Note tone="warn">{sheet.expired}</Note>}
      <div className="stack">
        <p className="lead">{typeset(sheet.lead)}</p>
        <Panel title={sheet.exportTitle} padded>
          <p>{typeset(sheet.exportText)}</p>
          <p>
            <a className="btn" href={`${home}/tasks.csv${query}`} download>
              {sheet.exportAll}
            </a>
          </p>
        </Panel>
        {mayImport && (
          <>
            <Panel title={sheet.rulesTitle} padded>
              <ul>
                {sheet.rules.map((rule) => (
                  <li key={rule}>{typeset(rule)}</li>
                ))}
              </ul>
            </Panel>
            <Panel title={sheet.uploadTitle} padded>
              <PostForm formKey={formKey} multipart action={`${home}/tasks/import`} label={sheet.uploadTitle}>
                <Field
                  name="file"
                  type="file"
                  accept=".csv,text/csv,text/plain"
                  label={sheet.file}
                  hint={sheet.fileHint}
                  error={errors?.file}
                />
                <Button look="primary">{sheet.upload}</Button>
              </PostForm>
            </Panel>
          </>
        )}
      </div>
    </>
  );
}

type ErrorRow = { row: number; title: string; errors: { column: SheetColumn | null; sentence: string }[] };
type ChangeRow = { row: number; number: string; title: string; changes: SheetChange[] };

type PreviewProps = Frame & {
  id: string;
  counts: { change: number; new: number; same: number; error: number };
  errorRows: ErrorRow[];
  changeRows: ChangeRow[];
  /** How many rows change; no more than a page of them is shown. */
  stale: { row: number; number: string; title: string }[];
  ignored: string[];
  applied: { changed: number; created: number; skipped: number } | null;
};

/** Before anything is written: old and new beside each other, and why a row is left out. */
export function SheetPreview(props: PreviewProps) {
  const { home, formKey, errors, id, counts, errorRows, changeRows, stale, ignored, applied } = props;
  const mayApply = !applied && stale.length === 0 && counts.change + counts.new > 0;
  const path = `${home}/tasks/import`;
  return (
    <>
      <ErrorSummary errors={errors} kept={false} />
      <Top home={home} title={sheet.previewTitle} />
      <div className="stack">
        {applied && (
          <Note tone="good" status>
            {sheet.applied(applied)}
          </Note>
        )}
        {!applied && stale.length > 0 && <Stale rows={stale} />}
        {!applied && counts.change + counts.new === 0 && <Note>{sheet.nothing}</Note>}
        {ignored.length > 0 && <Note>{sheet.ignored(ignored.join(", "))}</Note>}
        {!applied && (
          <Stats
            strip
            items={(["change", "new", "same", "error"] as const).map((kind) => ({
              label: sheet.summary[kind],
              value: counts[kind],
            }))}
          />
        )}
        <div className="cluster">
          {mayApply && (
            <PostForm
              formKey={formKey}
              action={`${path}?podglad=${encodeURIComponent(id)}`}
              className=""
              hidden={{ do: "apply", preview: id }}
            >
              <Button look="primary">{sheet.apply}</Button>
            </PostForm>
          )}
          <LinkButton href={path}>{sheet.again}</LinkButton>
          <LinkButton href={`${home}/tasks`}>{sheet.back}</LinkButton>
        </div>
        {!applied && errorRows.length > 0 && <Errors rows={errorRows} />}
        {!applied && changeRows.length > 0 && <Changes rows={changeRows} of={counts.change + counts.new} />}
      </div>
    </>
  );
}

const Stale = ({ rows }: { rows: PreviewProps["stale"] }) => (
  <Alert title={sheet.staleTitle}>
    <p>{sheet.staleText}</p>
    <ul>
      {rows.map(({ row, number, title }) => (
        <li key={row}>{sheet.error(row, null, `${number} – ${title}`)}</li>
      ))}
    </ul>
  </Alert>
);

const Errors = ({ rows }: { rows: ErrorRow[] }) => (
  <Panel title={sheet.errorsTitle} count={rows.length} padded>
    <ul>
      {rows.flatMap(({ row, errors }) =>
        errors.map(({ column, sentence }) => (
          <li key={`${row}${column}`}>{typeset(sheet.error(row, column, sentence))}</li>
        )),
      )}
    </ul>
  </Panel>
);

const Changes = ({ rows, of }: { rows: ChangeRow[]; of: number }) => (
  <Panel title={sheet.changesTitle} count={of}>
    {rows.length < of && <p className="panel__body">{sheet.shown(rows.length, of)}</p>}
    <Table
      caption={sheet.changesTitle}
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        {
          label: sheet.rowColumns.task,
          cell: ({ number, title }) => (
            <>
              {typeset(title)}
              <br />
              <span className="small muted">{number || sheet.newTask}</span>
            </>
          ),
        },
        { label: sheet.rowColumns.row, cell: ({ row }) => row, className: "num" },
        { label: sheet.rowColumns.what, cell: ({ changes }) => <Change changes={changes} /> },
      ]}
    />
  </Panel>
);

const Change = ({ changes }: { changes: SheetChange[] }) =>
  changes.length === 0 ? (
    sheet.newTask
  ) : (
    <ul>
      {changes.map(({ column, from, to }) => (
        <li key={column}>
          {columns[column].label}: <del className="pre">{from || sheet.blank}</del> {sheet.arrow}{" "}
          <ins className="pre">{to || sheet.blank}</ins>
        </li>
      ))}
    </ul>
  );

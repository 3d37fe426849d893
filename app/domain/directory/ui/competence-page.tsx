import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button, LinkButton } from "~/ui/button";
import { ConflictNote } from "~/ui/conflict-note";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, Select } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Empty } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { type Column, Table } from "~/ui/table";
import { competence as text } from "../messages.competence.pl";
import { bodyPage } from "../messages.pages.pl";
import type { CompetenceRow } from "../queries.competence.server";

type Option = { value: string; label: string };
type Props = {
  /** Address of the page. */
  path: string;
  directory: string;
  rows: CompetenceRow[];
  /** Categories of motions, with their Polish words. */
  categories: Option[];
  bodies: { id: string; name: string }[];
  /** The row that is changed; null for a new one. */
  edited: string | null;
  version?: number;
  /** What somebody else has saved in the row meanwhile. */
  theirs?: FormFields;
  mayOrganize: boolean;
  formKey: string;
  fields: FormFields;
  errors?: FormErrors;
};

export function CompetencePage({ directory, rows, mayOrganize, ...form }: Props) {
  const { path, categories, errors, formKey } = form;
  return (
    <>
      <TopBar
        title={text.title}
        sub={typeset(text.sub)}
        crumbs={[{ label: bodyPage.crumb, href: directory }, { label: text.title }]}
      />
      <ErrorSummary errors={errors} labels={text.labels} />
      <div className="stack">
        {rows.length > 0 ? (
          <Panel label={text.caption}>
            <Table
              caption={text.caption}
              columns={columnsOf({ path, formKey, mayOrganize, label: labelsOf(categories) })}
              rows={rows}
              rowKey={({ id }) => id}
            />
          </Panel>
        ) : (
          <Empty title={text.empty}>
            <p>{typeset(text.emptyText)}</p>
          </Empty>
        )}
        {mayOrganize && <CompetenceForm key={form.edited ?? rows.length} {...form} />}
      </div>
    </>
  );
}

const labelsOf = (categories: Option[]) => (category: string) =>
  categories.find(({ value }) => value === category)?.label ?? text.any;

type FormProps = Omit<Props, "directory" | "rows" | "mayOrganize">;

function CompetenceForm({ path, categories, bodies, edited, version, theirs, formKey, fields, errors }: FormProps) {
  const value = (name: string) => String(fields[name] ?? "");
  const differing = differingIn(fields, theirs, { label: labelsOf(categories), bodies });
  return (
    <Panel title={edited ? text.editTitle : text.newTitle} id="wiersz" padded>
      {differing && <ConflictNote text={text.refusals.stale} fields={differing} />}
      <PostForm
        formKey={formKey}
        version={edited ? version : undefined}
        action={path}
        hidden={edited ? { id: edited, do: "save" } : { do: "save" }}
      >
        <div className="pair">
          <Select
            name="bodyId"
            label={text.labels.bodyId}
            placeholder={text.pickBody}
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={value("bodyId")}
            error={errors?.bodyId}
          />
          <Select
            name="category"
            label={text.labels.category}
            options={[{ value: "ANY", label: text.any }, ...categories]}
            defaultValue={value("category") || "ANY"}
            error={errors?.category}
          />
          <Field
            name="area"
            label={text.labels.area}
            hint={text.hints.area}
            optional
            maxLength={200}
            defaultValue={value("area")}
            error={errors?.area}
          />
          <Field
            name="reason"
            label={text.labels.reason}
            hint={text.hints.reason}
            optional
            maxLength={200}
            defaultValue={value("reason")}
            error={errors?.reason}
          />
        </div>
        <div className="cluster">
          <Button look="primary">{edited ? text.save : text.add}</Button>
          {edited && <LinkButton href={path}>{text.cancel}</LinkButton>}
        </div>
      </PostForm>
    </Panel>
  );
}

type Words = { label: (category: string) => string; bodies: Props["bodies"] };

/** Both versions in words. */
function differingIn(mine: FormFields, theirs: FormFields | undefined, { label, bodies }: Words) {
  const words: Record<string, (value: string) => string> = {
    category: label,
    bodyId: (id) => bodies.find((body) => body.id === id)?.name ?? "",
  };
  const said = (name: string, value: unknown) => (words[name] ?? String)(String(value ?? ""));
  return (
    theirs &&
    Object.entries(text.labels).map(([name, title]) => ({
      label: title,
      mine: said(name, mine[name]),
      theirs: said(name, theirs[name]),
    }))
  );
}

type Context = { path: string; formKey: string; mayOrganize: boolean; label: (category: string) => string };

function columnsOf({ path, formKey, mayOrganize, label }: Context): Column<CompetenceRow>[] {
  const { columns } = text;
  const about = ({ bodyName, category, area }: CompetenceRow) =>
    text.about(bodyName, label(category), area || text.everywhere);
  return [
    { label: columns.body, cell: ({ bodyName }) => bodyName },
    { label: columns.category, cell: ({ category }) => label(category) },
    { label: columns.area, cell: ({ area }) => area || text.everywhere },
    { label: columns.reason, cell: ({ reason }) => typeset(reason) || "–" },
    ...(mayOrganize
      ? [
          {
            label: columns.do,
            hideLabel: true,
            cell: (row: CompetenceRow) => (
              <div className="cluster">
                <LinkButton small href={`${path}?id=${row.id}#wiersz`} about={about(row)}>
                  {text.edit}
                </LinkButton>
                <PostForm formKey={formKey} className="" hidden={{ do: "remove", id: row.id }} action={path}>
                  <Button look="danger" small about={about(row)}>
                    {text.remove}
                  </Button>
                </PostForm>
              </div>
            ),
          },
        ]
      : []),
  ];
}

import { SettingsTabs } from "~/domain/organizations/ui/settings-tabs";
import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button, LinkButton } from "~/ui/button";
import { ConflictNote } from "~/ui/conflict-note";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { PLACES, phrases as words } from "../messages.phrases.pl";
import type { Phrase } from "../queries.phrases.server";

type Props = {
  path: string;
  /** Null for those who have no other settings to see. */
  settings: string | null;
  rows: Phrase[];
  chosen?: Phrase;
  isSaved: boolean;
  formKey: string;
  fields?: FormFields;
  version?: number;
  errors?: FormErrors;
  isStale?: boolean;
};

/** The sentences of a unit: read, added, changed, moved. */
export function PhrasesPage(props: Props) {
  const { settings, rows, errors, isSaved, fields, chosen } = props;
  const [first] = rows;
  return (
    <>
      <TopBar title={words.title} />
      {settings && <SettingsTabs path={settings} current="phrases" />}
      <div className="stack">
        <ErrorSummary errors={errors} labels={words.fields} />
        {isSaved && !fields && (
          <Note tone="good" status>
            <p>{words.saved}</p>
          </Note>
        )}
        <p className="prose">{words.lead}</p>
        <div className="cols">
          <div className="stack">
            {chosen ? <ChangeForm {...props} chosen={chosen} /> : <List {...props} />}
            {!chosen && <AddForm {...props} />}
          </div>
          <aside className="stack" aria-label={words.about.title}>
            {first?.version === 0 && (
              <Note>
                <p>{words.defaults}</p>
              </Note>
            )}
            <About />
          </aside>
        </div>
      </div>
    </>
  );
}

function List({ rows, formKey, path }: Props) {
  return (
    <Panel title={words.list} count={rows.length}>
      <PostForm formKey={formKey} className="">
        <ul className="rows">
          {rows.map(({ id, title, text }, i) => (
            <li key={id} id={`fraza-${id}`} className="is-plain">
              <div>
                <p className="rows__title">{title}</p>
                <p className="rows__sub pre">{typeset(text)}</p>
              </div>
              <span className="cluster">
                <Move id={id} way="up" label={words.up(title)} disabled={i === 0} />
                <Move id={id} way="down" label={words.down(title)} disabled={i === rows.length - 1} />
                <LinkButton small href={`${path}?fraza=${id}`} about={title}>
                  {words.change}
                </LinkButton>
              </span>
            </li>
          ))}
        </ul>
      </PostForm>
    </Panel>
  );
}

type MoveProps = { id: string; way: "up" | "down"; label: string; disabled: boolean };

const Move = ({ id, way, label, disabled }: MoveProps) => (
  <Button small icon name="move" value={`${way}.${id}`} disabled={disabled} aria-label={label}>
    {way === "up" ? "↑" : "↓"}
  </Button>
);

const typed = (fields: FormFields | undefined, name: "title" | "text", usual = "") =>
  typeof fields?.[name] === "string" ? fields[name] : usual;

function AddForm({ formKey, fields, errors }: Props) {
  // What was typed over a phrase that somebody has removed since comes back as a new one.
  const mine = fields?.do === "add" || fields?.do === "change" ? fields : undefined;
  return (
    <Panel title={words.add} padded>
      <PostForm key={mine ? "refused" : formKey} formKey={formKey} hidden={{ do: "add" }}>
        <Field name="title" label={words.fields.title} error={errors?.title} defaultValue={typed(mine, "title")} />
        <TextArea name="text" label={words.fields.text} error={errors?.text} defaultValue={typed(mine, "text")} />
        <Button look="primary">{words.add}</Button>
      </PostForm>
    </Panel>
  );
}

function ChangeForm({ chosen, formKey, fields, errors, version, isStale, path }: Props & { chosen: Phrase }) {
  const { id, title, text } = chosen;
  const mine = { title: typed(fields, "title", title), text: typed(fields, "text", text) };
  const conflict = (["title", "text"] as const).map((name) => ({
    ...{ label: words.fields[name], mine: mine[name], theirs: chosen[name] },
  }));
  return (
    <>
      {isStale && <ConflictNote fields={conflict} text={words.stale} />}
      <Panel title={words.changing(title)} padded>
        <PostForm formKey={formKey} version={version ?? chosen.version} hidden={{ id }}>
          <Field name="title" label={words.fields.title} error={errors?.title} defaultValue={mine.title} />
          <TextArea name="text" label={words.fields.text} error={errors?.text} defaultValue={mine.text} rows={6} />
          <div className="cluster">
            <Button look="primary" name="do" value="change">
              {words.save}
            </Button>
            <LinkButton href={path}>{words.back}</LinkButton>
            <Button look="danger" name="do" value="remove">
              {words.remove}
            </Button>
          </div>
        </PostForm>
      </Panel>
    </>
  );
}

const About = () => (
  <Panel title={words.about.title} padded>
    <p>{words.about.known}</p>
    <ul className="list">
      {PLACES.map((place) => (
        <li key={place}>{`{${place}}`}</li>
      ))}
    </ul>
    <p>{words.about.counts}</p>
    <p>
      <code>{words.about.example}</code>
    </p>
    <p>{words.about.counted}</p>
    <p>{words.about.others}</p>
  </Panel>
);

import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button, LinkButton } from "~/ui/button";
import { ConfirmPage } from "~/ui/confirm-page";
import { ConflictNote } from "~/ui/conflict-note";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import type { MinutesStatus } from "~db/vocabulary";
import { correction } from "../messages.correction.pl";
import { messages } from "../messages.pl";
import type { Correctable } from "../rules.correction";
import { told, typedAs } from "../rules.correction-values";
import type { PreviewSection } from "../rules.preview";
import { Compared } from "./compared";
import { CorrectionFields } from "./correction-fields";
import { Preview } from "./preview";

const words = correction.page;

type Draft = { no: number; reason: string; texts: Record<string, string>; version: number };

export type CorrectionProps = {
  base: string;
  status: MinutesStatus;
  number: string;
  approvedBy: string;
  next: number;
  draft: Draft | null;
  texts: Correctable[];
  /** Both versions as the saved draft would make them. */
  preview: PreviewSection[];
  isSaved: boolean;
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
  isStale?: boolean;
};

const typed = (fields: FormFields | undefined, name: string, usual: string) =>
  typeof fields?.[name] === "string" ? fields[name] : usual;

/** Begins a correction, or goes on with the one that was begun. */
export function CorrectionPage({ draft, ...page }: CorrectionProps) {
  if (draft) return <Write {...page} draft={draft} />;
  const { base, number, next, status, formKey, fields, errors } = page;
  return (
    <ConfirmPage
      below
      title={words.of(next, number)}
      submit={words.begin}
      action={`${base}/amendment`}
      hidden={{ do: "start" }}
      backHref={base}
      back={words.back}
      formKey={formKey}
      problem={<ErrorSummary errors={errors} labels={words.labels} />}
      fields={<Reason fields={fields} errors={errors} usual="" />}
    >
      <p>{typeset(words.what)}</p>
      <p>{typeset(status === "published" ? words.published : words.notPublished)}</p>
    </ConfirmPage>
  );
}

const Reason = ({ fields, errors, usual }: Pick<CorrectionProps, "fields" | "errors"> & { usual: string }) => (
  <TextArea
    name="reason"
    label={words.reason}
    hint={typeset(words.reasonHint)}
    rows={3}
    maxLength={1500}
    error={errors?.reason}
    defaultValue={typed(fields, "reason", usual)}
  />
);

const labelsOf = (texts: readonly Correctable[]) => ({
  ...words.labels,
  ...Object.fromEntries(texts.map(({ key, title }) => [`text-${key}`, title])),
});

type WriteProps = Omit<CorrectionProps, "draft"> & { draft: Draft };

function Write({ draft, ...page }: WriteProps) {
  const { base, number, status, texts, preview, isSaved, formKey, fields, errors, isStale } = page;
  return (
    <div className="stack stack--l">
      {isStale ? (
        <ConflictNote
          fields={[
            { label: words.reason, mine: typed(fields, "reason", draft.reason), theirs: draft.reason },
            ...texts.map(({ key, as, title, text }) => {
              const theirs = typedAs(as, draft.texts[key] ?? text);
              return { label: title, mine: typed(fields, `text-${key}`, theirs), theirs };
            }),
          ]}
        />
      ) : (
        <ErrorSummary errors={errors} labels={labelsOf(texts)} />
      )}
      {isSaved && !errors && (
        <Note tone="good" status>
          <p>{words.saved}</p>
        </Note>
      )}
      <div className="stack">
        <h2>{words.of(draft.no - 1, number)}</h2>
        <p className="prose">{typeset(words.textsHint)}</p>
        <p className="prose">{typeset(status === "published" ? words.published : words.notPublished)}</p>
      </div>
      <Changes draft={draft} texts={texts} />
      {preview.length > 0 && (
        <details className="more">
          <summary>{words.preview}</summary>
          <div className="stack">
            <p className="prose muted">{typeset(words.previewHint)}</p>
            <Preview sections={preview} />
          </div>
        </details>
      )}
      <DraftForm draft={draft} {...page} />
      <details className="more">
        <summary>{words.abandonMore}</summary>
        <PostForm formKey={`${formKey}-abandon`} hidden={{ do: "abandon" }} action={`${base}/amendment`}>
          <p className="prose">{typeset(words.abandonHint)}</p>
          <Button look="danger">{words.abandon}</Button>
        </PostForm>
      </details>
    </div>
  );
}

function DraftForm({ draft, base, texts, approvedBy, formKey, fields, errors }: WriteProps) {
  return (
    <PostForm formKey={formKey} version={draft.version} action={`${base}/amendment`} className="stack">
      <Reason fields={fields} errors={errors} usual={draft.reason} />
      <h3>{words.texts}</h3>
      <p className="prose muted">{typeset(words.whereHint)}</p>
      <CorrectionFields texts={texts} saved={draft.texts} version={draft.version} fields={fields} errors={errors} />
      <Field
        name="approvedBy"
        label={words.approvedBy}
        hint={typeset(messages.approval.approvedByHint)}
        error={errors?.approvedBy}
        defaultValue={typed(fields, "approvedBy", approvedBy)}
      />
      <div className="cluster">
        <Button look="primary" name="do" value="save">
          {words.save}
        </Button>
        <Button name="do" value="approve">
          {words.approve}
        </Button>
        <LinkButton href={base}>{words.back}</LinkButton>
      </div>
    </PostForm>
  );
}

/** What the saved draft changes, word by word. */
function Changes({ draft, texts }: Pick<WriteProps, "draft" | "texts">) {
  const changed = texts.filter(({ key, text }) => draft.texts[key] !== undefined && draft.texts[key] !== text);
  return (
    <Panel title={words.changes} count={changed.length} padded>
      {changed.length === 0 ? (
        <p className="muted">{words.noChanges}</p>
      ) : (
        <div className="stack">
          {changed.map(({ key, as, title, where, text }) => (
            <div key={key} className="stack stack--s">
              <h3>{typeset([title, words.where[where]].filter(Boolean).join(" – "))}</h3>
              <Compared before={told(as, text)} after={told(as, draft.texts[key] ?? "")} />
            </div>
          ))}
        </div>
      )}
    </Panel>
  );
}

import { typeset } from "~/platform/language";
import { formatShortWithTime } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Panel } from "~/ui/panel";
import { evidence } from "../messages.evidence.pl";
import { page } from "../messages.page.pl";
import type { TaskForm } from "./task-forms";

export type EvidenceRow = {
  id: string;
  entryId: string | null;
  title: string;
  mediaType: string;
  size: number;
  public: boolean;
  author: string;
  actorName: string | null;
  createdAt: Date;
};

type Props = { files: readonly EvidenceRow[]; path: string; formKey: string; mayFollow: boolean; isInternal: boolean };

/** Proof of a task; who follows it up decides which of it everybody sees. */
export function EvidencePanel({ files, path, formKey, mayFollow, isInternal }: Props) {
  if (files.length === 0) return null;
  return (
    <Panel title={evidence.title} count={files.length} padded>
      <div className="stack">
        {files.map((file) => (
          <div key={file.id} className="stack stack--s">
            <p>
              <a href={`${path}/files/${file.id}`}>{typeset(file.title)}</a>{" "}
              <span className="small muted">({evidence.kind(file.mediaType, file.size)})</span>
              <br />
              <span className="small muted">
                {[file.author || file.actorName, formatShortWithTime(file.createdAt)].filter(Boolean).join(" · ")}
                {" · "}
                {file.public ? evidence.shown : evidence.inside}
              </span>
            </p>
            {mayFollow && !isInternal && <Show file={file} path={path} formKey={formKey} />}
          </div>
        ))}
      </div>
    </Panel>
  );
}

function Show({ file, path, formKey }: Pick<Props, "path" | "formKey"> & { file: EvidenceRow }) {
  const key = `${formKey}-${file.id.slice(0, 8)}`;
  const hidden = { do: "show", fileId: file.id };
  if (file.public)
    return (
      <PostForm formKey={key} action={path} hidden={hidden} className="" label={evidence.hide}>
        <Button small about={file.title}>
          {evidence.hide}
        </Button>
      </PostForm>
    );
  return (
    <PostForm formKey={key} action={path} hidden={{ ...hidden, public: "on" }} label={evidence.show}>
      <Field
        name="title"
        id={`title-${file.id}`}
        label={evidence.titleField}
        hint={evidence.showHint}
        defaultValue={file.title}
        maxLength={160}
      />
      <div className="cluster">
        <Button small about={file.title}>
          {evidence.show}
        </Button>
      </div>
    </PostForm>
  );
}

/** What came by e-mail or was seen on the spot. */
export function EvidenceForm({ path, formKey, fields, errors }: TaskForm) {
  return (
    <Panel title={evidence.add} padded>
      <PostForm formKey={formKey} multipart action={`${path}?do=evidence`} hidden={{ do: "evidence" }}>
        <EvidenceFields fields={fields} errors={errors} />
        <Field
          name="author"
          label={page.author}
          hint={page.authorHint}
          optional
          maxLength={200}
          defaultValue={String(fields.author ?? "")}
          error={errors?.author}
        />
        <div className="cluster">
          <Button look="primary">{evidence.add}</Button>
          <LinkButton href={path}>{page.back}</LinkButton>
        </div>
      </PostForm>
    </Panel>
  );
}

type FieldsProps = Pick<TaskForm, "fields" | "errors"> & { optional?: boolean };

/** The same in the office and at the desk. */
export const EvidenceFields = ({ fields, errors, optional }: FieldsProps) => (
  <>
    <Field
      name="evidence"
      type="file"
      multiple
      accept={evidence.accept}
      label={evidence.field}
      hint={evidence.hint}
      optional={optional}
      error={errors?.evidence}
    />
    <Field
      name="evidenceTitle"
      label={evidence.titleField}
      hint={evidence.titleHint}
      optional
      maxLength={160}
      defaultValue={String(fields.evidenceTitle ?? "")}
      error={errors?.evidenceTitle}
    />
  </>
);

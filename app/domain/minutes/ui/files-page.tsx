import type { FormErrors, FormFields } from "~/platform/forms";
import { formatShort } from "~/platform/time";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { messages } from "../messages.files.pl";
import type { MinutesFile } from "../queries.files.server";

type Props = {
  base: string;
  files: MinutesFile[];
  isFrozen: boolean;
  mayRecord: boolean;
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
};

/** What belongs to the minutes as files: presentations, scans, pictures. */
export function FilesPage(props: Props) {
  const { files, isFrozen, mayRecord, errors } = props;
  return (
    <div className="stack">
      <ErrorSummary errors={errors} labels={{ title: messages.fileTitle, file: messages.file }} />
      <p className="lead">{messages.lead}</p>
      {isFrozen && <Note>{messages.frozen}</Note>}
      <Panel title={messages.title} count={files.length}>
        {files.length > 0 ? <FileTable {...props} /> : <p className="panel__body">{messages.none}</p>}
      </Panel>
      {mayRecord && !isFrozen && <AddForm {...props} />}
    </div>
  );
}

const FileTable = ({ files, base, isFrozen, mayRecord, formKey }: Props) => (
  <Table
    caption={messages.title}
    rows={files}
    rowKey={({ id }) => id}
    columns={[
      { label: messages.fileTitle, cell: ({ title }) => title },
      { label: messages.kind, cell: ({ mediaType }) => messages.kinds[mediaType] ?? mediaType },
      { label: messages.size, cell: ({ size }) => <span className="num nowrap">{messages.sizeOf(size)}</span> },
      { label: messages.addedBy, cell: ({ createdAt, addedBy }) => `${formatShort(createdAt)}, ${addedBy}` },
      {
        label: messages.action,
        hideLabel: true,
        cell: ({ id, title }) => (
          <div className="cluster">
            <a className="btn btn--small" href={`${base}/${id}`} download>
              {messages.take}
              <span className="vh"> – {title}</span>
            </a>
            {mayRecord && !isFrozen && (
              <PostForm formKey={`${formKey}-${id.slice(0, 8)}`} className="" label={title} hidden={{ remove: id }}>
                <Button small look="danger" about={title}>
                  {messages.remove}
                </Button>
              </PostForm>
            )}
          </div>
        ),
      },
    ]}
  />
);

const AddForm = ({ formKey, fields, errors }: Props) => (
  <Panel title={messages.add} padded>
    <PostForm formKey={formKey} multipart label={messages.add}>
      <Field
        name="title"
        label={messages.fileTitle}
        hint={messages.titleHint}
        error={errors?.title}
        defaultValue={typeof fields?.title === "string" ? fields.title : ""}
        maxLength={160}
        autoComplete="off"
      />
      <Field
        name="file"
        type="file"
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        label={messages.file}
        hint={messages.fileHint}
        error={errors?.file}
      />
      <div className="cluster">
        <Button look="primary">{messages.add}</Button>
      </div>
    </PostForm>
  </Panel>
);

import { SettingsTabs } from "~/domain/organizations/ui/settings-tabs";
import type { FormErrors, FormFields } from "~/platform/forms";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { Savebar, TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { accessibility, privacy, notices as text } from "../messages.legal.pl";
import { Paragraphs } from "./legal-pages";

type Props = {
  settings: string;
  path: string;
  site: string;
  fields: FormFields;
  errors?: FormErrors;
  formKey: string;
  version: number;
  due: string | null;
  isSaved: boolean;
  isPreview?: boolean;
};

export function NoticesPage({ settings, path, site, fields, errors = {}, formKey, version, due, ...is }: Props) {
  const typed = (name: keyof typeof text.fields) => String(fields[name] ?? "");
  const field = (name: keyof typeof text.fields) => ({
    ...{ name, label: text.fields[name], hint: text.hints[name], error: errors[name], defaultValue: typed(name) },
    optional: true,
  });
  return (
    <>
      <ErrorSummary errors={errors} labels={text.fields} />
      <TopBar title={text.title} />
      <SettingsTabs path={settings} current="notices" />
      {is.isSaved && (
        <Note tone="good" status>
          {text.saved}
        </Note>
      )}
      <p className="prose">{text.lead}</p>
      {is.isPreview && (
        <Panel title={text.previewTitle} padded>
          <h3>{text.fields.privacyNote}</h3>
          <Paragraphs text={typed("privacyNote") || text.empty} />
          <h3>{text.fields.accessibilityNote}</h3>
          <Paragraphs text={typed("accessibilityNote") || text.empty} />
        </Panel>
      )}
      <PostForm formKey={formKey} version={version} className="stack" action={path}>
        <Panel title={privacy.title} padded>
          <p>
            {text.see} <a href={`${site}/privacy`}>{privacy.title}</a>
          </p>
          <TextArea {...field("privacyNote")} rows={8} maxLength={4000} />
        </Panel>
        <Panel title={accessibility.title} padded>
          <p>
            {text.see} <a href={`${site}/accessibility`}>{accessibility.title}</a>. {due && text.due(due)}
          </p>
          <TextArea {...field("accessibilityNote")} rows={8} maxLength={4000} />
          <Field {...field("accessibilityReviewedOn")} width="s" maxLength={40} />
        </Panel>
        <Savebar>
          <Button look="primary">{text.save}</Button>
          <Button name="intent" value="preview">
            {text.preview}
          </Button>
        </Savebar>
      </PostForm>
    </>
  );
}

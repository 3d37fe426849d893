import { Form, useNavigation } from "@remix-run/react";
import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { ErrorSummary } from "~/ui/error-summary";
import { FormKey } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { messages } from "../messages.pl";
import type { Editor } from "../queries.editor.server";
import { MinutesAside } from "./minutes-aside";
import { MinutesSheet } from "./minutes-sheet";
import type { Rights } from "./minutes-steps";
import { PaperSection } from "./paper";

const words = messages.editor;

export type MinutesPageProps = {
  editor: Editor;
  /** „/o/kpp/debates/…/minutes” */
  base: string;
  rights: Rights;
  publicPath: string | null;
  minutesDueOn: string | null;
  isHeld: boolean;
  now: Date;
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
};

/** The paper in the middle, its parts on the left, what is still missing on the right. */
export function MinutesPage({ editor, fields, errors, ...page }: MinutesPageProps) {
  return (
    <div className="stack">
      <ErrorSummary
        errors={errors}
        labels={Object.fromEntries(editor.parts.map(({ place, title }) => [place, title]))}
      />
      {!page.isHeld && !editor.isFrozen && (
        <Note>
          <p>{words.notHeld}</p>
        </Note>
      )}
      <div className="editor">
        <Contents editor={editor} canWrite={!editor.isFrozen && page.rights.record} />
        {editor.isFrozen || !page.rights.record ? (
          <Finished editor={editor} />
        ) : (
          <EditorForm editor={editor} fields={fields} errors={errors} {...page} />
        )}
        <MinutesAside editor={editor} {...page} />
      </div>
    </div>
  );
}

const Contents = ({ editor: { sections }, canWrite }: { editor: Editor; canWrite: boolean }) => (
  <nav className="toc is-stuck" aria-label={words.toc}>
    {sections.map(({ id, title }) => (
      <a key={id} href={`#${id}`}>
        {title}
      </a>
    ))}
    {canWrite && <a href="#s13">{messages.parts.distribution}</a>}
  </nav>
);

/** What is approved, and what a guest of the office may only read. */
function Finished({ editor }: { editor: Editor }) {
  return (
    <div className="stack">
      {editor.isFrozen && (
        <Note tone="good">
          <p>{words.frozen}</p>
        </Note>
      )}
      <div className="sheet stack stack--l">
        {editor.sections.map((section) => (
          <PaperSection key={section.id} section={section} />
        ))}
      </div>
    </div>
  );
}

type FormProps = Pick<MinutesPageProps, "editor" | "base" | "formKey" | "now" | "fields" | "errors">;

/**
 * One form for all parts, so that a save without scripts loses nothing that was typed beside it. Remix's own form,
 * because the page has to stay where it is when it is saved.
 */
function EditorForm({ editor, base, formKey, now, fields, errors }: FormProps) {
  const { state, location } = useNavigation();
  const isSaving = state !== "idle" && location?.pathname === base;
  return (
    <Form method="post" preventScrollReset noValidate aria-label={messages.editor.title}>
      <FormKey value={formKey} />
      <MinutesSheet editor={editor} base={base} now={now} fields={fields} errors={errors} isSaving={isSaving} />
      <SaveBar editor={editor} />
    </Form>
  );
}

function SaveBar({ editor: { parts } }: { editor: Editor }) {
  const latest = parts
    .filter(({ updatedAt }) => updatedAt)
    .sort((a, b) => Number(b.updatedAt) - Number(a.updatedAt))
    .at(0);
  return (
    <div className="savebar">
      <button type="submit" className="btn btn--primary">
        {words.saveAll}
      </button>
      <span className="small muted" role="status">
        {latest?.updatedAt ? typeset(words.savedLast(latest.title, latest.updatedAt)) : words.notSaved}
      </span>
    </div>
  );
}

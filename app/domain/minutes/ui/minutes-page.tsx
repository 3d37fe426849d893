import { typeset } from "~/platform/language";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/notes";
import { correction } from "../messages.correction.pl";
import { messages } from "../messages.pl";
import type { Editor } from "../queries.editor.server";
import { EditorForm, type EditorFormProps } from "./editor-form";
import { MinutesAside } from "./minutes-aside";
import type { Rights } from "./minutes-steps";
import { PaperBlocks, PaperSection } from "./paper";

const words = messages.editor;

export type MinutesPageProps = EditorFormProps & {
  rights: Rights;
  publicPath: string | null;
  minutesDueOn: string | null;
  isHeld: boolean;
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
          <Finished editor={editor} base={page.base} />
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
function Finished({ editor, base }: { editor: Editor; base: string }) {
  return (
    <div className="stack">
      {editor.isFrozen && (
        <Note tone="good">
          <p>{words.frozen}</p>
        </Note>
      )}
      {editor.hidden.length > 0 && (
        <Note tone="bad">
          <p>
            {typeset(correction.hiddenSince(editor.hidden))} {typeset(correction.hiddenSinceHint)}
          </p>
          <p>
            <a href={`${base}/amendment`}>{correction.hiddenSinceStart}</a>
          </p>
        </Note>
      )}
      <div className="sheet stack stack--l">
        {editor.corrections.map(({ no, title, blocks }) => (
          <section key={no} className="stack" aria-labelledby={`sprostowanie-${no}`}>
            <h2 id={`sprostowanie-${no}`}>{title}</h2>
            <PaperBlocks blocks={blocks} />
          </section>
        ))}
        {editor.sections.map((section) => (
          <PaperSection key={section.id} section={section} />
        ))}
      </div>
    </div>
  );
}

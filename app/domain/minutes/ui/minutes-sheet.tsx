import { typeset } from "~/platform/language";
import { formatTime } from "~/platform/time";
import { paper } from "../messages.document.pl";
import { messages } from "../messages.pl";
import type { Editor, EditorPart } from "../queries.editor.server";
import { itemKey } from "../rules";
import type { Section } from "../rules.sections";
import { PaperBlocks } from "./paper";
import { PartField, type SharedFieldProps } from "./part-field";

const words = messages.editor;

type Props = { editor: Editor } & SharedFieldProps;

/** All twelve sections: tables as they will be printed, and a field wherever the clerk writes. */
export function MinutesSheet({ editor, ...shared }: Props) {
  const partNamed = (name: string) => editor.parts.find(({ key }) => key === name);
  const field = (name: string) => {
    const part = partNamed(name);
    return part && <PartField key={part.key} part={part} {...shared} />;
  };
  return (
    <div className="sheet stack stack--l">
      {editor.sections.map((section) => (
        <section key={section.id} className="stack" aria-labelledby={section.id}>
          <h2 id={section.id}>{section.title}</h2>
          <SectionBody section={section} parts={editor.parts} field={field} />
        </section>
      ))}
      <section className="stack" aria-labelledby="s13">
        <h2 id="s13">{messages.parts.distribution}</h2>
        {field("distribution")}
      </section>
    </div>
  );
}

type BodyProps = { section: Section; parts: EditorPart[]; field: (name: string) => React.ReactNode };

function SectionBody({ section, parts, field }: BodyProps) {
  const items = parts.filter(({ key }) => key.startsWith(itemKey("")));
  const tables = section.blocks.filter(({ kind }) => kind === "table");
  switch (section.name) {
    case "course":
      return items.length === 0 ? (
        <PaperBlocks blocks={section.blocks} brief />
      ) : (
        items.map(({ key, title, startedAt }, i) => (
          <div key={key} className="stack stack--s">
            <h3>{typeset(paper.item(i + 1, title))}</h3>
            {startedAt && (
              <div className="sheet__event">
                <time dateTime={startedAt}>{formatTime(new Date(startedAt))}</time>
                <span>{words.begun}</span>
              </div>
            )}
            {field(key)}
          </div>
        ))
      );
    case "tasks":
      return (
        <>
          {field("findings")}
          <PaperBlocks blocks={tables} brief />
        </>
      );
    case "survey":
      return field("survey");
    case "attachments":
      return field("attachments");
    default:
      return <PaperBlocks blocks={section.blocks} brief />;
  }
}

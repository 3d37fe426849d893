import { typeset } from "~/platform/language";
import { reader as words } from "../messages.reader.pl";
import type { ReadableSection } from "../rules.paragraphs";
import { PaperBlocks } from "./paper";

type Target = { id: string; key: string; original: string };
type Props = { sections: ReadableSection[]; targets: Target[]; path: string };
type ToTarget = (key: string, original: string) => string | undefined;

/** The paper, with a way to say something about each paragraph, about each part and about each table. */
export function ReaderSheet({ sections, targets, path }: Props) {
  const linkTo: ToTarget = (key, original) => {
    const target = targets.find((one) => one.key === key && one.original === original);
    return target && `${path}?zmiana=${target.id}#propozycja`;
  };
  return (
    <article className="stack stack--l" aria-label={words.heading}>
      {sections.map((section) => (
        <section key={section.id} className="stack" aria-labelledby={section.id}>
          <h2 id={section.id}>{section.title}</h2>
          {section.parts.map((part) => (
            <Part key={part.key} part={part} linkTo={linkTo} isUnderHeading={part.heading !== ""} />
          ))}
          <PaperBlocks blocks={section.blocks} />
          {section.table && <Ask href={linkTo(section.table, "")} label={words.aboutTable} about={section.title} />}
        </section>
      ))}
    </article>
  );
}

type PartProps = { part: ReadableSection["parts"][number]; linkTo: ToTarget; isUnderHeading: boolean };

function Part({ part: { key, heading, title, paragraphs, closed }, linkTo, isUnderHeading }: PartProps) {
  return (
    <>
      {isUnderHeading && <h3>{heading}</h3>}
      {paragraphs.length === 0 && <p className="muted">{words.noText}</p>}
      {paragraphs.map((text, i) => (
        <div key={i} className="stack stack--s">
          <p className="prose">{typeset(text)}</p>
          <Ask href={linkTo(key, text)} label={words.propose} about={words.about(title, i + 1)} />
        </div>
      ))}
      {!closed && <Ask href={linkTo(key, "")} label={words.add} about={title} />}
    </>
  );
}

const Ask = ({ href, label, about }: { href: string | undefined; label: string; about: string }) =>
  href ? (
    <p>
      <a className="btn btn--small btn--quiet" href={href}>
        {label}
        <span className="vh"> – {typeset(about)}</span>
      </a>
    </p>
  ) : null;

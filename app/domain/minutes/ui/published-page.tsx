import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { PublicPage, type PublicUnit } from "~/ui/public-page";
import { messages as files } from "../messages.files.pl";
import { messages } from "../messages.pl";
import { SHORT_HASH, shortHash } from "../rules";
import type { Section } from "../rules.sections";
import { PaperSection } from "./paper";

const words = messages.page;

type Props = {
  unit: PublicUnit;
  heading: string;
  lines: string[];
  approval: string;
  sections: Section[];
  sha256: string;
  debateNumber: string;
  debatePath: string;
};

/** The accessible original of the minutes: the same sections as the PDF, in the public version. */
export function PublishedPage({ unit, heading, lines, approval, sections, ...page }: Props) {
  return (
    <PublicPage
      unit={unit}
      current="debates"
      crumbs={[{ label: words.debate(page.debateNumber), href: page.debatePath }, { label: words.crumb }]}
    >
      <div className="split">
        <article className="stack stack--l">
          <header className="stack">
            <p>
              <Badge tone="done">{approval}</Badge>
            </p>
            <h1>{heading}</h1>
            <p className="lead">{words.lead(lines)}</p>
          </header>
          {sections.map((section) => (
            <PaperSection key={section.id} section={section} />
          ))}
        </article>
        <aside className="split__side stack" aria-label={words.about}>
          <div className="card stack">
            <h2>{words.document}</h2>
            <p>
              <LinkButton href={`${page.debatePath}/minutes.pdf`} wide>
                {words.pdf}
              </LinkButton>
            </p>
            <p>
              <LinkButton href={`${page.debatePath}/minutes.docx`} wide>
                {files.docx}
              </LinkButton>
            </p>
            <p className="small muted">
              {words.hash(shortHash(page.sha256))}.{" "}
              <a href={`/verify/${page.sha256.slice(0, SHORT_HASH)}`}>{words.verify}</a>
            </p>
          </div>
        </aside>
      </div>
    </PublicPage>
  );
}

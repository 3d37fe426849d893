import { formatDate } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Note } from "~/ui/notes";
import { PublicPage, type PublicUnit } from "~/ui/public-page";
import { correction } from "../messages.correction.pl";
import { messages as files } from "../messages.files.pl";
import { messages } from "../messages.pl";
import { SHORT_HASH, shortHash } from "../rules";
import type { Block, Section } from "../rules.sections";
import { PaperBlocks, PaperSection } from "./paper";

const words = messages.page;

type Props = {
  unit: PublicUnit;
  heading: string;
  lines: string[];
  approval: string;
  sections: Section[];
  signatures: { role: string; name: string }[];
  sha256: string;
  debateNumber: string;
  debatePath: string;
  /** Which edition is read, which took its place, and which there are. */
  edition: number | null;
  supersededBy: { no: number; on: string } | null;
  corrections: { no: number; title: string; blocks: Block[] }[];
  editions: { no: number; approvedAt: Date | null; isValid: boolean }[];
};

/** The accessible original of the minutes: the same sections as the PDF, in the public version. */
export function PublishedPage({ unit, heading, lines, approval, sections, signatures, corrections, ...page }: Props) {
  const fileIn = (format: string) =>
    `${page.debatePath}/minutes.${format}${page.edition ? `?wydanie=${page.edition}` : ""}`;
  return (
    <PublicPage
      unit={unit}
      current="debates"
      crumbs={[{ label: words.debate(page.debateNumber), href: page.debatePath }, { label: words.crumb }]}
    >
      <div className="split">
        <article className="stack stack--l">
          {page.supersededBy && <SupersededNote by={page.supersededBy} path={`${page.debatePath}/minutes`} />}
          <header className="stack">
            <p className="cluster">
              <Badge tone="done">{approval}</Badge>
              {page.supersededBy && <Badge tone="soon">{correction.old}</Badge>}
            </p>
            <h1>{heading}</h1>
            <p className="lead">{words.lead(lines)}</p>
          </header>
          {corrections.map(({ no, title, blocks }) => (
            <section key={no} className="card stack" aria-labelledby={`sprostowanie-${no}`}>
              <h2 id={`sprostowanie-${no}`}>{title}</h2>
              <PaperBlocks blocks={blocks} />
            </section>
          ))}
          {sections.map((section, i) => (
            <PaperSection key={section.id} section={section}>
              {i === sections.length - 1 && <Signed people={signatures} />}
            </PaperSection>
          ))}
        </article>
        <aside className="split__side stack" aria-label={words.about}>
          <div className="card stack">
            <h2>{words.document}</h2>
            <p>
              <LinkButton href={fileIn("pdf")} wide>
                {words.pdf}
              </LinkButton>
            </p>
            <p>
              <LinkButton href={fileIn("docx")} wide>
                {files.docx}
              </LinkButton>
            </p>
            <p className="small muted">
              {words.hash(shortHash(page.sha256))}.{" "}
              <a href={`/verify/${page.sha256.slice(0, SHORT_HASH)}`}>{words.verify}</a>
            </p>
          </div>
          {page.editions.length > 1 && <Editions editions={page.editions} path={`${page.debatePath}/minutes`} />}
        </aside>
      </div>
    </PublicPage>
  );
}

/** A place to sign without a name is for paper only. */
const Signed = ({ people }: { people: Props["signatures"] }) => (
  <Facts row items={people.filter(({ name }) => name).map(({ role, name }) => ({ term: role, value: name }))} />
);

const SupersededNote = ({ by: { no, on }, path }: { by: { no: number; on: string }; path: string }) => (
  <Note tone="warn">
    <p>{correction.superseded(no, formatDate(new Date(on)))}</p>
    <p>
      <a href={path}>{correction.read}</a>
    </p>
  </Note>
);

/** Every text that was published: the valid one, and those it took the place of. */
const Editions = ({ editions, path }: { editions: Props["editions"]; path: string }) => (
  <div className="card stack">
    <h2>{correction.editions}</h2>
    <ul className="list">
      {editions.map(({ no, approvedAt, isValid }) => (
        <li key={no}>
          <a href={isValid ? path : `${path}?wydanie=${no}`}>{correction.edition(no)}</a>
          {approvedAt && `, ${formatDate(approvedAt)}`} – {isValid ? correction.valid : correction.old}
        </li>
      ))}
    </ul>
  </div>
);

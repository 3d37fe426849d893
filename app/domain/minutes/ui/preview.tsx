import { typeset } from "~/platform/language";
import { Badge } from "~/ui/badge";
import { preview as words } from "../messages.preview.pl";
import type { PreviewSection } from "../rules.preview";
import { PaperBlocks } from "./paper";

/** What stays in the office beside what goes out, so that nobody publishes what they have not seen. */
export const Preview = ({ sections }: { sections: PreviewSection[] }) => (
  <section className="stack stack--l" aria-labelledby="podglad">
    <div className="stack stack--s">
      <h2 id="podglad">{words.title}</h2>
      <p className="prose muted">{typeset(words.lead)}</p>
    </div>
    {sections.map(({ id, title, internal, open, isSame }) => (
      <section key={id} className="stack" aria-labelledby={id}>
        <div className="cluster cluster--between">
          <h3 id={id}>{title}</h3>
          {isSame && <Badge tone="neutral">{words.same}</Badge>}
        </div>
        <div className="twin">
          <div className="sheet stack stack--s">
            <p className="small muted">{words.internal}</p>
            <PaperBlocks blocks={internal} />
          </div>
          <div className="sheet stack stack--s">
            <p className="small muted">{words.open}</p>
            <PaperBlocks blocks={open} />
          </div>
        </div>
      </section>
    ))}
  </section>
);

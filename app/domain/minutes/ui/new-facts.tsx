import { typeset } from "~/platform/language";
import { Button } from "~/ui/button";
import { offers as words } from "../messages.offers.pl";
import type { EditorPart } from "../queries.editor.server";
import { fieldOf } from "../rules";
import { isOffering, type Offer } from "../rules.offers";

/**
 * What the record has learnt since the part was saved. Two buttons of the editor's one form; the text that they were
 * shown with goes along, so that nothing is passed over that nobody has seen.
 */
export function NewFacts({ part }: { part: EditorPart }) {
  const { place, title, version, suggestion, offer } = part;
  const isNew = offer !== null && isOffering(offer);
  return (
    <>
      {(version === 0 || isNew) && <input type="hidden" name={fieldOf.seen(place)} value={suggestion} />}
      {isNew && (
        <section className="note note--warn stack stack--s" aria-label={words.titleFor(title)}>
          <p className="rows__title">{words.title}</p>
          <Lines {...offer} />
          <div className="cluster">
            {offer.fresh.length > 0 && (
              <Button small name="add" value={place} about={title}>
                {words.add}
              </Button>
            )}
            <Button small look="quiet" name="skip" value={place} about={title}>
              {words.skip}
            </Button>
          </div>
          {offer.fresh.length > 0 && <p className="small muted">{words.hint}</p>}
        </section>
      )}
    </>
  );
}

const Lines = ({ fresh, gone }: Offer) => (
  <>
    {fresh.length > 0 && (
      <ul className="list">
        {fresh.map(({ line, was }, i) => (
          <li key={i}>
            {typeset(line)}
            {was && <div className="small muted">{typeset(words.was(was))}</div>}
          </li>
        ))}
      </ul>
    )}
    {gone.length > 0 && (
      <>
        <p>{words.gone}</p>
        <ul className="list">
          {gone.map((line) => (
            <li key={line}>{typeset(line)}</li>
          ))}
        </ul>
      </>
    )}
  </>
);

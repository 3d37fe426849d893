import { typeset } from "~/platform/language";
import type { Block, Letter } from "~/platform/letter.server";

/** A letter on the page: the same words as in the e-mail, without its button. */
export function LetterView({ letter }: { letter: Letter }) {
  const blocks = letter.body.filter((block) => !("actions" in block));
  return (
    <div className="stack prose">
      <p>{typeset(letter.salutation)}</p>
      {blocks.map((block, index) => (
        <Part key={keyOf(block, index)} block={block} />
      ))}
      <p>
        Z wyrazami szacunku
        {letter.signature.map((line) => (
          <span key={line}>
            <br />
            {typeset(line)}
          </span>
        ))}
      </p>
    </div>
  );
}

/** Two paragraphs of one letter may say the same. */
const keyOf = (block: Block, index: number) => `${Object.keys(block)[0]}${index}`;

function Part({ block }: { block: Block }) {
  if ("p" in block) return <p>{typeset(block.p)}</p>;
  if ("list" in block) {
    return (
      <ul className="list">
        {block.list.map((item) => (
          <li key={item}>{typeset(item)}</li>
        ))}
      </ul>
    );
  }
  if ("actions" in block || "table" in block) return null; // invitations have no tables
  return (
    <dl className="facts">
      {block.facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{typeset(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

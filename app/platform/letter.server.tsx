import { renderToStaticMarkup } from "react-dom/server";
import { typeset } from "./language";
import { withoutPlaceholders } from "./links.server";

/** A formal letter, written once and sent as plain text and as HTML. Words are typeset here; links are placeholders. */
export type Block =
  | { p: string }
  | { facts: [label: string, value: string][] }
  | { list: string[] }
  | { table: Table }
  | { actions: { label: string; href: string }[] };

/** The first cell of a row says what it is about; in plain text the others follow it with their heads. */
type Table = { title?: string; head: string[]; rows: Cell[][] };
export type Cell = string | { text: string; href: string };
const wordsOf = (cell: Cell | undefined) => (typeof cell === "object" ? cell.text : (cell ?? ""));

export type Letter = {
  subject: string;
  /** Who writes, above the letter: "Komenda Powiatowa Policji w …". */
  sender: string;
  /** "Szanowna Pani Burmistrz," */
  salutation: string;
  body: Block[];
  /** Lines under "Z wyrazami szacunku". */
  signature: string[];
  /** Small print: why this came, what to do with it. */
  footer: string[];
};

const CLOSING = "Z wyrazami szacunku";

export function renderLetter(composed: Letter) {
  const letter = asWords(composed, "");
  return {
    subject: oneLine(letter.subject),
    text: asText(letter),
    html: `<!doctype html>${renderToStaticMarkup(<LetterPage letter={letter} />)}`,
  };
}

/** The same letter with links in `href` alone: everything else may hold what a resident or a body has typed. */
function asWords<Part>(part: Part, name: string): Part {
  if (typeof part === "string") return (name === "href" ? part : withoutPlaceholders(part)) as Part;
  if (Array.isArray(part)) return part.map((each) => asWords(each, "")) as Part;
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, asWords(value, key)])) as Part;
}

export type RenderedLetter = ReturnType<typeof renderLetter>;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 300);

function asText({ sender, salutation, body, signature, footer }: Letter) {
  const blocks = body.map((block) => {
    if ("p" in block) return block.p;
    if ("facts" in block) return block.facts.map(([label, value]) => `${label}: ${value}`).join("\n");
    if ("list" in block) return block.list.map((item) => `– ${item}`).join("\n");
    if ("table" in block) return tableAsText(block.table);
    return block.actions.map(({ label, href }) => `${label}:\n${href}`).join("\n\n");
  });
  const closing = [CLOSING, ...signature].join("\n");
  return [sender, salutation, ...blocks, closing, "--", footer.join("\n")].join("\n\n");
}

/** „1. Nazwa” and below it what the other columns say; links of rows are left to the one button of the letter. */
function tableAsText({ title, head, rows }: Table) {
  const lines = rows.map(([first, ...others], i) => {
    const said = others.map((cell, column) => `   ${head[column + 1]}: ${wordsOf(cell)}`);
    return [rows.length > 1 ? `${i + 1}. ${wordsOf(first)}` : wordsOf(first), ...said].join("\n");
  });
  return [...(title ? [title] : []), ...lines].join("\n");
}

// Mail programs know no stylesheets: styles stand at the elements, here and nowhere else.
const INK = "#1b2225";
const SOFT = "#465054";
const ACCENT = "#0b5b67";
const STYLE = {
  body: { margin: 0, background: "#fbfaf8", color: INK, font: "16px/1.6 Arial, sans-serif" },
  sheet: { maxWidth: 600, margin: "0 auto", padding: "32px 24px" },
  p: { margin: "0 0 16px" },
  soft: { margin: "0 0 24px", color: SOFT, fontSize: 14 },
  label: { padding: "4px 16px 4px 0", color: SOFT, verticalAlign: "top", fontWeight: 400, textAlign: "left" },
  value: { padding: "4px 0", fontWeight: 700 },
  table: { margin: "0 0 24px", width: "100%", borderCollapse: "collapse", fontSize: 15 },
  caption: { padding: "0 0 4px", fontSize: 16, fontWeight: 700, textAlign: "left" },
  head: { padding: "6px 12px 6px 0", color: SOFT, fontSize: 13, fontWeight: 400, textAlign: "left" },
  first: { padding: "6px 12px 6px 0", width: "50%", color: SOFT, fontSize: 13, fontWeight: 400, textAlign: "left" },
  cell: { padding: "8px 12px 8px 0", borderTop: "1px solid #e0ddd6", textAlign: "left", verticalAlign: "top" },
  link: { color: ACCENT },
  button: {
    display: "inline-block",
    margin: "0 8px 8px 0",
    padding: "12px 20px",
    borderRadius: 8,
    background: ACCENT,
    color: "#ffffff",
    fontWeight: 700,
    textDecoration: "none",
  },
  foot: { margin: "24px 0 0", paddingTop: 16, borderTop: "1px solid #e0ddd6", color: SOFT, fontSize: 13 },
} as const;

function LetterPage({ letter }: { letter: Letter }) {
  return (
    <html lang="pl">
      <head>
        <meta charSet="utf-8" />
        <title>{oneLine(letter.subject)}</title>
      </head>
      <body style={STYLE.body}>
        <div style={STYLE.sheet}>
          <p style={STYLE.soft}>{letter.sender}</p>
          <p style={STYLE.p}>{typeset(letter.salutation)}</p>
          {letter.body.map((block, i) => (
            <Part key={i} block={block} />
          ))}
          <p style={STYLE.p}>
            {CLOSING}
            {letter.signature.map((line) => (
              <span key={line}>
                <br />
                {typeset(line)}
              </span>
            ))}
          </p>
          <div style={STYLE.foot}>
            {letter.footer.map((line) => (
              <p key={line} style={{ margin: "0 0 8px" }}>
                {typeset(line)}
              </p>
            ))}
          </div>
        </div>
      </body>
    </html>
  );
}

function Part({ block }: { block: Block }) {
  if ("p" in block) return <p style={STYLE.p}>{typeset(block.p)}</p>;
  if ("list" in block)
    return (
      <ul style={STYLE.p}>
        {block.list.map((item) => (
          <li key={item}>{typeset(item)}</li>
        ))}
      </ul>
    );
  if ("table" in block) return <Rows {...block.table} />;
  if ("actions" in block)
    return (
      <p style={STYLE.p}>
        {block.actions.map(({ label, href }) => (
          <a key={label} href={href} style={STYLE.button}>
            {label}
          </a>
        ))}
      </p>
    );
  return (
    <table style={STYLE.p}>
      <tbody>
        {block.facts.map(([label, value]) => (
          <tr key={label}>
            <th scope="row" style={STYLE.label}>
              {label}
            </th>
            <td style={STYLE.value}>{typeset(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Rows = ({ title, head, rows }: Table) => (
  <table style={STYLE.table}>
    {title && <caption style={STYLE.caption}>{typeset(title)}</caption>}
    <thead>
      <tr>
        {head.map((label, column) => (
          <th key={label} scope="col" style={column === 0 ? STYLE.first : STYLE.head}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row, i) => (
        <tr key={i}>
          {row.map((cell, column) => (
            <td key={head[column]} style={STYLE.cell}>
              {typeof cell === "string" ? (
                typeset(cell)
              ) : (
                <a href={cell.href} style={STYLE.link}>
                  {typeset(cell.text)}
                </a>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

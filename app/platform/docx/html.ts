// The same sheet as one page of HTML with nothing beside it: opened from a disk in twenty years, it still reads.
import { Page } from "@react-pdf/renderer";
import { createElement } from "react";
import { cleanLine } from "../pdf/clean-text";
import { loadFonts } from "../pdf/fonts";
import { nodesOf } from "../pdf/react-pdf";
import type { Sheet } from "../pdf/sheet";
import { type Block, blocksOf, type Paragraph, type Row, type Table } from "./blocks";

const STYLE =
  "body{font:1rem/1.6 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#16191d;background:#fff}" +
  "h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2em}h3{font-size:1rem}table{border-collapse:collapse;width:100%;margin:1em 0}" +
  "th,td{text-align:left;vertical-align:top;padding:.35em .6em .35em 0;border-bottom:1px solid #b9c0c7}" +
  ".side{display:flex;gap:2rem;justify-content:space-between;flex-wrap:wrap;margin:1em 0}" +
  "@media(prefers-color-scheme:dark){body{color:#eee;background:#16191d}}";

export async function renderHtml({ meta, bodies, size }: Sheet): Promise<Buffer> {
  await loadFonts();
  const pages = bodies.map((body, key) =>
    createElement(Page, { key, size: { width: size[0], height: size[1] } }, body),
  );
  const letters = (nodesOf(pages).children ?? []).map(({ children = [] }) => html(blocksOf(children, 480)));
  const head =
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${escaped(cleanLine(meta.title))}</title><style>${STYLE}</style>`;
  const main = letters.length > 1 ? letters.map((letter) => `<article>${letter}</article>`).join("") : letters[0];
  return Buffer.from(
    `<!doctype html><html lang="${meta.lang}"><head>${head}</head><body><main>${main}</main></body></html>`,
  );
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Items of one list stand in one element. */
function html(blocks: readonly Block[]): string {
  return blocks
    .map((block, i) => {
      if (block.kind === "table") return block.isLayout ? sideBySide(block) : table(block);
      if (block.kind === "figure") return `<p>${escaped(block.alt)}</p>`;
      if (!block.list) return paragraph(block);
      const tag = block.list.numbered ? "ol" : "ul";
      const [before, after] = [listOf(blocks[i - 1]), listOf(blocks[i + 1])];
      const no = block.list.no;
      return `${before === no ? "" : `<${tag}>`}<li>${words(block)}</li>${after === no ? "" : `</${tag}>`}`;
    })
    .join("\n");
}

const listOf = (block: Block | undefined) => (block?.kind === "paragraph" ? block.list?.no : undefined);

function paragraph(block: Paragraph) {
  const tag = /^H[1-6]$/.test(block.role) ? block.role.toLowerCase() : "p";
  return `<${tag}>${words(block)}</${tag}>`;
}

const words = ({ runs }: Paragraph) => escaped(runs.map(({ text }) => text).join("")).replaceAll("\n", "<br>");

const sideBySide = ({ rows }: Table) =>
  `<div class="side">${rows.flatMap(({ cells }) => cells.map((cell) => `<div>${html(cell)}</div>`)).join("")}</div>`;

const inCell = (blocks: readonly Block[]) =>
  blocks.length === 1 && blocks[0]?.kind === "paragraph" ? words(blocks[0]) : html(blocks);

function table({ rows }: Table) {
  const cellOf = ({ isHeader, names }: Row, i: number) =>
    isHeader
      ? { tag: "th", scope: ' scope="col"' }
      : names[i]
        ? { tag: "th", scope: ' scope="row"' }
        : { tag: "td", scope: "" };
  const line = (row: Row) =>
    `<tr>${row.cells
      .map((cell, i) => {
        const { tag, scope } = cellOf(row, i);
        return `<${tag}${scope}>${inCell(cell)}</${tag}>`;
      })
      .join("")}</tr>`;
  const heads = rows.filter(({ isHeader }) => isHeader);
  const body = rows.filter(({ isHeader }) => !isHeader);
  const head = heads.length ? `<thead>${heads.map(line).join("")}</thead>` : "";
  return `<table>${head}<tbody>${body.map(line).join("\n")}</tbody></table>`;
}

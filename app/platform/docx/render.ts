// The same sheet as a file for Word: real headings, lists and tables, so that people can go on writing in it.

import { Page } from "@react-pdf/renderer";
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import { createElement } from "react";
import { cleanLine } from "../pdf/clean-text";
import { loadFonts } from "../pdf/fonts";
import { nodesOf } from "../pdf/react-pdf";
import type { Sheet } from "../pdf/sheet";
import { type Block, blocksOf } from "./blocks";
import { twips, written } from "./write";

/** On every machine with Word; LibreOffice has one of the same widths. Ours is embedded in the PDF only. */
const FONT = "Arial";
const SMALL = { size: 16, color: "4A525B" };

export async function renderDocx(sheet: Sheet): Promise<Buffer> {
  await loadFonts(); // the PDF's text is cleaned by what its fonts can show, and this is the same text
  const { meta, size, margin, style, bodies } = sheet;
  const width = size[0] - margin.left - margin.right;
  const pages = bodies.map((body, key) =>
    createElement(Page, { key, size: { width: size[0], height: size[1] } }, body),
  );
  const letters = (nodesOf(pages).children ?? []).map(({ children = [] }) => blocksOf(children, width));
  const document = new Document({
    title: cleanLine(meta.title),
    creator: cleanLine(meta.author ?? ""),
    subject: cleanLine(meta.subject ?? ""),
    lastModifiedBy: cleanLine(meta.author ?? ""),
    styles: stylesOf(style.fontSize, meta.lang),
    numbering: NUMBERING,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(size[0]), height: twips(size[1]) },
            margin: {
              ...{ top: twips(margin.top), right: twips(margin.right), bottom: twips(margin.bottom) },
              ...{ left: twips(margin.left), header: twips(34), footer: twips(36) },
            },
          },
        },
        ...furniture(sheet, twips(width)),
        children: written(letters.flatMap(onOwnPage), style.color),
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Each letter of a print begins on a page of its own. */
const onOwnPage = (blocks: Block[], letter: number): Block[] =>
  letter === 0
    ? blocks
    : [{ kind: "paragraph", role: "P", runs: [], before: 0, after: 0, keepNext: false, onNewPage: true }, ...blocks];

/** Header and footer as the PDF has them; the first page needs no running head. */
function furniture({ furniture: words }: Sheet, right: number) {
  const { footer = "", runningHead = "", mark = "" } = words?.() ?? {};
  const tabStops = [{ type: TabStopType.RIGHT, position: right }];
  const marked = new TextRun({ text: `\t${mark}`, bold: true, size: 22 });
  const head = (text: string) =>
    new Header({ children: [new Paragraph({ tabStops, children: [new TextRun({ text, ...SMALL }), marked] })] });
  const pages = ["\tstrona ", PageNumber.CURRENT, " z ", PageNumber.TOTAL_PAGES];
  const foot = new Footer({
    children: [
      new Paragraph({
        tabStops,
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: "B9C0C7", space: 6 } },
        children: [new TextRun({ text: footer, ...SMALL }), new TextRun({ children: pages, ...SMALL })],
      }),
    ],
  });
  return { headers: { first: head(""), default: head(runningHead) }, footers: { first: foot, default: foot } };
}

function stylesOf(fontSize: number, lang: string) {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: FONT, size: size * 2, bold: true, color: "16191D" },
    paragraph: { spacing: { before: twips(before), after: twips(after), line: 264 }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: fontSize * 2, language: { value: lang, eastAsia: lang, bidirectional: lang } },
        paragraph: { spacing: { line: 288 } },
      },
      heading1: heading(17, 0, 4),
      heading2: heading(11.5, 18, 6),
      heading3: heading(10, 10, 4),
    },
  };
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  ...{ level: 0, format, text, alignment: AlignmentType.LEFT },
  style: { paragraph: { indent: { left: twips(22), hanging: twips(22) } } },
});
const NUMBERING = {
  config: [
    { reference: "numbers", levels: [level(LevelFormat.DECIMAL, "%1.")] },
    { reference: "dashes", levels: [level(LevelFormat.BULLET, "–")] },
  ],
};

// Blocks as docx's own objects.
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  Paragraph as WordParagraph,
  Table as WordTable,
} from "docx";
import type { Block, Figure, Paragraph, Row, Run, Table } from "./blocks";

/** Word counts in twentieths of a point. */
export const twips = (points: number) => Math.round(points * 20);
const PIXELS_PER_POINT = 96 / 72;

const HEADINGS: Record<string, (typeof HeadingLevel)[keyof typeof HeadingLevel]> = {
  H1: HeadingLevel.HEADING_1,
  H2: HeadingLevel.HEADING_2,
  H3: HeadingLevel.HEADING_3,
  H4: HeadingLevel.HEADING_4,
};
const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
const MOST_ABOVE_HEADING = 18;
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: "B9C0C7" };
const RULE = { style: BorderStyle.SINGLE, size: 6, color: "4A525B" };

/** Word takes two tables without anything between them for one. */
const LEAST_GAP = 4;

export function written(blocks: readonly Block[], textColor: string): (WordParagraph | WordTable)[] {
  return blocks.flatMap((block, i) => {
    const above = blocks[i - 1];
    const room = above?.kind === "table" ? Math.max(LEAST_GAP, above.after) : 0;
    if (block.kind === "figure") return [figure(block)];
    if (block.kind === "paragraph") return [paragraph({ ...block, before: Math.max(room, block.before) }, textColor)];
    const height = Math.max(room, block.before);
    return [
      ...(height ? [gap(height, above?.kind !== "table" || above.rows.at(-1)?.keepNext)] : []),
      table(block, textColor),
    ];
  });
}

/** A table has no room above it but an empty line. */
const gap = (height: number, keepNext?: boolean) =>
  new WordParagraph({ spacing: { before: 0, after: 0, line: twips(height), lineRule: "exact" }, keepNext });

function paragraph(block: Paragraph, textColor: string) {
  const { role, runs, align, before, after, indent, keepNext, onNewPage, lineAbove, list } = block;
  const heading = HEADINGS[role];
  return new WordParagraph({
    heading,
    alignment: align && ALIGNMENTS[align],
    // A heading looks as its style says, so that a change of the style changes all of them.
    ...((!heading || before > MOST_ABOVE_HEADING) && { spacing: { before: twips(before), after: twips(after) } }),
    ...(indent && { indent: { left: twips(indent), right: twips(indent) } }),
    ...(list && { numbering: { reference: list.numbered ? "numbers" : "dashes", level: 0, instance: list.no } }),
    ...(lineAbove && { border: { top: { ...RULE, space: 4 } } }),
    keepNext: keepNext || heading !== undefined,
    pageBreakBefore: onNewPage,
    children: runs.flatMap((run) => textRuns(run, heading !== undefined, textColor)),
  });
}

/** A new line inside a paragraph is a line break, as it is on the PDF. */
const textRuns = ({ text, bold, italic, color, size }: Run, isHeading: boolean, textColor: string) =>
  text.split("\n").map(
    (line, i) =>
      new TextRun({
        text: line,
        ...(i > 0 && { break: 1 }),
        ...(!isHeading && {
          bold: bold || undefined,
          italics: italic || undefined,
          color: color && color !== textColor ? color.replace("#", "") : undefined,
          size: size && Math.round(size * 2),
        }),
      }),
  );

function table({ isLayout, widths, rows }: Table, textColor: string) {
  const hasHeader = rows[0]?.isHeader === true;
  const border = hasHeader ? HAIRLINE : NONE;
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: { top: NONE, bottom: border, left: NONE, right: NONE, insideHorizontal: border, insideVertical: NONE },
    tableLook: {
      firstRow: hasHeader,
      firstColumn: !isLayout,
      noHBand: true,
      noVBand: true,
    },
    rows: rows.map((row) => tableRow(row, { padding: isLayout ? 0 : hasHeader ? 3 : 1.5, widths, textColor })),
  });
}

type Frame = { padding: number; widths: number[]; textColor: string };

function tableRow({ cells, isHeader, isWhole, keepNext }: Row, { padding, widths, textColor }: Frame) {
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: isWhole,
    keepNext,
    children: cells.map((blocks, i) => {
      const children = written(blocks, textColor);
      // A cell ends with a paragraph, or Word mends the file.
      if (!(children.at(-1) instanceof WordParagraph)) children.push(new WordParagraph({}));
      return new TableCell({
        width: { size: twips(widths[i] ?? 0), type: WidthType.DXA },
        margins: {
          top: twips(padding),
          bottom: twips(padding),
          left: i ? twips(5) : 0,
          right: i < cells.length - 1 ? twips(5) : 0,
          marginUnitType: WidthType.DXA,
        },
        ...(isHeader && { borders: { bottom: RULE } }),
        children,
      });
    }),
  });
}

function figure({ bytes, alt, width, height }: Figure) {
  const type = bytes[0] === 0xff ? "jpg" : "png";
  const transformation = { width: width * PIXELS_PER_POINT, height: height * PIXELS_PER_POINT };
  const altText = { name: alt, title: alt, description: alt };
  return new WordParagraph({ children: [new ImageRun({ type, data: bytes, transformation, altText })] });
}

import type { ReactNode } from "react";
import { Box, ink, size } from "./box";
import { cleanLine } from "./clean-text";
import { FONT_FAMILY } from "./fonts";
import { Chrome } from "./official";
import type { Meta, Sheet } from "./sheet";

const A4 = { width: 595.28, height: 841.89 };
const MARGIN = { top: 68, right: 64, bottom: 76, left: 64 };
const LONGEST_LINE = 90;

type Paper = Omit<Meta, "lang"> & {
  /** Small, at the foot of each page: the number or the mark of the document. */
  footer?: string;
  /** Small, at the head of each page but the first; the title unless told otherwise. */
  runningHead?: string;
  /** At the head of each page, e.g. „PROJEKT”. Say it in the text, too: a screen reader skips it here. */
  mark?: string;
  /** What the pages are counted as. */
  leaf?: string;
  /** Wide tables: the page lies on its side. */
  landscape?: true;
  /** An address of our own beside the footer, as a QR code; the text has to say it, too. */
  qr?: string;
};

/** A Polish A4 paper: what a room's document component returns. */
export const a4 = (paper: Paper, body: ReactNode): Sheet => sheetOf(paper, [body]);

/** Letters to several people in one print, in the larger type of a letter; one of a single page has no page number. */
export const letters = (paper: Paper, bodies: readonly ReactNode[]): Sheet => ({
  ...sheetOf(paper, bodies.map(article), { skipsLonePage: true }),
  style: { ...STYLE, fontSize: size.letter, lineHeight: 1.5 },
  areArticles: true,
});

const article = (body: ReactNode) => <Box tag={{ role: "Art" }}>{body}</Box>;

const STYLE = { fontFamily: FONT_FAMILY, fontSize: size.text, lineHeight: 1.45, color: ink.text };

function sheetOf(
  { footer = "", runningHead, mark, leaf, qr, landscape, ...meta }: Paper,
  bodies: readonly ReactNode[],
  { skipsLonePage = false } = {},
): Sheet {
  const texts = () => ({
    footer: cleanLine(footer, LONGEST_LINE),
    runningHead: cleanLine(runningHead ?? meta.title, LONGEST_LINE),
    mark,
    side: MARGIN.left,
  });
  return {
    meta: { ...meta, lang: "pl-PL" },
    size: landscape ? [A4.height, A4.width] : [A4.width, A4.height],
    margin: MARGIN,
    style: STYLE,
    bodies,
    furniture: texts,
    chrome: (page, pages) => (
      <Chrome page={page} pages={pages} isNumbered={pages > 1 || !skipsLonePage} leaf={leaf} qr={qr} {...texts()} />
    ),
  };
}

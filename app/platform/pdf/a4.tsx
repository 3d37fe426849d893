import type { ReactNode } from "react";
import { ink, size } from "./box";
import { cleanLine } from "./clean-text";
import { FONT_FAMILY } from "./fonts";
import { Chrome } from "./official";
import type { Meta, Sheet } from "./sheet";

const MARGIN = { top: 68, right: 64, bottom: 76, left: 64 };
const LONGEST_LINE = 90;

type Paper = Omit<Meta, "lang"> & {
  /** Small, at the foot of each page: the number or the mark of the document. */
  footer?: string;
  /** Small, at the head of each page but the first; the title unless told otherwise. */
  runningHead?: string;
  /** At the head of each page, e.g. „PROJEKT”. Say it in the text, too: a screen reader skips it here. */
  mark?: string;
};

/** A Polish A4 paper: what a room's document component returns. */
export function a4({ footer = "", runningHead, mark, ...meta }: Paper, body: ReactNode): Sheet {
  const texts = () => ({
    footer: cleanLine(footer, LONGEST_LINE),
    runningHead: cleanLine(runningHead ?? meta.title, LONGEST_LINE),
    mark,
    side: MARGIN.left,
  });
  return {
    meta: { ...meta, lang: "pl-PL" },
    size: [595.28, 841.89],
    margin: MARGIN,
    style: { fontFamily: FONT_FAMILY, fontSize: size.text, lineHeight: 1.45, color: ink.text },
    body,
    chrome: (page, pages) => <Chrome page={page} pages={pages} {...texts()} />,
  };
}

import type { ReactNode } from "react";

/** The structure element of a node. The same object on two nodes means: the same element. */
export type Tag = { role: string; alt?: string; scope?: "Column" | "Row"; numbering?: "Decimal" | "Disc" };

export type Meta = {
  title: string;
  author?: string;
  subject?: string;
  keywords?: string;
  lang: string;
  created?: Date;
};

export type Margin = { top: number; right: number; bottom: number; left: number };

/** Somebody else's file, shown page by page behind a page that says what it is. */
export type Enclosure = {
  mediaType: string;
  /** In base64; without it, the file is only told of. */
  content: string;
  /** What a screen reader is told instead of a page. */
  alt: (page: number, pages: number) => string;
  /** The first page, and after it those that could be read: none of a file that is locked or broken. */
  body: (pages: readonly ReactNode[]) => ReactNode;
};

/** A whole document before it is drawn: what a room's component returns. */
export type Sheet = {
  meta: Meta;
  size: readonly [width: number, height: number];
  margin: Margin;
  style: { fontFamily: string; fontSize: number; lineHeight: number; color: string };
  /** One body, or several letters in one print: each begins on a page of its own and counts its own pages. */
  bodies: readonly ReactNode[];
  /** They come after the bodies, each on pages of its own. */
  enclosures?: readonly Enclosure[];
  /** Each body is tagged as one already. */
  areArticles?: true;
  /** Header and footer of a page, drawn as artifacts when the number of pages is known. */
  chrome: (page: number, pages: number, whole: { page: number; pages: number; body: number }) => ReactNode;
  /** A first page that says on which page of the whole print each body begins. */
  contents?: (starts: readonly number[]) => ReactNode;
  /** The words of header and footer, for a file that numbers its pages itself. */
  furniture?: () => { footer: string; runningHead: string; mark?: string };
};

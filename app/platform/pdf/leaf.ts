import type { PDFRef } from "pdf-lib";

/** A page of somebody else's file, or a picture: a form in a store of its own, with its size in points. */
export type Leaf = { form: PDFRef; width: number; height: number };

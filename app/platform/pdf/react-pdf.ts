// The only file that crosses into react-pdf's untyped middle: elements → nodes → boxes → drawing.
import layoutDocument from "@react-pdf/layout";
import drawDocument from "@react-pdf/render";
import { Document, type Font, pdf } from "@react-pdf/renderer";
import { createElement, type ReactElement } from "react";
import type { LaidNode, SourceNode } from "./node";
import { madeSafe } from "./safe-nodes";
import type { TaggedDocument } from "./tagged-document";

/** React elements to react-pdf's own nodes: a DOCUMENT with PAGE children. */
export function nodesOf(pages: ReactElement | ReactElement[]): SourceNode {
  const { container } = pdf(createElement(Document, null, pages)) as unknown as { container: { document: SourceNode } };
  return madeSafe(container.document);
}

export const layOut = layoutDocument as unknown as (document: SourceNode, fonts: typeof Font) => Promise<LaidNode>;

export const draw = drawDocument as unknown as (document: TaggedDocument, nodes: LaidNode) => void;

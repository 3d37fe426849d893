// What react-pdf would do with a node as it comes, and must not: this pass runs before its layout sees anything.
import { cleanText } from "./clean-text";
import { type SourceNode, type Style, styleOf } from "./node";

/** Infinite, for textkit. */
const NEVER = 10_000;
const SAFE_LINK = /^(https?:\/\/|mailto:|tel:)/i;

type Type = { fontSize: number; lineHeight: number };

/**
 * - It draws any sign, from a font that is not embedded when ours lacks it: text is cleaned.
 * - It fetches any address and reads any file: an image is bytes.
 * - It writes `javascript:` links: only addresses that a reader expects become links.
 * - It multiplies a line height without unit by the size of the same style, or by 18, and again when it lays out once
 *   more (1e21 points after a few pages): each text gets its line height in points, a factor of its own size as in CSS.
 * - It takes the end of a script or a style for the end of a syllable, „(” of „(ustalenie” and the bold word of „słowo,”:
 *   no line ends there, unless nothing else fits.
 */
export function madeSafe(node: SourceNode, inherited: Type = { fontSize: 10, lineHeight: 1.45 }): SourceNode {
  if (node.value !== undefined) return { ...node, value: cleanText(node.value) };
  const { lineHeight = inherited.lineHeight, ...style } = styleOf(node);
  const type = { fontSize: Number(style.fontSize ?? inherited.fontSize), lineHeight: Number(lineHeight) };
  const safe = node.type === "LINK" ? withoutUnsafeLink(node) : node;
  if (node.type === "IMAGE" && !(node.props.src instanceof Uint8Array))
    throw new Error("An image is bytes, never an address");
  if (node.type === "TEXT") {
    const props = { ...safe.props, hyphenationPenalty: NEVER };
    return { ...safe, props, style: inPoints(style, type), children: node.children?.map(cleaned) };
  }
  return { ...safe, style, children: node.children?.map((child) => madeSafe(child, type)) };
}

const inPoints = (style: Style, { fontSize, lineHeight }: Type): Style => ({
  ...style,
  lineHeight: `${(fontSize * lineHeight).toFixed(3)}pt`,
});

/** Stretches inside a text (bold, italic, links) share its lines. */
function cleaned(node: SourceNode): SourceNode {
  if (node.value !== undefined) return { ...node, value: cleanText(node.value) };
  const { lineHeight: _, ...style } = styleOf(node);
  const safe = node.type === "LINK" ? withoutUnsafeLink(node) : node;
  return { ...safe, style, children: node.children?.map(cleaned) };
}

function withoutUnsafeLink(node: SourceNode): SourceNode {
  if (SAFE_LINK.test(String(node.props.src ?? node.props.href ?? ""))) return node;
  return { ...node, type: "TEXT", props: { ...node.props, src: undefined, href: undefined } };
}

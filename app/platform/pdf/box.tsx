// react-pdf's components, with the tag that it carries through its layout without knowing it.
import { Image, Text, View } from "@react-pdf/renderer";
import type { ComponentType, ReactNode } from "react";
import type { NodeProps, Style } from "./node";

type Flow = "form" | "wrap" | "fixed" | "break" | "minPresenceAhead" | "keepWithPrevious" | "filler";
type BoxProps = Pick<NodeProps, "tag" | Flow> & {
  style?: Style;
  children?: ReactNode;
};

export const Box = View as unknown as ComponentType<BoxProps>;
export const TextBox = Text as unknown as ComponentType<BoxProps>;
export const Picture = Image as unknown as ComponentType<{ src: Uint8Array; tag: NodeProps["tag"]; style: Style }>;

export const ink = { text: "#16191d", soft: "#4a525b", hairline: "#b9c0c7", rule: "#4a525b", link: "#0b4a8f" };
/** Lengths in points. `lineHeight` is a factor of the text's own size, as in CSS (see safe-nodes.ts). */
export const size = { letter: 10.5, text: 10, table: 9, small: 8 };

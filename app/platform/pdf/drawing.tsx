import { Path, Svg } from "@react-pdf/renderer";
import type { ComponentType, ReactNode } from "react";
import type { Style } from "./node";
import type { Tag } from "./sheet";

type Canvas = { viewBox: string; tag?: Tag; style: Style; children: ReactNode };

const Canvas = Svg as unknown as ComponentType<Canvas>;

export type Shape = {
  d: string;
  fill?: string;
  /** A line with round ends; a line without length is a dot. */
  stroke?: { color: string; width: number };
};

type DrawingProps = {
  viewBox: string;
  width: number;
  shapes: readonly Shape[];
  /** What it is for. Without it the drawing is decoration, which a screen reader passes over. */
  alt?: string;
  style?: Style;
};

/** Vectors: crisp at any size, and a few hundred bytes. */
export function Drawing({ viewBox, width, shapes, alt, style }: DrawingProps) {
  const [, , w = 1, h = 1] = viewBox.split(" ").map(Number);
  const tag = alt ? { role: "Figure", alt } : { role: "Artifact" };
  return (
    <Canvas viewBox={viewBox} tag={tag} style={{ width, height: (width * h) / w, ...style }}>
      {shapes.map(({ d, fill, stroke }, i) =>
        stroke ? (
          <Path key={i} d={d} stroke={stroke.color} strokeWidth={stroke.width} strokeLinecap="round" fill="none" />
        ) : (
          <Path key={i} d={d} fill={fill} />
        ),
      )}
    </Canvas>
  );
}

// The words of a document: headings, paragraphs, lists, links. Parts take no style, so that all papers look alike.
import { Link, Text } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { Box, ink, Picture, size, TextBox } from "./box";
import type { Style } from "./node";

type HeadingProps = { children: ReactNode; onNewPage?: boolean };

const heading = (role: string, style: Style) =>
  function Heading({ children, onNewPage }: HeadingProps) {
    return (
      <TextBox
        tag={{ role }}
        break={onNewPage}
        minPresenceAhead={1}
        style={{ fontWeight: 700, lineHeight: 1.3, ...style }}
      >
        {children}
      </TextBox>
    );
  };

export const H2 = heading("H2", { fontSize: 11.5, marginTop: 18, marginBottom: 6 });
export const H3 = heading("H3", { fontSize: 10, marginTop: 10, marginBottom: 4 });

export const P = ({ children }: { children: ReactNode }) => (
  <TextBox tag={{ role: "P" }} style={{ marginBottom: 6 }}>
    {children}
  </TextBox>
);

/** A remark under a table or at the end: smaller and softer. */
export const Note = ({ children }: { children: ReactNode }) => (
  <TextBox tag={{ role: "P" }} style={{ marginBottom: 5, fontSize: 8.5, lineHeight: 1.4, color: ink.soft }}>
    {children}
  </TextBox>
);

/** Keeps a heading's paragraph with what it introduces, e.g. a sentence before a list or a table. */
export const Lead = ({ children }: { children: ReactNode }) => (
  <TextBox tag={{ role: "P" }} minPresenceAhead={1} style={{ marginBottom: 4 }}>
    {children}
  </TextBox>
);

export const B = ({ children }: { children: ReactNode }) => <Text style={{ fontWeight: 700 }}>{children}</Text>;
export const I = ({ children }: { children: ReactNode }) => <Text style={{ fontStyle: "italic" }}>{children}</Text>;

/** Only for addresses that we make ourselves: a paper carries no link that a user typed. */
export const A = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link src={href} style={{ color: ink.link, textDecoration: "none" }}>
    {children}
  </Link>
);

/** Numbered or bulleted: L > LI > Lbl, LBody. No single item stands on the other side of a page break. */
export const List = ({ items, numbered, start = 1 }: { items: ReactNode[]; numbered?: boolean; start?: number }) => (
  <Box tag={{ role: "L", numbering: numbered ? "Decimal" : "Disc" }} style={{ marginBottom: 6 }}>
    {items.map((item, i) => (
      <Box
        key={i}
        tag={{ role: "LI" }}
        minPresenceAhead={i === 0 || i === items.length - 2 ? 1 : undefined}
        style={{ flexDirection: "row", marginBottom: 2.5 }}
      >
        <TextBox tag={{ role: "Lbl" }} style={{ width: 22, color: ink.soft }}>
          {numbered ? `${start + i}.` : "–"}
        </TextBox>
        <TextBox tag={{ role: "LBody" }} style={{ flex: 1 }}>
          {item}
        </TextBox>
      </Box>
    ))}
  </Box>
);

/** A PNG or JPEG of our own making, e.g. a QR code. `alt` says what it is for. */
export const Figure = ({
  src,
  alt,
  width,
  height,
}: {
  src: Uint8Array;
  alt: string;
  width: number;
  height: number;
}) => <Picture src={src} tag={{ role: "Figure", alt }} style={{ width, height, fontSize: size.text }} />;

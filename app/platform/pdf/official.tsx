// The parts of an official Polish paper around its text.
import type { ReactNode } from "react";
import { typeset } from "../language";
import { Box, ink, size, TextBox } from "./box";
import { Qr } from "./qr";

type LetterheadProps = {
  unit: string;
  /** Department, reference number …, a line each. */
  details?: string[];
  /** „Nowa Łąka, 23 marca 2026 r.” */
  placeAndDate: string;
};

/** „30 października 2026 r.” stays on one line: the town goes above it. */
const wholeDate = (text: string) => text.replace(/(\d{1,2}[ \u00a0]\p{L}+) (?=\d{4})/u, "$1\u00a0");

/** Unit on the left, place and date on the right; no emblem, which only the Police may use. */
export const Letterhead = ({ unit, details = [], placeAndDate }: LetterheadProps) => (
  <Box style={{ flexDirection: "row", marginBottom: 34 }}>
    <Box style={{ flex: 1, paddingRight: 24 }}>
      <TextBox tag={{ role: "P" }} style={{ fontWeight: 700, lineHeight: 1.35 }}>
        {typeset(unit)}
      </TextBox>
      {details.map((line, i) => (
        <TextBox key={i} tag={{ role: "P" }} style={{ fontSize: 9, lineHeight: 1.45, color: ink.soft }}>
          {typeset(line)}
        </TextBox>
      ))}
    </Box>
    <TextBox tag={{ role: "P" }} style={{ width: 190, textAlign: "right", lineHeight: 1.35 }}>
      {wholeDate(typeset(placeAndDate))}
    </TextBox>
  </Box>
);

/** The one H1. `lines` stand below it: what the debate was called, its topic. */
export const Title = ({ children, lines = [] }: { children: ReactNode; lines?: ReactNode[] }) => (
  <Box style={{ marginBottom: 18 }}>
    <TextBox
      tag={{ role: "H1" }}
      minPresenceAhead={1}
      style={{ fontSize: 17, fontWeight: 700, lineHeight: 1.25, textAlign: "center", marginBottom: 4 }}
    >
      {children}
    </TextBox>
    {lines.map((line, i) => (
      <TextBox
        key={i}
        tag={{ role: "P" }}
        minPresenceAhead={1}
        style={{ fontSize: 10.5, lineHeight: 1.45, textAlign: "center", paddingHorizontal: 40 }}
      >
        {line}
      </TextBox>
    ))}
  </Box>
);

type Signature = { role: string; name?: string };

/** Up to three in a line, the minute taker on the left; whole, and never alone on a page. */
export const Signatures = ({ people }: { people: readonly Signature[] }) => {
  const across = people.length === 3 ? 3 : 2;
  const lines = people.flatMap((_, i) => (i % across ? [] : [people.slice(i, i + across)]));
  return (
    <Box wrap={false} keepWithPrevious style={{ marginTop: 18 }}>
      {lines.map((line, i) => (
        <Box key={i} style={{ flexDirection: "row", justifyContent: "space-between", marginTop: 38 }}>
          {line.map((signature, k) => (
            <SignatureLine key={k} width={across === 3 ? "29%" : "42%"} {...signature} />
          ))}
        </Box>
      ))}
    </Box>
  );
};

const SignatureLine = ({ role, name, width }: Signature & { width: string }) => (
  <Box style={{ width }}>
    <Box
      tag={{ role: "Artifact" }}
      style={{ height: 1, borderBottomWidth: 0.6, borderColor: ink.rule, marginBottom: 4 }}
    />
    <TextBox tag={{ role: "P" }} style={{ fontSize: 8.5, lineHeight: 1.35, color: ink.soft, textAlign: "center" }}>
      {role}
    </TextBox>
    {name ? (
      <TextBox tag={{ role: "P" }} style={{ fontSize: 9.5, lineHeight: 1.35, textAlign: "center" }}>
        {typeset(name)}
      </TextBox>
    ) : null}
  </Box>
);

type ChromeProps = {
  page: number;
  pages: number;
  isNumbered: boolean;
  /** What is counted: „strona”, in files „karta”. */
  leaf?: string;
  footer: string;
  runningHead: string;
  mark?: string;
  qr?: string;
  side: number;
};

/** Thirteen millimetres. */
const QR_WIDTH = 37;

/** Drawn as artifacts: a screen reader has its own page numbers. */
export const Chrome = ({
  page,
  pages,
  isNumbered,
  leaf = "strona",
  footer,
  runningHead,
  mark,
  qr,
  side,
}: ChromeProps) => {
  const small = { fontSize: size.small, lineHeight: 1.3, color: ink.soft };
  const across = { position: "absolute", left: side, right: side };
  const [line, foot, indent] = qr ? [66, 44, QR_WIDTH + 10] : [52, 36, 0];
  return (
    <>
      {page > 1 ? <TextBox style={{ ...small, ...across, top: 34, right: side + 80 }}>{runningHead}</TextBox> : null}
      {mark ? (
        <TextBox style={{ ...across, top: 31, textAlign: "right", fontSize: 11, fontWeight: 700 }}>{mark}</TextBox>
      ) : null}
      <Box style={{ ...across, bottom: line, borderTopWidth: 0.4, borderColor: ink.hairline }} />
      {qr ? (
        <Box style={{ position: "absolute", left: side, bottom: line - 7 - QR_WIDTH }}>
          <Qr address={qr} width={QR_WIDTH} />
        </Box>
      ) : null}
      <TextBox style={{ ...small, ...across, bottom: foot, left: side + indent, right: side + 80 }}>{footer}</TextBox>
      {isNumbered ? (
        <TextBox
          style={{ ...small, ...across, bottom: foot, textAlign: "right" }}
        >{`${leaf} ${page} z ${pages}`}</TextBox>
      ) : null}
    </>
  );
};

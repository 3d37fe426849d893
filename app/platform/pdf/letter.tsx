// The parts of a Polish official letter. Between Letterhead (official.tsx) and Closing stands ordinary text.
import type { ReactNode } from "react";
import { Box, ink, size, TextBox } from "./box";

const RIGHT_HALF = 236;

/** To whom: as on an envelope, on the right, a line each. */
export const Addressee = ({ lines }: { lines: readonly string[] }) => (
  <Box style={{ marginLeft: RIGHT_HALF, marginBottom: 30 }}>
    <TextBox tag={{ role: "P" }} style={{ lineHeight: 1.45 }}>
      {lines.filter(Boolean).join("\n")}
    </TextBox>
  </Box>
);

/** What the letter is about: its only heading. */
export const Subject = ({ children }: { children: ReactNode }) => (
  <TextBox
    tag={{ role: "H1" }}
    minPresenceAhead={1}
    style={{ fontSize: 11.5, fontWeight: 700, lineHeight: 1.35, marginBottom: 16 }}
  >
    {children}
  </TextBox>
);

/** „Szanowna Pani Burmistrz,” */
export const Salutation = ({ children }: { children: ReactNode }) => (
  <TextBox tag={{ role: "P" }} minPresenceAhead={1} style={{ marginBottom: 10 }}>
    {children}
  </TextBox>
);

/** A paragraph of a letter: with more air around it than in a report. */
export const Paragraph = ({ children }: { children: ReactNode }) => (
  <TextBox tag={{ role: "P" }} style={{ marginBottom: 10 }}>
    {children}
  </TextBox>
);

/** The words of a motion or a commitment, set off from the letter's own. */
export const Quotation = ({ children }: { children: ReactNode }) => (
  <TextBox tag={{ role: "P" }} style={{ marginLeft: 22, marginRight: 22, marginTop: 2, marginBottom: 12 }}>
    {children}
  </TextBox>
);

type ClosingProps = {
  /** Whose name stands under the letter. */
  office: string;
  words?: string;
};

/** „Z wyrazami szacunku”, room for the signature, and who signs; never alone on a page. */
export const Closing = ({ office, words = "Z wyrazami szacunku" }: ClosingProps) => (
  <Box wrap={false} keepWithPrevious style={{ marginTop: 20, marginLeft: RIGHT_HALF }}>
    <TextBox tag={{ role: "P" }} style={{ textAlign: "center" }}>
      {words}
    </TextBox>
    <TextBox tag={{ role: "P" }} style={{ textAlign: "center", lineHeight: 1.35, marginTop: 46 }}>
      {office}
    </TextBox>
  </Box>
);

type EnclosureProps = { title: string; items: readonly string[] };

/** „Załączniki”, „Do wiadomości”: small, under the signature. */
export const Enclosure = ({ title, items }: EnclosureProps) =>
  items.length ? (
    <Box wrap={false} keepWithPrevious style={{ marginTop: 26 }}>
      <TextBox tag={{ role: "P" }} style={{ fontSize: size.table, lineHeight: 1.45, color: ink.soft }}>
        {[title, ...items].join("\n")}
      </TextBox>
    </Box>
  ) : null;

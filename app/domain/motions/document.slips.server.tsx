import { typeset } from "~/platform/language";
import { Box, ink, TextBox } from "~/platform/pdf/box";
import { cleanLine } from "~/platform/pdf/clean-text";
import { Drawing } from "~/platform/pdf/drawing";
import { Fitted } from "~/platform/pdf/fit";
import { FONT_FAMILY } from "~/platform/pdf/fonts";
import { Qr } from "~/platform/pdf/qr";
import type { Sheet } from "~/platform/pdf/sheet";
import { slip } from "./messages.slips.pl";
import type { SlipsProps } from "./queries.slips.server";

const PAGE = { width: 595.28, height: 841.89 };
const CARD = { width: PAGE.width / 2, height: PAGE.height / 2 };
const PAD = 24;
const INNER = CARD.width - 2 * PAD;
const QR_WIDTH = 60;
const CARDS = 4;
const accent = "#0b5b67";

/** A page is cut into four cards; each says where to send the same from a phone. */
export function slipsSheet(props: SlipsProps): Sheet {
  return {
    meta: { title: slip.documentTitle(props.topic), author: props.unit, subject: props.topic, lang: "pl-PL" },
    size: [PAGE.width, PAGE.height],
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
    style: { fontFamily: FONT_FAMILY, fontSize: 8, lineHeight: 1.25, color: ink.text },
    bodies: Array.from({ length: props.pages }, (_, page) => <Page key={page} {...props} first={page * CARDS + 1} />),
    chrome: () => <CuttingMarks />,
  };
}

const Page = ({ first, ...props }: SlipsProps & { first: number }) => (
  <Box wrap={false} style={{ width: PAGE.width, height: PAGE.height - 0.1, flexDirection: "row", flexWrap: "wrap" }}>
    {Array.from({ length: CARDS }, (_, i) => (
      <Card key={i} {...props} no={first + i} />
    ))}
  </Box>
);

const Card = ({ no, ...props }: SlipsProps & { no: number }) => (
  <Box
    tag={{ role: "Art" }}
    style={{ width: CARD.width, height: CARD.height - 0.05, padding: PAD, paddingTop: 21, overflow: "hidden" }}
  >
    <Head {...props} no={no} />
    <Label>{slip.what}</Label>
    <Lines count={4} gap={16.4} />
    <Label>{slip.where}</Label>
    <Lines count={1} gap={17} />
    <Label>{slip.category}</Label>
    <Categories names={props.categories} />
    <Label>{slip.contact}</Label>
    <Lines count={1} gap={17} />
    <AsKpaMotion />
    <Foot {...props} />
  </Box>
);

const Head = ({ topic, number, code, address, no }: SlipsProps & { no: number }) => (
  <Box style={{ flexDirection: "row", marginBottom: 6 }}>
    <Box style={{ flex: 1, paddingRight: 12, height: QR_WIDTH }}>
      <TextBox tag={{ role: "H1" }} style={{ fontSize: 13, fontWeight: 700, color: accent }}>
        {slip.title(no)}
      </TextBox>
      <Fitted
        tag={{ role: "P" }}
        sizes={[8.5, 7.5, 6.5]}
        room={{ width: INNER - QR_WIDTH - 12, height: 33, lineHeight: 1.25 }}
        style={{ fontWeight: 700, marginTop: 2 }}
      >
        {typeset(slip.topic(topic))}
      </Fitted>
      <TextBox tag={{ role: "P" }} style={{ position: "absolute", bottom: 0, fontSize: 7, color: ink.soft }}>
        {slip.debate(number, code)}
      </TextBox>
    </Box>
    <Box style={{ width: QR_WIDTH }}>
      <Qr address={address} width={QR_WIDTH} alt={slip.qr(address)} />
    </Box>
  </Box>
);

const Label = ({ children }: { children: string }) => (
  <TextBox tag={{ role: "P" }} style={{ fontSize: 8, fontWeight: 700, marginTop: 6 }}>
    {typeset(children)}
  </TextBox>
);

/** To write on: a line every six millimetres. */
const Lines = ({ count, gap }: { count: number; gap: number }) => (
  <Box>
    {Array.from({ length: count }, (_, i) => (
      <Box
        key={i}
        tag={{ role: "Artifact" }}
        style={{ height: gap, borderBottomWidth: 0.5, borderColor: ink.hairline }}
      />
    ))}
  </Box>
);

const Tick = ({ width }: { width: number }) => (
  <Box
    tag={{ role: "Artifact" }}
    style={{ width, height: width, borderWidth: 0.7, borderColor: ink.rule, marginRight: 4, marginTop: 0.8 }}
  />
);

const Categories = ({ names }: { names: readonly string[] }) => (
  <Box style={{ flexDirection: "row", flexWrap: "wrap", marginTop: 3 }}>
    {names.map((name) => (
      <Box key={name} style={{ width: "33.3%", flexDirection: "row", marginBottom: 1.6, paddingRight: 4 }}>
        <Tick width={6.5} />
        <TextBox tag={{ role: "P" }} style={{ flex: 1, fontSize: 6.6, lineHeight: 1.2 }}>
          {name}
        </TextBox>
      </Box>
    ))}
  </Box>
);

const AsKpaMotion = () => (
  <Box style={{ marginTop: 8, borderWidth: 0.6, borderColor: ink.hairline, padding: 6, paddingBottom: 7 }}>
    <Box style={{ flexDirection: "row" }}>
      <Tick width={8} />
      <TextBox tag={{ role: "P" }} style={{ flex: 1, fontSize: 7, lineHeight: 1.25 }}>
        {typeset(slip.kpa)}
      </TextBox>
    </Box>
    <Lines count={1} gap={17} />
  </Box>
);

const Foot = ({ controller, privacy }: SlipsProps) => (
  <Box style={{ position: "absolute", left: PAD, bottom: 12, width: INNER }}>
    <Fitted
      tag={{ role: "P" }}
      sizes={[5.8, 5.4, 5]}
      room={{ width: INNER, height: 16, lineHeight: 1.25 }}
      style={{ color: ink.soft }}
    >
      {typeset(`${slip.warning} ${slip.footer(cleanLine(controller, 90), privacy)}`)}
    </Fitted>
  </Box>
);

/** Short marks at the edges and a cross in the middle: enough for a guillotine, nothing to cut off from the cards. */
const MARK = 14;
const [X, Y] = [CARD.width, CARD.height];
const MARKS = `M${X} 0V${MARK}M${X} ${PAGE.height - MARK}V${PAGE.height}M0 ${Y}H${MARK}M${PAGE.width - MARK} ${Y}H${PAGE.width}M${X - 7} ${Y}H${X + 7}M${X} ${Y - 7}V${Y + 7}`;
const CuttingMarks = () => (
  <Drawing
    viewBox={`0 0 ${PAGE.width} ${PAGE.height}`}
    width={PAGE.width}
    shapes={[{ d: MARKS, stroke: { color: ink.soft, width: 0.5 } }]}
    style={{ position: "absolute", left: 0, top: 0 }}
  />
);

import { typeset } from "~/platform/language";
import { Box, TextBox } from "~/platform/pdf/box";
import { Drawing, type Shape } from "~/platform/pdf/drawing";
import { Fitted } from "~/platform/pdf/fit";
import { FONT_FAMILY } from "~/platform/pdf/fonts";
import { Qr } from "~/platform/pdf/qr";
import type { Sheet } from "~/platform/pdf/sheet";
import { poster } from "./messages.poster.pl";
import type { PosterProps } from "./queries.poster.server";

const PAGE = { width: 595.28, height: 841.89 };
const SIDE = 44;
const STAGE = 484;
const LEFT = 306;
const QR_WIDTH = 172;
const color = {
  ground: "#07424b",
  seat: "#2c6b73",
  voice: "#ffd54a",
  paper: "#ffffff",
  ink: "#16191d",
  accent: "#0b5b67",
};

/** One page that is read from three metres: the topic, the day, the place, and a code that opens the debate's page. */
export function posterSheet(props: PosterProps): Sheet {
  return {
    meta: { title: poster.title(props.topic), author: props.unit.name, subject: props.cycleTitle, lang: "pl-PL" },
    size: [PAGE.width, PAGE.height],
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
    style: { fontFamily: FONT_FAMILY, fontSize: 12, lineHeight: 1.2, color: color.ink },
    bodies: [
      <Box wrap={false} style={{ width: PAGE.width, height: PAGE.height - 0.1, overflow: "hidden" }}>
        <Stage {...props} />
        <Box style={{ flexDirection: "row", paddingHorizontal: SIDE, paddingTop: 30, height: 296 }}>
          <WhenAndWhere {...props} />
          <Way {...props} />
        </Box>
        <Foot {...props} />
      </Box>,
    ],
    chrome: () => null,
  };
}

/** The hall from above, one seat speaks; below it what the evening is about. */
const Stage = ({ unit, invites, cycleTitle, topic }: PosterProps) => (
  <Box style={{ height: STAGE, backgroundColor: color.ground }}>
    <Drawing viewBox="0 0 540 270" width={500} shapes={HALL} style={{ position: "absolute", left: 208, top: -34 }} />
    <Box style={{ position: "absolute", left: SIDE, top: 34, width: PAGE.width - 2 * SIDE }}>
      <Fitted
        tag={{ role: "P" }}
        sizes={[13, 11, 9.5]}
        room={{ width: 232, height: 36, lineHeight: 1.25 }}
        style={{ fontWeight: 700, color: color.paper }}
      >
        {typeset(unit.name)}
      </Fitted>
    </Box>
    <Box style={{ position: "absolute", left: SIDE, bottom: 30, width: PAGE.width - 2 * SIDE }}>
      <TextBox tag={{ role: "P" }} style={{ fontSize: 19, fontWeight: 700, color: color.voice, marginBottom: 8 }}>
        {typeset(invites)}
      </TextBox>
      <Fitted
        tag={{ role: "H1" }}
        sizes={[52, 46, 41, 36, 32, 28, 24, 20, 17]}
        room={{ width: PAGE.width - 2 * SIDE, height: 172, lineHeight: 1.1 }}
        style={{ fontWeight: 700, color: color.paper }}
      >
        {typeset(topic)}
      </Fitted>
      <Fitted
        tag={{ role: "P" }}
        sizes={[14, 12, 10]}
        room={{ width: PAGE.width - 2 * SIDE, height: 36, lineHeight: 1.3 }}
        style={{ color: "#b2e6ec", marginTop: 10 }}
      >
        {typeset(cycleTitle)}
      </Fitted>
    </Box>
  </Box>
);

const WhenAndWhere = ({ term, instead, venue, access }: PosterProps) => (
  <Box style={{ width: LEFT }}>
    {term ? (
      <>
        <TextBox tag={{ role: "P" }} style={{ fontSize: 21, fontWeight: 700, color: color.accent }}>
          {term.weekday}
        </TextBox>
        <Fitted
          tag={{ role: "P" }}
          sizes={[50, 44, 38]}
          room={{ width: LEFT, height: 58, lineHeight: 1.12 }}
          style={{ fontWeight: 700 }}
        >
          {term.day}
        </Fitted>
        <TextBox tag={{ role: "P" }} style={{ fontSize: 24, fontWeight: 700, marginBottom: 16 }}>
          {`${term.year}, ${term.hours}`}
        </TextBox>
      </>
    ) : (
      <TextBox tag={{ role: "P" }} style={{ fontSize: 32, fontWeight: 700, lineHeight: 1.15, marginBottom: 20 }}>
        {typeset(instead)}
      </TextBox>
    )}
    <Fitted
      tag={{ role: "P" }}
      sizes={[19, 17, 15, 13, 11]}
      room={{ width: LEFT, height: 50, lineHeight: 1.22 }}
      style={{ fontWeight: 700 }}
    >
      {typeset(venue.name)}
    </Fitted>
    {venue.address ? (
      <Fitted tag={{ role: "P" }} sizes={[16, 14, 12, 10]} room={{ width: LEFT, height: 40, lineHeight: 1.25 }}>
        {typeset(venue.address)}
      </Fitted>
    ) : null}
    {access.length > 0 && (
      <Fitted
        tag={{ role: "P" }}
        sizes={[11, 10, 9]}
        room={{ width: LEFT, height: 42, lineHeight: 1.3 }}
        style={{ color: "#465054", marginTop: 9 }}
      >
        {`${poster.access}: ${access.map((fact) => fact.charAt(0).toLowerCase() + fact.slice(1)).join(", ")}.`}
      </Fitted>
    )}
  </Box>
);

const Way = ({ address }: PosterProps) => {
  const shown = address.replace(/^https?:\/\//, "");
  const [host = "", code = ""] = [shown.slice(0, shown.lastIndexOf("/") + 1), shown.slice(shown.lastIndexOf("/") + 1)];
  return (
    <Box style={{ width: QR_WIDTH, marginLeft: PAGE.width - 2 * SIDE - LEFT - QR_WIDTH }}>
      <TextBox tag={{ role: "P" }} style={{ fontSize: 13.5, fontWeight: 700, lineHeight: 1.25 }}>
        {typeset(poster.scan)}
      </TextBox>
      <Box style={{ marginTop: 12, marginBottom: 10 }}>
        <Qr address={address} width={QR_WIDTH} alt={poster.qr(address)} />
      </Box>
      <TextBox tag={{ role: "P" }} style={{ fontSize: 9.5, color: "#465054" }}>
        {poster.or}
      </TextBox>
      <Fitted
        tag={{ role: "P" }}
        sizes={[13, 11, 9.5, 8, 7]}
        room={{ width: QR_WIDTH, height: 34, lineHeight: 1.25 }}
        style={{ fontWeight: 700, color: color.accent }}
      >
        {`${host}${code}`}
      </Fitted>
    </Box>
  );
};

const Foot = ({ unit, coOrganizer }: PosterProps) => (
  <Box
    style={{
      position: "absolute",
      left: SIDE,
      right: SIDE,
      bottom: 30,
      paddingTop: 11,
      borderTopWidth: 0.75,
      borderColor: "#b9c0c7",
      flexDirection: "row",
    }}
  >
    <Fitted tag={{ role: "P" }} sizes={[10.5, 9.5, 8.5]} room={{ width: 350, height: 26, lineHeight: 1.25 }}>
      {typeset(
        [`${poster.organizer}: ${unit.name}`, coOrganizer && poster.together(coOrganizer)].filter(Boolean).join(". "),
      )}
    </Fitted>
    <TextBox tag={{ role: "P" }} style={{ flex: 1, textAlign: "right", fontSize: 12, fontWeight: 700 }}>
      {typeset(poster.urgent)}
    </TextBox>
  </Box>
);

/** Rows of seats around a rostrum, as on the service's own pages. */
const CENTRE = { x: 270, y: 254 };
const ROWS = [
  { radius: 90, seats: 9 },
  { radius: 130, seats: 12 },
  { radius: 170, seats: 15 },
  { radius: 210, seats: 18 },
  { radius: 250, seats: 21 },
];
const SPEAKS = { row: 2, seat: 5 };
const seatsOf = ({ radius, seats }: (typeof ROWS)[number], row: number) =>
  Array.from({ length: seats }, (_, seat) => {
    const angle = Math.PI - (Math.PI * seat) / (seats - 1);
    const [x, y] = [CENTRE.x + radius * Math.cos(angle), CENTRE.y - radius * Math.sin(angle)];
    return { speaks: row === SPEAKS.row && seat === SPEAKS.seat, d: dot(x, y, 9) };
  });
const dot = (x: number, y: number, r: number) =>
  `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const SEATS = ROWS.flatMap(seatsOf);
const HALL: Shape[] = [
  {
    d: SEATS.filter(({ speaks }) => !speaks)
      .map(({ d }) => d)
      .join(""),
    fill: color.seat,
  },
  {
    d: SEATS.filter(({ speaks }) => speaks)
      .map(({ d }) => d)
      .join(""),
    fill: color.voice,
  },
];

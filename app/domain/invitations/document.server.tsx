import { typeset } from "~/platform/language";
import { letters as letterSheet } from "~/platform/pdf/a4";
import { Box, ink, size, TextBox } from "~/platform/pdf/box";
import { linesOf } from "~/platform/pdf/fit";
import { Addressee, Salutation, Subject } from "~/platform/pdf/letter";
import { Letterhead } from "~/platform/pdf/official";
import { Qr } from "~/platform/pdf/qr";
import type { Sheet } from "~/platform/pdf/sheet";
import { A, List, Note, P } from "~/platform/pdf/text";
import { printed } from "./messages.papers.pl";
import type { PrintedLetters } from "./queries.papers.server";

/** The address stands where the window of a DL envelope is, 50 to 85 mm from the top of a sheet folded in three. */
const TOP = 48;
const HEAD = 82;
const ADDRESS = 90;
const MOST_ITEMS = 8;
const QR_WIDTH = 74;

/** One letter a guest, each on its own page. */
export function invitationsSheet({ unit, topic, number, letters }: PrintedLetters): Sheet {
  const sheet = letterSheet(
    { title: printed.title(topic), author: unit.name, subject: topic, footer: printed.footer(number) },
    letters.map((letter, i) => <Invitation key={i} unit={unit} letter={letter} />),
  );
  return {
    ...sheet,
    // With its code it should stand on one page.
    margin: { ...sheet.margin, top: TOP, bottom: 58 },
    style: { ...sheet.style, fontSize: size.text, lineHeight: LEADING },
  };
}

type Props = { unit: PrintedLetters["unit"]; letter: PrintedLetters["letters"][number] };

const Invitation = ({ unit, letter }: Props) => (
  <>
    <Box style={{ minHeight: HEAD }}>
      <Letterhead unit={typeset(unit.name)} details={unit.details} placeAndDate={typeset(letter.placeAndDate)} />
    </Box>
    <Box style={{ minHeight: ADDRESS }}>
      <Addressee lines={letter.to.map(typeset)} />
    </Box>
    <Subject>{typeset(letter.subject)}</Subject>
    <Salutation>{typeset(letter.salutation)}</Salutation>
    <Box style={{ fontSize: sizeFor(letter) }}>
      {letter.body.map((block, i) =>
        "p" in block ? (
          <P key={i}>{typeset(block.p)}</P>
        ) : "list" in block ? (
          <List key={i} items={shortened(block.list)} />
        ) : null,
      )}
    </Box>
    <Foot letter={letter} />
  </>
);

/** A letter that would need a second page for a line or two is set a little smaller. */
const SIZES = [size.text, 9.6, 9.2, 8.8];
const LEADING = 1.36;
const WIDTH = 467;
/** What head, subject, salutation and foot leave; four lines of an address are counted with the head. */
const ROOM = 392;

function sizeFor({ body, to }: Props["letter"]) {
  const tall = (texts: readonly string[], width: number, fontSize: number, gap: number) =>
    // The face that is measured is the bold one.
    texts.reduce((sum, text) => sum + linesOf(typeset(text), width * 1.06, fontSize) * fontSize * LEADING + gap, 0);
  const room = ROOM - Math.max(0, tall(to, WIDTH / 2, size.text, 0) - 4 * size.text * LEADING);
  const needs = (fontSize: number) =>
    body.reduce((sum, block) => {
      if ("p" in block) return sum + tall([block.p], WIDTH, fontSize, 6);
      return "list" in block ? sum + tall(shortened(block.list), WIDTH - 22, fontSize, 2.5) + 6 : sum;
    }, 0);
  return SIZES.find((fontSize) => needs(fontSize) <= room) ?? size.text;
}

/** „Porządek w skrócie”: a letter is no agenda. */
const shortened = (items: readonly string[]) =>
  items.length > MOST_ITEMS + 1 ? [...items.slice(0, MOST_ITEMS), printed.more].map(typeset) : items.map(typeset);

/** The code on the left (none in the files of the debate, which are kept), the signature on the right, the address below both: it is long. */
const Foot = ({ letter: { link, guest, privacy, signature } }: Pick<Props, "letter">) => (
  <Box wrap={false} keepWithPrevious style={{ marginTop: 9 }}>
    <Box style={{ flexDirection: "row" }}>
      {link ? <PersonalCode link={link} guest={guest} /> : <Note>{typeset(printed.withoutLink)}</Note>}
      <Box style={{ flex: 1, marginLeft: 14 }}>
        <TextBox tag={{ role: "P" }} style={{ textAlign: "center" }}>
          {printed.closing}
        </TextBox>
        <TextBox tag={{ role: "P" }} style={{ textAlign: "center", lineHeight: 1.25, marginTop: 34 }}>
          {typeset(signature)}
        </TextBox>
      </Box>
    </Box>
    {link ? (
      <TextBox tag={{ role: "P" }} style={{ fontSize: 8.5, lineHeight: 1.3, marginTop: 4 }}>
        <A href={link}>{link}</A>
      </TextBox>
    ) : null}
    <TextBox tag={{ role: "P" }} style={{ fontSize: 7, lineHeight: 1.3, color: ink.soft }}>
      {typeset(privacy)}
    </TextBox>
  </Box>
);

const PersonalCode = ({ link, guest }: { link: string; guest: string }) => (
  <>
    <Qr address={link} width={QR_WIDTH} alt={printed.qr(guest)} />
    <Box style={{ width: 194, marginLeft: 14 }}>
      <TextBox tag={{ role: "P" }} style={{ fontWeight: 700, marginBottom: 2 }}>
        {printed.answer}
      </TextBox>
      <TextBox tag={{ role: "P" }} style={{ fontSize: 8.5, lineHeight: 1.3 }}>
        {typeset(printed.scan)}
      </TextBox>
    </Box>
  </>
);

import { typeset } from "~/platform/language";
import { a4 } from "~/platform/pdf/a4";
import { Box, ink, size, TextBox } from "~/platform/pdf/box";
import type { Sheet } from "~/platform/pdf/sheet";
import { Facts, Table } from "~/platform/pdf/table";
import { B, H2, I, List, Note, P } from "~/platform/pdf/text";
import { script } from "./messages.script.pl";
import type { ScriptProps } from "./queries.script.server";

/** A third of the page is for a pen. */
const NOTES = 146;
const CLOCK = 52;

/** The evening in its order, hours on the left where the eye looks for them, and a margin for notes on the right. */
export function scriptSheet(props: ScriptProps): Sheet {
  const { topic, number, guests, items, end, waiting, opening, closing } = props;
  const { sections } = script;
  const sheet = a4(
    {
      title: `${script.title} – ${topic}`,
      subject: topic,
      runningHead: `${script.title} – ${topic}`,
      mark: script.mark,
      footer: script.footer(number),
    },
    <>
      <Heading {...props} />
      <H2>{sections.opening}</H2>
      {opening.map((line) => (
        <P key={line}>
          <I>{typeset(line)}</I>
        </P>
      ))}
      <H2>{sections.guests}</H2>
      <Guests guests={guests} />
      <H2>{sections.agenda}</H2>
      {items.length ? null : <Note>{script.noAgenda}</Note>}
      {items.map((item, i) => (
        <Item key={i} no={i + 1} {...item} />
      ))}
      {end ? <Note>{end}</Note> : null}
      {waiting ? <Note>{waiting}</Note> : null}
      <H2>{sections.closing}</H2>
      {closing.map((line) => (
        <P key={line}>
          <I>{typeset(line)}</I>
        </P>
      ))}
    </>,
  );
  const { top, bottom, left } = sheet.margin;
  return {
    ...sheet,
    margin: { top, bottom, left, right: NOTES + 46 },
    chrome: (page, pages, whole) => (
      <>
        {sheet.chrome(page, pages, whole)}
        <Margin top={top} bottom={bottom} />
      </>
    ),
  };
}

const Margin = ({ top, bottom }: { top: number; bottom: number }) => (
  <Box
    style={{
      position: "absolute",
      top,
      bottom: bottom - 8,
      right: 30,
      width: NOTES,
      borderLeftWidth: 0.5,
      borderColor: ink.hairline,
      paddingLeft: 8,
    }}
  >
    <TextBox style={{ fontSize: size.small, color: ink.soft }}>{script.notes}</TextBox>
  </Box>
);

const Heading = ({ topic, term, place, chair, moderator, minuteTaker }: ScriptProps) => {
  const { labels } = script;
  return (
    <>
      <TextBox
        tag={{ role: "H1" }}
        minPresenceAhead={1}
        style={{ fontSize: 19, fontWeight: 700, lineHeight: 1.2, marginBottom: 3 }}
      >
        {script.title}
      </TextBox>
      <TextBox tag={{ role: "P" }} style={{ fontSize: 12, fontWeight: 700, lineHeight: 1.3, marginBottom: 10 }}>
        {typeset(script.called(topic))}
      </TextBox>
      <Facts
        rows={[
          { label: labels.term, value: typeset(term) },
          { label: labels.place, value: typeset(place) },
          { label: labels.chair, value: typeset(chair) },
          { label: labels.moderator, value: typeset(moderator) },
          { label: labels.minuteTaker, value: typeset(minuteTaker) },
        ]}
      />
      <Note>{typeset(script.internal)}</Note>
    </>
  );
};

const Guests = ({ guests }: Pick<ScriptProps, "guests">) => (
  <Table
    rows={guests}
    empty={script.noGuests}
    columns={[
      { header: script.columns.who, width: 3, cell: ({ who }) => typeset(who), rowHeader: true },
      {
        header: script.columns.state,
        width: 2,
        cell: ({ state, isHere }) => (isHere ? <B>{typeset(state)}</B> : state),
      },
    ]}
  />
);

type ItemProps = ScriptProps["items"][number] & { no: number };

const Item = ({ no, clock, duration, title, presenter, isInternal, note, motions, earlier }: ItemProps) => (
  <Box style={{ marginTop: 10 }}>
    <Box
      wrap={false}
      minPresenceAhead={note || earlier.all || motions.all ? 1 : undefined}
      style={{ flexDirection: "row", borderTopWidth: 0.5, borderColor: ink.hairline, paddingTop: 5 }}
    >
      <TextBox tag={{ role: "P" }} style={{ width: CLOCK, fontSize: 14, fontWeight: 700, lineHeight: 1.2 }}>
        {clock}
      </TextBox>
      <Box style={{ flex: 1 }}>
        <TextBox tag={{ role: "H3" }} style={{ fontSize: 11, fontWeight: 700, lineHeight: 1.3, marginTop: 1 }}>
          {typeset(`${no}. ${title}`)}
        </TextBox>
        <TextBox tag={{ role: "P" }} style={{ fontSize: size.table, lineHeight: 1.35, color: ink.soft }}>
          {typeset([duration, presenter, isInternal ? script.internalItem : ""].filter(Boolean).join(" · "))}
        </TextBox>
      </Box>
    </Box>
    <Box style={{ paddingLeft: CLOCK, paddingTop: 3 }}>
      {note ? (
        <P>
          <B>{script.note}</B>
          {typeset(note)}
        </P>
      ) : null}
      <Known title={script.earlier} known={earlier} />
      <Known title={script.motions(motions.all)} known={motions} />
    </Box>
  </Box>
);

const Known = ({ title, known: { lines, all } }: { title: string; known: ItemProps["motions"] }) =>
  lines.length ? (
    <>
      <P>{title}</P>
      <List items={[...lines, ...(all > lines.length ? [script.more(all - lines.length)] : [])].map(typeset)} />
    </>
  ) : null;

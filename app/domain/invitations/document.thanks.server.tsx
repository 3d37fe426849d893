import { typeset } from "~/platform/language";
import { letters } from "~/platform/pdf/a4";
import { Addressee, Closing, Paragraph, Salutation, Subject } from "~/platform/pdf/letter";
import { Letterhead } from "~/platform/pdf/official";
import type { Sheet } from "~/platform/pdf/sheet";
import { Table } from "~/platform/pdf/table";
import { A } from "~/platform/pdf/text";
import { calendarDate, formatDate, formatShort } from "~/platform/time";
import type { DebateKind } from "~db/vocabulary";
import { thanks } from "./messages.thanks.pl";
import type { WhoCame } from "./queries.thanks.server";
import { addressOf } from "./rules.address";

type Settled = { number: string; title: string; role: "owner" | "supporter"; dueOn: string };

export type ThanksProps = {
  unit: { name: string; department: string; locality: string; headOffice: string };
  debate: {
    kind: DebateKind;
    cycleTitle: string;
    number: number;
    year: number;
    startsAt: string;
    evaluationOn: string | null;
  };
  day: string;
  tracker: { href: string; shown: string };
  /** `settled`: only what everybody may know. */
  guests: (WhoCame & { settled: Settled[] })[];
};

/** A letter to each guest who came or sent somebody. */
export function thanksSheet(props: ThanksProps): Sheet {
  const debate = debateOf(props);
  return letters(
    { title: thanks.title(debate), author: props.unit.name, footer: thanks.footer(debate) },
    props.guests.map((guest) => <Thanks key={guest.id} guest={guest} props={props} />),
  );
}

const debateOf = ({ debate }: ThanksProps) => ({ ...debate, startsAt: new Date(debate.startsAt) });

function Thanks({ guest, props }: { guest: ThanksProps["guests"][number]; props: ThanksProps }) {
  const { unit, day, tracker } = props;
  const debate = debateOf(props);
  const address = addressOf(guest.salutation);
  const { substitute, settled } = guest;
  return (
    <>
      <Letterhead
        unit={unit.name}
        details={[unit.department].filter(Boolean)}
        placeAndDate={typeset(thanks.placeAndDate(unit.locality, formatDate(calendarDate(day))))}
      />
      <Addressee lines={envelopeOf(guest).map(typeset)} />
      <Subject>{thanks.subject(debate)}</Subject>
      <Salutation>{typeset(`${guest.salutation.replace(/[,\s]+$/, "")},`)}</Salutation>
      <Paragraph>
        {typeset(
          guest.inPerson
            ? thanks.came(address, debate)
            : thanks.sent(
                address,
                debate,
                substitute ? [substitute.name, substitute.post].filter(Boolean).join(", ") : "",
              ),
        )}
      </Paragraph>
      <Paragraph>{typeset(thanks.meaning)}</Paragraph>
      {settled.length > 0 && <SettledTable settled={settled} />}
      <Paragraph>
        {thanks.progress} <A href={tracker.href}>{tracker.shown}</A>
      </Paragraph>
      <Paragraph>
        {typeset(
          [debate.evaluationOn && thanks.evaluation(calendarDate(debate.evaluationOn)), thanks.hope]
            .filter(Boolean)
            .join(" "),
        )}
      </Paragraph>
      <Closing office={typeset(unit.headOffice || unit.name)} />
    </>
  );
}

function SettledTable({ settled }: { settled: Settled[] }) {
  const { columns, roles } = thanks;
  return (
    <>
      <Salutation>{thanks.settled}</Salutation>
      <Table
        rows={settled}
        columns={[
          { header: columns.number, width: 30, rowHeader: true, cell: ({ number }) => number },
          { header: columns.task, width: 280, cell: ({ title }) => typeset(title) },
          { header: columns.role, width: 76, cell: ({ role }) => roles[role] },
          { header: columns.due, width: 76, cell: ({ dueOn }) => formatShort(calendarDate(dueOn)) },
        ]}
      />
    </>
  );
}

/** As on an envelope: the person, the office, the body and its address; an office without a person is written to as such. */
function envelopeOf({ salutation, personRank, personName, officeTitle, bodyName, address }: WhoCame) {
  const name = [personRank, personName].filter(Boolean).join(" ");
  return [
    ...(name ? [thanks.to[addressOf(salutation)], name] : []),
    officeTitle,
    bodyName,
    ...address.split(/,\s*(?=\d{2}-\d{3}\b)/),
  ].filter(Boolean);
}

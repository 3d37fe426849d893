import { Fragment } from "react";
import { typeset } from "~/platform/language";
import { letters as letterSheet } from "~/platform/pdf/a4";
import { Addressee, Closing, Enclosure, Paragraph, Quotation, Salutation, Subject } from "~/platform/pdf/letter";
import { Letterhead } from "~/platform/pdf/official";
import type { Sheet } from "~/platform/pdf/sheet";
import { Facts, Table } from "~/platform/pdf/table";
import { A } from "~/platform/pdf/text";
import { calendarDate, formatDate, formatShort } from "~/platform/time";
import type { DebateKind } from "~db/vocabulary";
import { referral } from "./messages.referrals.pl";
import type { ReferralLetter, ReferralNotice } from "./rules.referrals";

type Json<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Json<T[K]> } : T;

export type ReferralsProps = {
  unit: { name: string; department: string; locality: string; headOffice: string };
  debate: { kind: DebateKind; cycleTitle: string; number: number; year: number; startsAt: string };
  /** The day that stands on the letters. */
  day: string;
  /** Where everybody can see what became of the matters. */
  tracker: { href: string; shown: string };
  letters: Json<ReferralLetter>[];
  notices: Json<ReferralNotice>[];
};

/** Letters to the bodies that are competent, then the notices to those who had asked; each to be put into an envelope. */
export function referralsSheet(props: ReferralsProps): Sheet {
  const debate = debateOf(props);
  return letterSheet(
    {
      title: referral.title(debate),
      author: props.unit.name,
      footer: referral.footer(debate),
    },
    [
      ...props.letters.map((letter) =>
        letter.kind === "statutory" ? (
          <Statutory letter={letter} props={props} />
        ) : (
          <Courtesy letter={letter} props={props} />
        ),
      ),
      ...props.notices.map((notice) => <Notice key={notice.motion.number} notice={notice} props={props} />),
    ],
  );
}

const debateOf = ({ debate }: ReferralsProps) => ({ ...debate, startsAt: new Date(debate.startsAt) });
const dayOf = (instant: string) => formatDate(new Date(instant));

const Head = ({ props: { unit, day }, to }: { props: ReferralsProps; to: string[] }) => (
  <>
    <Letterhead
      unit={unit.name}
      details={[unit.department].filter(Boolean)}
      placeAndDate={typeset(referral.placeAndDate(unit.locality, formatDate(calendarDate(day))))}
    />
    <Addressee lines={to.map(typeset)} />
  </>
);

/** „ul. Długa 3, 62-600 Koło” in two lines, as on an envelope. */
const addressOf = ({ name, address }: ReferralLetter["body"]) => [name, ...address.split(/,\s*(?=\d{2}-\d{3}\b)/)];
const signerOf = ({ unit }: ReferralsProps) => typeset(unit.headOffice || unit.name);

type Of<K extends ReferralLetter["kind"]> = Extract<Json<ReferralLetter>, { kind: K }>;

function Statutory({ letter: { body, motion }, props }: { letter: Of<"statutory">; props: ReferralsProps }) {
  const words = referral.statutory;
  const { applicant } = motion;
  const isTold = Boolean(applicant?.email);
  const copies = [words.copy.body, ...(isTold ? [words.copy.applicant] : [])];
  return (
    <>
      <Head props={props} to={addressOf(body)} />
      <Subject>{words.subject(motion.number)}</Subject>
      <Salutation>{referral.hello}</Salutation>
      <Paragraph>{typeset(words.opening(debateOf(props)))}</Paragraph>
      <MotionFacts motion={motion} applicant={applicant} />
      <Paragraph>{words.text}</Paragraph>
      <Words text={motion.text} />
      <Paragraph>{typeset(`${words.ask(applicant !== null)} ${words.term}`)}</Paragraph>
      {motion.councillor && <Paragraph>{typeset(words.councillor)}</Paragraph>}
      {isTold && <Paragraph>{typeset(words.told)}</Paragraph>}
      <Closing office={signerOf(props)} />
      <Enclosure title={words.copies} items={[...copies, words.copy.files(copies.length + 1)].map(typeset)} />
    </>
  );
}

function Courtesy({ letter: { body, motions }, props }: { letter: Of<"courtesy">; props: ReferralsProps }) {
  const words = referral.courtesy;
  const { columns, none } = referral;
  const many = motions.length;
  return (
    <>
      <Head props={props} to={addressOf(body)} />
      <Subject>{words.subject(many, debateOf(props))}</Subject>
      <Salutation>{referral.hello}</Salutation>
      <Paragraph>{typeset(words.opening(many, debateOf(props)))}</Paragraph>
      <Table
        rows={motions}
        columns={[
          { header: columns.number, width: 54, rowHeader: true, cell: ({ number }) => number },
          { header: columns.received, width: 62, cell: ({ receivedAt }) => formatShort(new Date(receivedAt)) },
          { header: columns.place, width: 104, cell: ({ place }) => typeset(place || none) },
          { header: columns.text, width: 240, cell: ({ text }) => typeset(text) },
        ]}
      />
      <Paragraph>{typeset(words.ask(many))}</Paragraph>
      <Paragraph>{typeset(words.plain(many))}</Paragraph>
      <Paragraph>
        {words.tracker} <A href={props.tracker.href}>{props.tracker.shown}</A>
      </Paragraph>
      <Closing office={signerOf(props)} />
    </>
  );
}

function Notice({ notice, props }: { notice: Json<ReferralNotice>; props: ReferralsProps }) {
  const words = referral.notice;
  const { applicant, motion, body, statutory } = notice;
  const received = dayOf(motion.receivedAt);
  return (
    <>
      <Head
        props={props}
        to={applicant.name ? [words.to, applicant.name, applicant.email] : [words.applicant, applicant.email]}
      />
      <Subject>{words.subject(motion.number)}</Subject>
      <Salutation>{referral.hello}</Salutation>
      <Paragraph>{typeset(statutory ? words.statutory(received) : words.courtesy(received))}</Paragraph>
      <MotionFacts motion={motion} body={[body.name, body.address].filter(Boolean).join(", ")} />
      <Paragraph>{words.text}</Paragraph>
      <Words text={motion.text} />
      {statutory && <Paragraph>{typeset(words.term)}</Paragraph>}
      <Paragraph>{typeset(words.thanks)}</Paragraph>
      <Closing office={signerOf(props)} />
    </>
  );
}

type MotionFactsProps = {
  motion: Json<ReferralNotice["motion"]>;
  applicant?: { name: string; email: string } | null;
  body?: string;
};

function MotionFacts({ motion, applicant, body }: MotionFactsProps) {
  const { labels } = referral;
  const who = applicant ? [applicant.name, applicant.email].filter(Boolean).join(", ") : "";
  const rows = [
    { label: labels.number, value: motion.number },
    { label: labels.received, value: dayOf(motion.receivedAt) },
    { label: labels.place, value: typeset(motion.place) },
    { label: labels.applicant, value: who },
    { label: labels.body, value: typeset(body ?? "") },
  ];
  return <Facts rows={rows.filter(({ value }) => value)} />;
}

/** As many paragraphs as the applicant made. */
const Words = ({ text }: { text: string }) =>
  text.split(/\n{2,}/).map((part, i) => (
    <Fragment key={i}>
      <Quotation>{typeset(part)}</Quotation>
    </Fragment>
  ));

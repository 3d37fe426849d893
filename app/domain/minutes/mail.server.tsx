import { quoted } from "~/platform/language";
import type { Block, Letter } from "~/platform/letter.server";
import { formatGenitive, formatLongWithTime } from "~/platform/time";
import type { CalendarDate, DebateKind } from "~db/vocabulary";
import { letters } from "./messages.letters.pl";

/** Everything a letter of this room prints. The link is a placeholder, made into an address when it is delivered. */
export type ReaderLetterProps = {
  unit: { name: string; headOffice: string };
  debate: { kind: DebateKind; topic: string; startsAt: Date; endsAt: Date };
  reader: { salutation: string; officeTitle: string; bodyName: string; isSubstitute: boolean };
  until: CalendarDate;
  link: string;
  privacy: string;
};

type Frame = { subject: string; body: Block[] };

function compose({ unit, reader, privacy }: ReaderLetterProps, { subject, body }: Frame): Letter {
  return {
    subject,
    sender: unit.name,
    salutation: reader.isSubstitute ? letters.several : `${reader.salutation.replace(/[,\s]+$/, "")},`,
    body,
    signature: [unit.headOffice || unit.name],
    footer: [letters.footer.personal(unit.name), letters.footer.privacy(privacy)],
  };
}

/** The draft is ready, and until when changes may be proposed. */
export function requestLetter(props: ReaderLetterProps, isExtension = false): Letter {
  const { debate, reader, until, link } = props;
  const { request, extended, facts } = letters;
  const office = [reader.officeTitle, reader.bodyName].filter(Boolean).join(", ");
  return compose(props, {
    subject: (isExtension ? extended : request).subject(debate, until),
    body: [
      { p: (isExtension ? extended : request).opening(debate) },
      ...(reader.isSubstitute && !isExtension ? [{ p: request.standsFor(office) }] : []),
      { p: request.ask(until) },
      { actions: [{ label: request.action, href: link }] },
      {
        facts: [
          [facts.until, formatGenitive(until)],
          [facts.debate, formatLongWithTime(debate.startsAt, debate.endsAt)],
        ],
      },
      { p: request.silence },
    ],
  });
}

export type DecisionLetterProps = ReaderLetterProps & {
  remark: { partTitle: string; proposed: string; accepted: boolean; decision: string; isTable: boolean };
};

/** As much of a proposal as reminds its author which one it was. */
const LONGEST = 400;
const shortened = (text: string) => ([...text].length > LONGEST ? `${[...text].slice(0, LONGEST).join("")}…` : text);

/** What became of a proposal, and why. */
export function decisionLetter(props: DecisionLetterProps): Letter {
  const { debate, remark, link } = props;
  const { decision: words, facts } = letters;
  const said = remark.accepted ? (remark.isTable ? words.acceptedTable : words.accepted) : words.rejected;
  return compose(props, {
    subject: words.subject(remark.accepted, debate),
    body: [
      { p: words.opening(debate) },
      {
        facts: [
          [facts.part, remark.partTitle],
          [facts.proposal, remark.proposed ? quoted(shortened(remark.proposed)) : words.removal],
        ],
      },
      { p: said },
      ...(remark.decision ? [{ p: (remark.accepted ? words.note : words.why)(remark.decision) }] : []),
      { actions: [{ label: words.action, href: link }] },
    ],
  });
}

import { accessFacts } from "~/domain/debates/messages.pl";
import type { Block, Letter } from "~/platform/letter.server";
import { formatLongWithTime } from "~/platform/time";
import type { AccessFact } from "~db/vocabulary";
import { letters, type Meeting, placeOf, untilWhen } from "./messages.letters.pl";
import { guestName } from "./rules";
import { addressOf } from "./rules.address";

/** Everything a letter of this room prints. Links are placeholders, made into addresses when it is delivered. */
export type LetterProps = {
  unit: { name: string; headOffice: string; phone: string; email: string; locality: string };
  debate: Meeting & {
    access: Partial<Record<AccessFact, boolean>>;
    accessNote: string;
    answersCloseAt: Date;
    statusReason: string;
    datePending: boolean;
  };
  guest: { salutation: string; officeTitle: string; bodyName: string };
  /** „17.00 Otwarcie” */
  agenda: readonly string[];
  link: string;
  privacy: string;
  now: Date;
  /** Printed, with the link below it as an address and a QR code. */
  onPaper?: boolean;
};
export type SubstituteProps = LetterProps & { substitute: { name: string; post: string } };

export const TO_SUBSTITUTE = "Szanowni Państwo,";

type Frame = Pick<Letter, "subject" | "body"> & { calendar?: boolean; personal?: boolean; salutation?: string };

export function composeLetter(
  props: LetterProps,
  { subject, body, calendar, personal = true, salutation }: Frame,
): Letter {
  const { unit, guest, privacy } = props;
  const { footer } = letters;
  return {
    subject,
    sender: unit.name,
    salutation: salutation ?? `${guest.salutation.replace(/[,\s]+$/, "")},`,
    body,
    signature: [unit.headOffice || unit.name],
    footer: [
      personal ? footer.personal(unit.name) : footer.plain(unit.name),
      ...(calendar ? [footer.calendar] : []),
      footer.privacy(privacy),
    ],
  };
}

export const contactOf = ({ unit }: LetterProps) => letters.contact(unit.phone, unit.email);
export const isOpen = ({ debate, now }: LetterProps) => now < debate.answersCloseAt;

export function factsOf({ debate, ...props }: LetterProps, { until = false, isNew = false } = {}): Block {
  const { facts } = letters;
  return {
    facts: [
      [isNew ? facts.newWhen : facts.when, formatLongWithTime(debate.startsAt, debate.endsAt)],
      [facts.where, placeOf(debate)],
      ...(until && isOpen({ debate, ...props })
        ? [[facts.answer, untilWhen(debate.answersCloseAt)] as [string, string]]
        : []),
    ],
  };
}

/** The words of domain.md §4.5: invitation, weekday, place, what will be talked about, until when, special needs. */
export function invitationLetter(props: LetterProps): Letter {
  const { debate, guest, unit, agenda, link, onPaper = false } = props;
  const { invitation } = letters;
  const address = addressOf(guest.salutation);
  return composeLetter(props, {
    subject: invitation.subject(debate, unit.locality),
    calendar: true,
    body: [
      { p: invitation.opening(debate, address) },
      { p: invitation.when(debate) },
      ...(agenda.length > 0 ? [{ p: invitation.programme }, { list: [...agenda] }] : []),
      { p: invitation.important(debate.kind, address) },
      {
        p: isOpen(props)
          ? invitation.confirm(debate.answersCloseAt, contactOf(props), onPaper)
          : invitation.confirmLate(contactOf(props)),
      },
      { actions: [{ label: isOpen(props) ? invitation.action : invitation.see, href: link }] },
      factsOf(props, { until: true }),
      ...accessOf(debate),
      { p: invitation.needs },
    ],
  });
}

/** Beside the question on the page: date and place stand there already. */
export function shortInvitation(props: LetterProps): Letter {
  const { debate, guest, unit } = props;
  const address = addressOf(guest.salutation);
  return composeLetter(props, {
    subject: letters.invitation.subject(debate, unit.locality),
    body: [
      { p: letters.invitation.opening(debate, address) },
      { p: letters.invitation.important(debate.kind, address) },
    ],
  });
}

function accessOf({ access, accessNote }: LetterProps["debate"]): Block[] {
  const facts = Object.entries(access).map(([fact, has]) => {
    const { yes, no } = accessFacts[fact as AccessFact];
    const sentence = has ? yes : no;
    return sentence.charAt(0).toLowerCase() + sentence.slice(1);
  });
  // A sentence of its own: staff write it with a capital letter, which has no place after a semicolon.
  const note = accessNote.replace(/\.$/, "");
  if (facts.length === 0 && note === "") return [];
  return [{ p: letters.invitation.access(facts, note.charAt(0).toUpperCase() + note.slice(1)) }];
}

export function reminderLetter(props: LetterProps): Letter {
  const { debate, link } = props;
  return composeLetter(props, {
    subject: letters.reminder.subject(debate),
    body: [
      { p: letters.reminder.opening(debate) },
      factsOf(props, { until: true }),
      { p: letters.reminder.ask(debate.answersCloseAt, contactOf(props)) },
      { actions: [{ label: letters.invitation.action, href: link }] },
    ],
  });
}

export function substituteLetter(props: SubstituteProps): Letter {
  const { debate, guest, substitute, agenda, link } = props;
  const words = letters.substitute;
  return composeLetter(props, {
    subject: words.subject(debate),
    salutation: TO_SUBSTITUTE,
    calendar: true,
    body: [
      { p: words.opening(debate, guestName(guest)) },
      factsOf(props),
      ...(agenda.length > 0 ? [{ p: letters.invitation.programme }, { list: [...agenda] }] : []),
      { p: words.ask(contactOf(props)) },
      { actions: [{ label: words.action, href: link }] },
      { p: words.minutes(substitute.post, guestName(guest)) },
      ...accessOf(debate),
      { p: letters.invitation.needs },
    ],
  });
}

export function substituteDeclinedLetter(props: SubstituteProps): Letter {
  const { debate, guest, substitute, link } = props;
  const words = letters.substituteDeclined;
  return composeLetter(props, {
    subject: words.subject(debate),
    body: [
      { p: words.opening(substitute.name, debate) },
      factsOf(props, { until: true }),
      {
        p: isOpen(props)
          ? words.ask(debate.answersCloseAt, addressOf(guest.salutation), contactOf(props))
          : words.askLate(contactOf(props)),
      },
      { actions: [{ label: isOpen(props) ? words.action : letters.invitation.see, href: link }] },
    ],
  });
}

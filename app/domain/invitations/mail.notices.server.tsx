import type { Letter } from "~/platform/letter.server";
import {
  composeLetter,
  contactOf,
  factsOf,
  isOpen,
  type LetterProps,
  type SubstituteProps,
  TO_SUBSTITUTE,
} from "./mail.server";
import { letters } from "./messages.letters.pl";
import { guestName } from "./rules";

/** What a reader has to do with a new date: answer, answer again, see that a substitute is asked, or confirm again. */
export type Ask = "first" | "again" | "substitute_stands" | "confirm_again";

/** The date has changed, or is not known yet. */
export function postponedLetter(props: LetterProps, ask: Ask): Letter {
  const { debate, link } = props;
  const words = letters.postponed;
  const isPending = debate.datePending;
  return composeLetter(props, {
    subject: isPending ? words.subjectPending(debate) : words.subject(debate),
    salutation: ask === "confirm_again" ? TO_SUBSTITUTE : undefined,
    calendar: !isPending,
    body: [
      { p: words.opening(debate) },
      ...(debate.statusReason ? [{ p: letters.reason(debate.statusReason) }] : []),
      ...(isPending ? [{ p: words.pending }] : [factsOf(props, { isNew: true }), { p: sentenceOf(props, ask) }]),
      ...(isPending ? [] : [{ actions: [{ label: labelOf(ask), href: link }] }]),
      { p: words.apology },
    ],
  });
}

function sentenceOf(props: LetterProps, ask: Ask) {
  const { answersCloseAt } = props.debate;
  if (ask === "confirm_again") return letters.postponed.askSubstitute(contactOf(props));
  if (ask === "substitute_stands") return letters.postponed.substituteStands(answersCloseAt);
  if (!isOpen(props)) return letters.invitation.confirmLate(contactOf(props));
  const asks = ask === "first" ? letters.reminder.ask : letters.postponed.askAgain;
  return asks(answersCloseAt, contactOf(props));
}

const labelOf = (ask: Ask) => (ask === "confirm_again" ? letters.substitute.action : letters.invitation.action);

/** Another room or another end: answers stand. */
export function movedLetter(props: LetterProps, toSubstitute = false): Letter {
  return composeLetter(props, {
    subject: letters.moved.subject(props.debate),
    salutation: toSubstitute ? TO_SUBSTITUTE : undefined,
    calendar: true,
    body: [
      { p: letters.moved.opening(props.debate) },
      factsOf(props),
      { p: letters.moved.stands },
      { actions: [{ label: letters.invitation.see, href: props.link }] },
    ],
  });
}

export function cancelledLetter(props: LetterProps, toSubstitute = false): Letter {
  const { debate } = props;
  return composeLetter(props, {
    subject: letters.cancelled.subject(debate),
    salutation: toSubstitute ? TO_SUBSTITUTE : undefined,
    personal: false,
    body: [
      { p: letters.cancelled.opening(debate) },
      ...(debate.statusReason ? [{ p: letters.reason(debate.statusReason) }] : []),
      { p: letters.cancelled.nothingToDo },
      { p: letters.postponed.apology },
    ],
  });
}

export function withdrawnLetter(props: LetterProps): Letter {
  return composeLetter(props, {
    subject: letters.withdrawn.subject(props.debate),
    personal: false,
    body: [{ p: letters.withdrawn.opening(props.debate) }, factsOf(props)],
  });
}

export function replacedLetter(props: SubstituteProps): Letter {
  return composeLetter(props, {
    subject: letters.replaced.subject(props.debate),
    salutation: TO_SUBSTITUTE,
    personal: false,
    body: [{ p: letters.replaced.opening(props.debate, guestName(props.guest)) }, factsOf(props)],
  });
}

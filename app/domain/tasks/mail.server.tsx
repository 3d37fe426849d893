import type { Block, Letter } from "~/platform/letter.server";
import { formatLong } from "~/platform/time";
import { type Decision, decisions } from "./messages.decisions.pl";
import { type LetterFacts, letters } from "./messages.letters.pl";
import { messages } from "./messages.pl";

/** Everything a letter to the owner of a task prints. `link` is a placeholder until it is delivered. */
export type TaskLetterProps = LetterFacts & {
  unit: { name: string; department: string; headOffice: string; phone: string; email: string };
  number: string;
  internal: boolean;
  link: string;
};

/** The task, what it is about, until when, and the way to answer. */
export function taskLetter(props: TaskLetterProps): Letter {
  const { number, motions } = props;
  const words: Block[] =
    motions.length > 0
      ? [{ p: letters.motions }, { list: motions.map(({ place, text }) => (place ? `${place}: ${text}` : text)) }]
      : [];
  return frame(props, letters.given.subject(number, props), [
    { p: letters.given.opening(props) },
    factsOf(props),
    ...words,
    { p: letters.given.request(props) },
    { actions: [{ label: letters.action, href: props.link }] },
    { p: letters.given.answer },
  ]);
}

export function reminderLetter(props: TaskLetterProps & { isLate: boolean }): Letter {
  const { number, dueOn, isLate } = props;
  const { reminded } = letters;
  return frame(props, reminded.subject(number, isLate), [
    { p: reminded.opening(props) },
    factsOf(props),
    { p: isLate ? reminded.late(dueOn) : reminded.coming(dueOn) },
    { actions: [{ label: letters.action, href: props.link }] },
  ]);
}

/** The organizer has decided what the body asked. */
export function decisionLetter(props: TaskLetterProps & { decision: Decision; reason: string }): Letter {
  const { number, dueOn, decision, reason } = props;
  return frame(props, decisions.subject[decision](number), [
    { p: decisions.words[decision](dueOn) },
    ...(reason ? [{ p: decisions.reason(reason) }] : []),
    factsOf(props),
    { actions: [{ label: letters.action, href: props.link }] },
  ]);
}

const factsOf = ({ number, title, dueOn, dueBasis }: TaskLetterProps): Block => ({
  facts: [
    [letters.facts.number, number],
    [letters.facts.title, title],
    [letters.facts.until, formatLong(dueOn)],
    [letters.facts.basis, messages.bases[dueBasis]],
  ],
});

function frame({ unit, internal }: TaskLetterProps, subject: string, body: Block[]): Letter {
  const { footer } = letters;
  return {
    subject,
    sender: [unit.name, unit.department].filter(Boolean).join(", "),
    salutation: letters.salutation,
    body,
    signature: [unit.headOffice || unit.name],
    footer: [
      footer.link,
      ...(internal ? [] : [footer.public]),
      ...(unit.phone || unit.email ? [footer.contact(unit.phone, unit.email)] : []),
    ],
  };
}

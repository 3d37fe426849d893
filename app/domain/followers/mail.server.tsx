import type { Letter } from "~/platform/letter.server";
import { formatDate } from "~/platform/time";
import { letters } from "./messages.letters.pl";

export type FollowerLetterProps = {
  unit: { name: string; department: string; phone: string; headOffice: string };
  matter: { number: string; place: string; text: string };
  /** A placeholder until it is delivered. */
  link: string;
};

/** Asks whether the address is really its owner's wish. The link only opens a page: a mail scanner confirms nothing. */
export const confirmLetter = (props: FollowerLetterProps): Letter => ({
  ...frame(props, letters.confirmFooter),
  subject: letters.confirmSubject(props.matter.number),
  body: [
    { p: letters.confirmOpening(props.matter.number) },
    { facts: factsOf(props) },
    { actions: [{ label: letters.confirmAction, href: props.link }] },
    { p: letters.confirmElse },
  ],
});

/** To somebody who follows already and asked again: the link may have been lost. */
export const reminderLetter = (props: FollowerLetterProps): Letter => ({
  ...frame(props, letters.footer),
  subject: letters.againSubject(props.matter.number),
  body: [
    { p: letters.againOpening(props.matter.number) },
    { facts: factsOf(props) },
    { actions: [{ label: letters.open, href: props.link }] },
  ],
});

export type NewsLetterProps = FollowerLetterProps & {
  /** Oldest first. */
  steps: readonly { at: Date; title: string; who: string; note: string }[];
  now: { label: string; owner: string };
  /** Address of the public page of the matter. */
  thread: string;
};

/** What has changed since the last letter, where the matter stands, and the way out. */
export const newsLetter = (props: NewsLetterProps): Letter => ({
  ...frame(props, letters.footer),
  subject: letters.newsSubject(props.matter.number),
  body: [
    { p: letters.newsOpening(props.matter.number) },
    { list: props.steps.map(({ at, ...step }) => letters.news({ day: formatDate(at), ...step })) },
    {
      facts: [
        ...factsOf(props),
        [letters.now, props.now.label],
        ...(props.now.owner ? [[letters.owner, props.now.owner] as [string, string]] : []),
      ],
    },
    {
      actions: [
        { label: letters.thread, href: props.thread },
        { label: letters.settings, href: props.link },
      ],
    },
  ],
});

export type QuestionLetterProps = FollowerLetterProps & {
  said: readonly { owner: string; words: string }[];
  isAuthor: boolean;
};

/** Asked once of whoever raised or supports the matter: is it really done? The link opens the question. */
export const questionLetter = (props: QuestionLetterProps): Letter => ({
  ...frame(props, props.isAuthor ? letters.askAuthorFooter : letters.footer),
  subject: letters.askSubject(props.matter.number),
  body: [
    { p: letters.askOpening(props.matter.number) },
    { facts: factsOf(props) },
    ...(props.said.length > 0
      ? [{ facts: props.said.map(({ owner, words }): [string, string] => [`${letters.said} (${owner})`, words]) }]
      : []),
    { actions: [{ label: letters.askAction, href: props.link }] },
    { p: letters.askElse },
  ],
});

const factsOf = ({ matter }: FollowerLetterProps): [string, string][] => [
  [letters.number, matter.number],
  ...(matter.place ? [[letters.place, matter.place] as [string, string]] : []),
  [letters.words, matter.text],
];

const frame = ({ unit }: FollowerLetterProps, why: string) => ({
  sender: [unit.name, unit.department].filter(Boolean).join(", "),
  salutation: letters.salutation,
  signature: [unit.headOffice || unit.name],
  footer: [why, letters.questions(unit.phone)],
});

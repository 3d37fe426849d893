import { numberOf } from "~/domain/debates/messages.pl";
import { getDebate } from "~/domain/debates/queries.server";
import { listBodies } from "~/domain/directory/queries.server";
import type { Block, Letter } from "~/platform/letter.server";
import { absolute, pathOf } from "~/platform/links.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { formatDate } from "~/platform/time";
import type { DebateStatus } from "~db/vocabulary";
import { invitationLetter } from "./mail.server";
import { printed } from "./messages.papers.pl";
import { getLetterProps } from "./queries.page.server";
import { type Guest, listInvitations } from "./queries.server";
import { guestName } from "./rules";
import { addressOf } from "./rules.address";

/** Whose link works: a letter that was not sent has none yet, and one that was withdrawn has none any more. */
const isAsked = ({ status }: Guest) => status !== "draft" && status !== "withdrawn";

/** Whom a letter can be printed for. */
export const listPrintable = async (scope: Scope, debateId: string) =>
  (await listInvitations(scope, debateId)).filter(isAsked).map((guest) => ({ id: guest.id, name: guestName(guest) }));

/** Afterwards a letter is printed for the files, and asks as it asked on its day. */
const OVER = new Set<DebateStatus>(["held", "closed"]);

/** The same letters as went out by mail, with the same links, to be folded into envelopes: all of them, or one. */
export async function listPrintedLetters(scope: Scope, debateId: string, only: string, now: Date) {
  const { topic, number, year, status } = await getDebate(scope, debateId);
  const guests = (await listInvitations(scope, debateId)).filter(
    (guest) => isAsked(guest) && (!only || guest.id === only),
  );
  if (only && guests.length === 0) notFound();
  const addresses = new Map((await listBodies(scope)).map(({ id, address }) => [id, address]));
  const props = await getLetterProps(scope, debateId, { officeTitle: "", bodyName: "", salutation: "" }, now);
  return {
    unit: {
      name: props.unit.name,
      details: [props.unit.department, props.unit.address, props.unit.phone, props.unit.email].filter(Boolean),
    },
    topic,
    number: numberOf({ number, year }),
    letters: guests.map((guest) => ({
      placeAndDate: printed.placeAndDate(props.unit.locality, formatDate(guest.sentAt ?? now)),
      to: toOf(guest, addresses.get(guest.bodyId) ?? ""),
      guest: guestName(guest),
      ...wordsOf(
        invitationLetter({ ...props, guest, onPaper: true, now: OVER.has(status) ? (guest.sentAt ?? now) : now }),
      ),
      link: absolute(pathOf("invitation", guest.id, guest.generation)),
    })),
  };
}

export type PrintedLetters = Awaited<ReturnType<typeof listPrintedLetters>>;

/** „ul. Długa 3, 62-600 Koło” in two lines, as on an envelope. */
const toOf = ({ salutation, personName, personRank, officeTitle, bodyName }: Guest, address: string) =>
  [
    personName && printed.address[addressOf(salutation)],
    [personRank, personName].filter(Boolean).join(" "),
    officeTitle,
    bodyName,
    ...address.split(/,\s*(?=\d{2}-\d{3}\b)/),
  ].filter(Boolean);

/** Date and place stand in the sentences; the button becomes the code below the letter. */
const isOnPaper = (block: Block) => "p" in block || "list" in block;

const wordsOf = ({ subject, salutation, body, signature, footer }: Letter) => ({
  subject: printed.subject(subject),
  salutation,
  body: body.filter(isOnPaper),
  signature: signature.join("\n"),
  privacy: footer.at(-1) ?? "",
});

/** For the files of the debate, which are kept for years and read by others: the same letters without their keys. */
export const withoutLinks = (printed: PrintedLetters): PrintedLetters => ({
  ...printed,
  letters: printed.letters.map((letter) => ({ ...letter, link: "" })),
});

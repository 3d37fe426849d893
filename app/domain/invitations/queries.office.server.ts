import { getDebate } from "~/domain/debates/queries.server";
import { isMailDelivered } from "~/domain/history/queries.letter.server";
import { absolute, pathOf } from "~/platform/links.server";
import { numberIn, wordIn } from "~/platform/params.server";
import { qrOf } from "~/platform/qr.server";
import type { Scope } from "~/platform/scope";
import { invitationLetter } from "./mail.server";
import { mayActOnGuests } from "./policy";
import { listCandidates } from "./queries.candidates.server";
import { getLetterProps } from "./queries.page.server";
import { type Guest, listInvitations } from "./queries.server";
import { shouldRemind } from "./rules";
import { ACTIONS } from "./schema";

/** The guest list with what its address asks for beside it: picking, one guest's answer, the letter, withdrawing. */
export async function getGuestPage(scope: Scope, debateId: string, search: URLSearchParams, now = new Date()) {
  const debate = await getDebate(scope, debateId);
  const guests = await listInvitations(scope, debateId);
  return {
    debate: {
      status: debate.status,
      datePending: debate.datePending,
      answersCloseAt: debate.answersCloseAt,
    },
    guests,
    remindable: guests.filter((guest) => shouldRemind(guest, debate, now)).length,
    pane: await openPane(scope, debateId, guests, search, now),
    isDelivered: isMailDelivered(),
    saved: { action: wordIn(search.get("zapisano"), ACTIONS) ?? null, count: numberIn(search.get("ile")) ?? 1 },
    mayOrganize: mayActOnGuests(scope.role, "send"),
    mayRecord: mayActOnGuests(scope.role, "record"),
  };
}

export type GuestPageData = Awaited<ReturnType<typeof getGuestPage>>;

async function openPane(scope: Scope, debateId: string, guests: Guest[], search: URLSearchParams, now: Date) {
  const one = (name: string) => guests.find(({ id }) => id === search.get(name));
  if (search.has("dodaj")) {
    const q = (search.get("q") ?? "").slice(0, 100);
    return { name: "pick", q, ...(await listCandidates(scope, debateId, q, now)) } as const;
  }
  const answering = one("osoba");
  if (answering) return { name: "record", guest: answering } as const;
  const leaving = one("wycofaj");
  if (leaving) return { name: "withdraw", guest: leaving } as const;
  const read = one("list");
  if (!read) return { name: "none" } as const;
  const props = await getLetterProps(scope, debateId, read, now);
  const letter = invitationLetter({ ...props, onPaper: read.email === "" });
  return { name: "letter", guest: read, letter, print: printedLink(scope, read) } as const;
}

/** Who has no e-mail gets the link on paper; whoever may invite prints it. Nobody else's link is ever shown to staff. */
function printedLink(scope: Scope, { id, email, generation }: Guest) {
  if (email !== "" || !mayActOnGuests(scope.role, "send")) return null;
  const address = absolute(pathOf("invitation", id, generation));
  return { address, qr: qrOf(address) };
}

import { listAgenda } from "~/domain/agenda/queries.server";
import { numberOf } from "~/domain/debates/messages.pl";
import { type Debate, getDebate } from "~/domain/debates/queries.server";
import { listEarlierMotions } from "~/domain/evaluation/queries.server";
import { type Guest, listInvitations } from "~/domain/invitations/queries.server";
import { guestName } from "~/domain/invitations/rules";
import { countWaitingMotions } from "~/domain/motions/queries.queue.server";
import { listDebateMotions } from "~/domain/motions/queries.server";
import { messages as tasks } from "~/domain/tasks/messages.pl";
import type { Scope } from "~/platform/scope";
import { script } from "./messages.script.pl";

/** More than a chair can read out; the rest is on the live screen. */
const MOST_MOTIONS = 20;
const LONGEST_TEXT = 220;

/** What the chair needs on paper: hours, names, notes, and what is already known to be raised. Never a resident's name. */
export async function getScript(scope: Scope, debateId: string) {
  const debate = await getDebate(scope, debateId);
  const [items, guests, motions, waiting, earlier] = await Promise.all([
    listAgenda(scope, debateId),
    listInvitations(scope, debateId),
    listDebateMotions(scope, debateId),
    countWaitingMotions(scope, { debateId, most: 1000 }),
    debate.evaluatesDebateId ? listEarlierMotions(scope, debate.evaluatesDebateId) : [],
  ]);
  // What only the Police may know is not on the table, and so not on this paper.
  const known = motions.filter(
    ({ status, outcome, sensitivity }) =>
      status === "admitted" && outcome !== "police_only" && outcome !== "merged" && sensitivity !== "police_only",
  );
  const hasClock = !debate.datePending && debate.status !== "cancelled";
  const discussed = items.find(({ kind }) => kind === "discussion")?.id ?? items[0]?.id;
  const at = ({ agendaItemId }: (typeof known)[number]) => agendaItemId ?? discussed;
  const last = items.at(-1);
  return {
    number: numberOf(debate),
    topic: debate.topic,
    term: termOf(debate),
    place: [debate.venueName, debate.venueAddress].filter(Boolean).join(", "),
    chair: debate.chair || script.nobody,
    moderator: debate.moderator || script.nobody,
    minuteTaker: debate.minuteTaker || script.nobody,
    opening: script.opening(debate.kind, debate.cycleTitle, debate.topic),
    guests: guests.filter(({ status }) => status !== "draft" && status !== "withdrawn").map(guestLine),
    items: items.map((item) => ({
      clock: hasClock ? script.clock(item.startsAt) : "",
      duration: script.duration(item.minutes),
      title: item.title,
      presenter: item.presenter,
      isInternal: item.internal,
      note: item.note,
      motions: shown(
        known
          .filter((motion) => at(motion) === item.id)
          .map(({ number, place, textPublic }) => line(number, place, textPublic)),
      ),
      earlier: item.kind === "follow_up" ? shown(earlier.filter(isPublic).map(earlierLine)) : NONE,
    })),
    end: hasClock && last ? script.end(last.endsAt) : "",
    waiting: waiting ? script.waiting(waiting) : "",
    closing: script.closing(
      debate.kind,
      hasClock ? new Date(debate.motionsCloseAt.getTime() - 1) : null,
      hasClock ? debate.minutesDueOn : null,
      debate.evaluationOn,
    ),
  };
}

export type ScriptProps = Awaited<ReturnType<typeof getScript>>;

const termOf = ({ status, datePending, startsAt, endsAt }: Debate) => {
  if (status === "cancelled") return script.calledOff;
  return datePending ? script.pending : script.term(startsAt, endsAt);
};

type Lines = { lines: string[]; all: number };
const NONE: Lines = { lines: [], all: 0 };
const shown = (lines: string[]): Lines => ({ lines: lines.slice(0, MOST_MOTIONS), all: lines.length });

const line = (number: string, place: string, text: string) =>
  script.motion(number, place, text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text);

type Earlier = Awaited<ReturnType<typeof listEarlierMotions>>[number];
const isPublic = ({ sensitivity }: Earlier) => sensitivity !== "police_only";
const earlierLine = ({ number, place, text, tasks: given }: Earlier) =>
  script.reported(
    line(number, place, text),
    given.map(({ body, state }) => `${body}: ${tasks.states[state]}`).join("; "),
  );

function guestLine(guest: Guest) {
  const { personRank, personName, status, substitute, presence } = guest;
  const who = [[personRank, personName].filter(Boolean).join(" "), guestName(guest)].filter(Boolean).join(" – ");
  const { states } = script;
  if (presence) {
    const isHere = presence.startsWith("present");
    return { who, state: isHere ? states.present : states.absent, isHere };
  }
  if (substitute && substitute.status !== "declined")
    return { who, state: states.substitute(substitute.name, substitute.post), isHere: true };
  if (status === "accepted") return { who, state: states.coming, isHere: true };
  return { who, state: status === "declined" ? states.refused : states.silent, isHere: false };
}

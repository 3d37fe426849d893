import { eventMessages as agenda } from "~/domain/agenda/messages.pl";
import { eventMessages as agreements } from "~/domain/agreements/messages.pl";
import { eventMessages as attendance } from "~/domain/attendance/messages.pl";
import { eventMessages as debates } from "~/domain/debates/messages.pl";
import { eventMessages as directory } from "~/domain/directory/messages.pl";
import { eventMessages as ballots } from "~/domain/evaluation/messages.ballot.pl";
import { eventMessages as evaluation } from "~/domain/evaluation/messages.pl";
import { eventMessages as followers } from "~/domain/followers/messages.pl";
import { eventMessages as history } from "~/domain/history/messages.pl";
import { eventMessages as invitations } from "~/domain/invitations/messages.pl";
import { eventMessages as live } from "~/domain/live/messages.pl";
import { eventMessages as minutes } from "~/domain/minutes/messages.pl";
import { eventMessages as motions } from "~/domain/motions/messages.pl";
import { eventMessages as organizations } from "~/domain/organizations/messages.pl";
import { eventMessages as reminders } from "~/domain/reminders/messages.pl";
import { eventMessages as tasks } from "~/domain/tasks/messages.pl";
import { typeset } from "~/platform/language";
import { formatMoment } from "~/platform/time";

type Data = Record<string, string | number | boolean | null>;
type Sentences = Record<string, (data: Data) => string>;

const SENTENCES: Sentences = {
  ...history,
  ...organizations,
  ...directory,
  ...debates,
  ...agenda,
  ...invitations,
  ...attendance,
  ...motions,
  ...tasks,
  ...reminders,
  ...followers,
  ...evaluation,
  ...ballots,
  ...live,
  ...agreements,
  ...minutes,
};

const ACTORS: [prefix: string, who: string][] = [
  ["system", "automatycznie"],
  ["public", "przez stronę publiczną"],
  ["invitation:", "przez link z\u00a0zaproszenia"],
  ["substitute:", "przez link zastępcy"],
  ["registration:", "przez link rezerwacji"],
  ["motion:", "przez kod zgłoszenia"],
  ["body:", "przez link instytucji"],
  ["reader:", "przez link do projektu protokołu"],
  ["follower:", "przez link z\u00a0powiadomienia"],
];

type Recorded = {
  id: string;
  action: string;
  actor: string;
  actorName: string | null;
  data: Data | null;
  occurredAt: Date;
};

/** An event as a line of the history; what no room has words for is left out. */
export function momentOf({ id, action, actor, actorName, data, occurredAt }: Recorded, now: Date) {
  const say = SENTENCES[action];
  if (!say) return undefined;
  const who = actorName ?? ACTORS.find(([prefix]) => actor.startsWith(prefix))?.[1];
  return {
    key: id,
    title: typeset(say(data ?? {})),
    who: [who, formatMoment(occurredAt, now)].filter(Boolean).join(" · "),
  };
}

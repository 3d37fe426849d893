import { numberOf } from "~/domain/debates/messages.pl";
import { type Debate, getDebate } from "~/domain/debates/queries.server";
import { getSender } from "~/domain/invitations/queries.letters.server";
import { type Guest, listInvitations } from "~/domain/invitations/queries.server";
import { getUnitSettings } from "~/domain/organizations/queries.server";
import { absolute } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { list } from "./messages.list.pl";

/** The list on which officials sign. Whoever refused is not on it: there are empty rows for those who come all the same. */
export async function getAttendanceList(scope: Scope, debateId: string, blanks: number) {
  const debate = await getDebate(scope, debateId);
  const unit = await getUnitSettings(scope);
  const { slug } = await getSender(scope);
  const guests = await listInvitations(scope, debateId);
  return {
    unit: { name: unit.name, department: unit.department },
    number: numberOf(debate),
    topic: debate.topic,
    term: termOf(debate),
    place: [debate.venueName, debate.venueAddress].filter(Boolean).join(", "),
    rows: guests.filter(mayCome).map(rowOf),
    blanks,
    privacy: {
      address: absolute(`/u/${slug}/privacy`),
      controller: unit.headOffice ? `${unit.headOffice} (${unit.name})` : unit.name,
      officer: unit.dataOfficer,
    },
  };
}

export type AttendanceListProps = Awaited<ReturnType<typeof getAttendanceList>>;

const termOf = ({ status, datePending, startsAt, endsAt }: Debate) => {
  if (status === "cancelled") return list.calledOff;
  return datePending ? list.pending : list.term(startsAt, endsAt);
};

const mayCome = ({ status }: Guest) => status === "sent" || status === "accepted" || status === "substituted";

function rowOf({ bodyName, officeTitle, personName, personRank, substitute }: Guest) {
  if (substitute && substitute.status !== "declined")
    return {
      body: bodyName,
      post: [substitute.post, list.standsFor(officeTitle || bodyName)].filter(Boolean).join("\n"),
      person: substitute.name,
    };
  return { body: bodyName, post: officeTitle, person: [personRank, personName].filter(Boolean).join(" ") };
}

import { and, asc, desc, eq } from "drizzle-orm";
import { listInvitations } from "~/domain/invitations/queries.server";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { speeches } from "~db/schema";
import { speeches as words } from "./messages.speeches.pl";

const SPEECH = {
  id: speeches.id,
  speaker: speeches.speaker,
  at: speeches.at,
  agendaItemId: speeches.agendaItemId,
};

const ofDebate = (scope: Scope, debateId: string) =>
  and(eq(speeches.organizationId, scope.organizationId), eq(speeches.debateId, debateId));

/** Who took the floor, in the order of the evening. */
export const listSpeeches = (scope: Scope, debateId: string) =>
  read.select(SPEECH).from(speeches).where(ofDebate(scope, debateId)).orderBy(asc(speeches.at), asc(speeches.id));

export const listLastSpeeches = (scope: Scope, debateId: string, limit: number) =>
  read
    .select(SPEECH)
    .from(speeches)
    .where(ofDebate(scope, debateId))
    .orderBy(desc(speeches.at), desc(speeches.id))
    .limit(limit);

/** One of this debate. */
export async function getSpeech(scope: Scope, debateId: string, id: string) {
  const [found] = await read
    .select(SPEECH)
    .from(speeches)
    .where(and(ofDebate(scope, debateId), eq(speeches.id, id)));
  return found ?? notFound();
}

/** Offices of those who are here, or have said that they come: never the name of a person. */
export async function listSpeakers(scope: Scope, debateId: string): Promise<string[]> {
  const guests = await listInvitations(scope, debateId);
  return guests.flatMap(({ bodyName, officeTitle, presence, status, substitute }) => {
    const isHere = presence === "present" || presence === "present_by_substitute";
    const isExpected = presence === null && (status === "accepted" || status === "substituted");
    if (!isHere && !isExpected) return [];
    const isSubstituted = presence === "present_by_substitute" || (isExpected && status === "substituted");
    const post = isSubstituted ? words.substitute(substitute?.post ?? "", officeTitle) : officeTitle;
    return words.office(post, bodyName);
  });
}

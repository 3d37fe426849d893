import { and, count, eq, inArray, isNotNull, isNull, lt, ne, notLike, or, type SQL, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import {
  auditEntries,
  debates,
  followers,
  invitations,
  memberInvites,
  messages,
  minutesReaders,
  motions,
  opinions,
  registrations,
  substitutes,
} from "~db/schema";
import { forgotten } from "./messages.retention.pl";
import type { RetentionKind } from "./rules.retention";

/** Rows whose time is over have a mark of their own, so that they are not due a second time. */
const GONE = "forgotten:";

/** One that waits for a new day has not ended: the old day in its row fell through, and its seats are to stay valid. */
const debatesBefore = ({ organizationId }: Scope, before: Date) =>
  read
    .select({ id: debates.id })
    .from(debates)
    .where(and(eq(debates.organizationId, organizationId), lt(debates.endsAt, before), eq(debates.datePending, false)));
const motionsBefore = (scope: Scope, before: Date) =>
  read
    .select({ id: motions.id })
    .from(motions)
    .where(
      and(eq(motions.organizationId, scope.organizationId), inArray(motions.debateId, debatesBefore(scope, before))),
    );
const invitationsBefore = (scope: Scope, before: Date) =>
  read
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.organizationId, scope.organizationId),
        inArray(invitations.debateId, debatesBefore(scope, before)),
      ),
    );

const has = (...columns: (typeof motions.authorName)[]) => or(...columns.map((column) => ne(column, "")));
const ofDebate = sql`${motions.legalTrack} = 'debate_only'`;
const noAuthor = { authorName: "", authorEmail: "" };

/** One table, the rows of it that are due, and what becomes of them; without `columns` they are deleted. */
export type Sweep = {
  table: SweptTable;
  id: typeof motions.id;
  due: (scope: Scope, before: Date) => SQL | undefined;
  columns?: Record<string, unknown>;
};
type SweptTable =
  | typeof auditEntries
  | typeof followers
  | typeof invitations
  | typeof memberInvites
  | typeof messages
  | typeof minutesReaders
  | typeof motions
  | typeof opinions
  | typeof registrations
  | typeof substitutes;
const asId = (column: unknown) => column as typeof motions.id;

/** The dry run counts with the same conditions with which the run writes. */
export const SWEEPS: Record<RetentionKind, readonly Sweep[]> = {
  registrations: [
    {
      table: registrations,
      id: asId(registrations.id),
      due: (scope, before) =>
        and(
          inArray(registrations.debateId, debatesBefore(scope, before)),
          notLike(registrations.tokenHash, `${GONE}%`),
        ),
      columns: {
        ...{ name: forgotten.name, email: "", needs: "" },
        tokenHash: sql`${GONE} || ${registrations.id}`,
      },
    },
  ],
  motion_contacts: [
    {
      table: motions,
      id: motions.id,
      due: (scope, before) =>
        and(
          inArray(motions.debateId, debatesBefore(scope, before)),
          ofDebate,
          has(motions.authorName, motions.authorEmail),
        ),
      columns: noAuthor,
    },
  ],
  motion_originals: [
    {
      table: motions,
      id: motions.id,
      due: (scope, before) =>
        and(
          inArray(motions.debateId, debatesBefore(scope, before)),
          ofDebate,
          eq(motions.status, "admitted"),
          ne(motions.textRaw, motions.textPublic),
        ),
      columns: { textRaw: sql`${motions.textPublic}` },
    },
    {
      table: motions,
      id: motions.id,
      due: (scope, before) =>
        and(
          inArray(motions.debateId, debatesBefore(scope, before)),
          ofDebate,
          eq(motions.status, "returned"),
          ne(motions.textRaw, forgotten.text),
        ),
      columns: {
        ...{ textRaw: forgotten.text, textPublic: forgotten.text, place: "" },
        ...{ placeKey: "", search: "" },
      },
    },
  ],
  kpa_contacts: [
    {
      table: motions,
      id: motions.id,
      due: (scope, before) =>
        and(
          inArray(motions.debateId, debatesBefore(scope, before)),
          ne(motions.legalTrack, "debate_only"),
          has(motions.authorName, motions.authorEmail),
        ),
      columns: noAuthor,
    },
  ],
  guest_contacts: [
    {
      table: invitations,
      id: asId(invitations.id),
      due: (scope, before) =>
        and(
          inArray(invitations.debateId, debatesBefore(scope, before)),
          or(ne(invitations.email, ""), ne(invitations.phone, ""), ne(invitations.needs, "")),
        ),
      columns: { email: "", phone: "", needs: "" },
    },
    {
      table: substitutes,
      id: asId(substitutes.id),
      due: (scope, before) =>
        and(inArray(substitutes.invitationId, invitationsBefore(scope, before)), ne(substitutes.email, "")),
      columns: { email: "" },
    },
    {
      table: minutesReaders,
      id: asId(minutesReaders.id),
      due: (scope, before) =>
        and(inArray(minutesReaders.invitationId, invitationsBefore(scope, before)), ne(minutesReaders.email, "")),
      columns: { email: "" },
    },
  ],
  followers: [
    {
      table: followers,
      id: asId(followers.id),
      due: (scope, before) =>
        and(
          inArray(followers.motionId, motionsBefore(scope, before)),
          isNotNull(followers.confirmedAt),
          isNull(followers.endedAt),
          ne(followers.email, ""),
        ),
      // Not ended: „popiera 12” stays true.
      columns: {
        email: "",
        emailKey: sql`${GONE} || ${followers.id}`,
        tokenHash: sql`${GONE} || ${followers.id}`,
      },
    },
    {
      table: followers,
      id: asId(followers.id),
      // Left over by the hourly cleaning, which looks back for a month.
      due: (_, before) =>
        and(isNull(followers.confirmedAt), isNull(followers.endedAt), lt(followers.requestedAt, before)),
    },
  ],
  opinion_notes: [
    {
      table: opinions,
      id: asId(opinions.voter),
      due: (scope, before) => and(inArray(opinions.motionId, motionsBefore(scope, before)), ne(opinions.note, "")),
      columns: { note: "" },
    },
  ],
  letters: [
    {
      table: messages,
      id: asId(messages.id),
      due: (_, before) =>
        and(lt(messages.createdAt, before), ne(messages.status, "queued"), ne(messages.recipientEmail, "")),
      columns: {
        ...{ recipientName: forgotten.name, recipientEmail: "", subject: forgotten.letter },
        ...{ text: "", html: "", calendar: null },
      },
    },
  ],
  member_invites: [
    {
      table: memberInvites,
      id: asId(memberInvites.id),
      due: (_, before) => and(lt(memberInvites.createdAt, before), lt(memberInvites.expiresAt, before)),
    },
  ],
  audit: [{ table: auditEntries, id: asId(auditEntries.id), due: (_, before) => lt(auditEntries.at, before) }],
};

export const dueIn = (sweep: Sweep, scope: Scope, before: Date) =>
  and(sql`${sweep.table.organizationId} = ${scope.organizationId}`, sweep.due(scope, before));

/** How many rows of a kind a run would change now. */
export async function countDue(scope: Scope, kind: RetentionKind, before: Date) {
  const sums = await Promise.all(
    SWEEPS[kind].map(async (sweep) => {
      const [row] = await read
        .select({ many: count() })
        .from(sweep.table)
        .where(dueIn(sweep, scope, before));
      return row?.many ?? 0;
    }),
  );
  return sums.reduce((sum, many) => sum + many, 0);
}

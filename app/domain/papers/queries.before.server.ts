import { list } from "~/domain/attendance/messages.list.pl";
import { getAttendanceList } from "~/domain/attendance/queries.list.server";
import { poster } from "~/domain/debates/messages.poster.pl";
import { getPoster } from "~/domain/debates/queries.poster.server";
import { getDebate } from "~/domain/debates/queries.server";
import { printed } from "~/domain/invitations/messages.papers.pl";
import { listPrintedLetters } from "~/domain/invitations/queries.papers.server";
import { script } from "~/domain/live/messages.script.pl";
import { getScript } from "~/domain/live/queries.script.server";
import { slip } from "~/domain/motions/messages.slips.pl";
import { getSlips } from "~/domain/motions/queries.slips.server";
import type { Scope } from "~/platform/scope";
import type { Compose } from "./schema";

/** What is printed before the evening and for it. */
export const beforePapers = {
  poster: async (scope, debateId) => ({
    document: "poster",
    props: await getPoster(scope, debateId),
    fileName: poster.fileName(await nameOf(scope, debateId)),
  }),
  invitations: async (scope, debateId, { invitee = "" }, now) => {
    const props = await listPrintedLetters(scope, debateId, invitee, now);
    const whose = invitee ? (props.letters[0]?.guest ?? "") : "";
    return { document: "invitations", props, fileName: printed.fileName(await nameOf(scope, debateId), whose) };
  },
  script: async (scope, debateId) => ({
    document: "script",
    props: await getScript(scope, debateId),
    fileName: script.fileName(await nameOf(scope, debateId)),
  }),
  attendance: async (scope, debateId, { blanks = "0" }) => ({
    document: "attendance",
    props: await getAttendanceList(scope, debateId, Number(blanks)),
    fileName: list.fileName(await nameOf(scope, debateId)),
  }),
  slips: async (scope, debateId, { sheets = "1" }) => ({
    document: "slips",
    props: await getSlips(scope, debateId, Number(sheets)),
    fileName: slip.fileName(await nameOf(scope, debateId)),
  }),
} satisfies Record<string, Compose>;

/** „3-2026”, as a file may be called. */
async function nameOf(scope: Scope, debateId: string) {
  const { number, year } = await getDebate(scope, debateId);
  return `${number}-${year}`;
}

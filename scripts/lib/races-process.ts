// What the campaign „races” needs of the product beside the server: for each round what sixty people fight over, and
// what became of it. Bundled by whoever starts it.
//   seed <rounds> <full rounds> | tell
import { asc, count, eq } from "drizzle-orm";
import { addAgendaItem } from "~/domain/agenda/commands.server";
import { holdDebate } from "~/domain/debates/commands.moves.server";
import { addBody } from "~/domain/directory/commands.server";
import { invite, sendInvitations } from "~/domain/invitations/commands.server";
import { captureMotion, decideMotion, submitMotion } from "~/domain/motions/commands.server";
import { database, read } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import {
  debates,
  events,
  minutesEditions,
  motions,
  organizations,
  registrations,
  submissions,
  substitutes,
} from "~db/schema";
import { addDebate, addUnit, done } from "./campaign-unit";

const ROOMY = 10;
const words = { text: "Ciemno przy szkole.", category: "LIGHT", place: "ul. Szkolna" } as const;

/** Over one seat every round; everything else is slower and comes in the full rounds alone. */
async function seed(rounds: number, full: number) {
  await database.migrate();
  const { unit, organizationId, scope, cookie } = await addUnit();
  let number = 0;
  const made = [];
  for (let i = 0; i < rounds; i++) {
    const seat = await addDebate(organizationId, ++number, "announced", 1);
    made.push({ seat, ...(i < full && (await addRest(scope, () => ++number))) });
  }
  console.log(JSON.stringify({ unit, cookie, rounds: made }));
}

async function addRest(scope: Scope, next: () => number) {
  const { organizationId } = scope;
  const roomy = await addDebate(organizationId, next(), "announced", ROOMY);
  const waiting = done(await submitMotion(scope, roomy.id, { ...words, authorName: "", authorEmail: "" }));
  const body = { kind: "municipality" as const, name: `Urząd nr ${roomy.number}`, email: "urzad@gmina.test" };
  const bodyId = done(await addBody(scope, body)).id;
  const [invitationId = ""] = done(await invite(scope, roomy.id, [{ bodyId }])).ids;
  await sendInvitations(scope, roomy.id);
  const evening = await addDebate(organizationId, next(), "live");
  const item = done(await addAgendaItem(scope, evening.id, { kind: "discussion", title: "Dyskusja", minutes: 60 }));
  const said = done(await captureMotion(scope, evening.id, { ...words, agendaItemId: item.id }));
  done(await decideMotion(scope, said.id, { outcome: "answered_on_spot", answer: "Wyjaśniono." }));
  done(await holdDebate(scope, evening.id));
  return {
    roomy,
    motionId: waiting.id,
    invitation: { id: invitationId, token: tokenOf("invitation", invitationId) },
    held: evening.id,
  };
}

async function tell() {
  const seats = await read.select().from(registrations).orderBy(asc(registrations.queuedAt), asc(registrations.id));
  const houses = await read.select({ id: debates.id, number: debates.number, year: debates.year }).from(debates);
  const numbered = await read
    .select({ debateId: motions.debateId, sequence: motions.sequence, id: motions.id, version: motions.version })
    .from(motions);
  const heard = await read
    .select({ action: events.action, subjectId: events.subjectId, many: count() })
    .from(events)
    .groupBy(events.action, events.subjectId);
  const named = await read.select({ id: substitutes.invitationId, status: substitutes.status }).from(substitutes);
  const editions = await read.select({ id: minutesEditions.minutesId }).from(minutesEditions);
  const kept = await read.select({ key: submissions.key }).from(submissions);
  const [unit] = await read.select().from(organizations);
  const [all] = await read
    .select({ many: count() })
    .from(events)
    .where(eq(events.organizationId, unit?.id ?? ""));
  console.log(
    JSON.stringify({
      ...{ houses, numbered, heard, named, editions, submissions: kept.length },
      seats: seats.map(({ debateId, status, queuedAt }) => ({ debateId, status, at: queuedAt.getTime() })),
      ...{ revision: unit?.revision, events: all?.many },
    }),
  );
}

const [mode, ...numbers] = process.argv.slice(2);
const [rounds = 0, full = 0] = numbers.map(Number);
if (mode === "seed") await seed(rounds, full);
if (mode === "tell") await tell();
await database.close();

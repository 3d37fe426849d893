import { randomUUID } from "node:crypto";
import { planDebate } from "~/domain/agenda/commands.server";
import { announceDebate } from "~/domain/debates/commands.moves.server";
import { createDebate } from "~/domain/debates/commands.server";
import { getDebate } from "~/domain/debates/queries.server";
import type { DebatePlan } from "~/domain/debates/rules";
import { addPerson, appoint } from "~/domain/directory/commands.people.server";
import { addBody, addOffice } from "~/domain/directory/commands.server";
import type { Scope } from "~/platform/scope";
import { addDays, calendarDate, instantAt, today } from "~/platform/time";
import type { BodyKind, Gender } from "~db/vocabulary";
import { aUnit } from "./factories";

/** The wall clock in Poland on a day: `wallClock("2027-03-18", "17:00")`. */
export function wallClock(date: string, time: string): Date {
  const found = instantAt(calendarDate(date), time);
  if (!found.ok) throw new RangeError(`${date} ${time}`);
  return found.value;
}

/** A plan that every rule accepts: thirty days after `now`, 17:00–19:00. */
export function aPlan(overrides: Partial<DebatePlan> = {}, now = new Date()): DebatePlan {
  const day = addDays(today(now), 30);
  return {
    kind: "initiating",
    cycleTitle: "Porozmawiajmy o bezpieczeństwie – możesz mieć na nie wpływ",
    topic: "Bezpieczny ruch drogowy i porządek w mieście",
    startsAt: wallClock(day, "17:00"),
    endsAt: wallClock(day, "19:00"),
    venueName: "Gminny Ośrodek Kultury, sala widowiskowa",
    venueAddress: "ul. Kolejowa 4, Testów",
    access: { step_free: true, induction_loop: false },
    capacity: 120,
    chair: "Komendant Powiatowy Policji",
    moderator: "Zastępca Naczelnika Wydziału Prewencji",
    minuteTaker: "inspektor Wydziału Prewencji",
    ...overrides,
  };
}

type Options = { scope?: Scope; now?: Date; withAgenda?: boolean; announced?: boolean };

/** A debate in a unit of its own (or in that of `scope`), as a row. */
export async function aDebate(overrides: Partial<DebatePlan> = {}, options: Options = {}) {
  const { now = new Date(), withAgenda = false, announced = false } = options;
  const scope = options.scope ?? (await aUnit()).scope;
  const plan = aPlan(overrides, now);
  const created = withAgenda ? await planDebate(scope, plan, {}, now) : await createDebate(scope, plan, now);
  if (!created.ok) throw new Error(`No debate: ${created.reason}`);
  const { id } = created.value;
  if (announced) await announceDebate(scope, id, now);
  return { scope, debate: await getDebate(scope, id) };
}

type Holder = { kind?: BodyKind; bodyName?: string; title?: string; name?: string; gender?: Gender; email?: string };

/** A body with one office and its holder. */
export async function anOfficeHolder(scope: Scope, overrides: Holder = {}) {
  const {
    kind = "municipality",
    bodyName = `Urząd Miejski ${randomUUID().slice(0, 8)}`,
    title = "Burmistrz",
    name = "Anna Łącka-Żak",
    gender = "female",
    email = "burmistrz@um.test",
  } = overrides;
  const body = await addBody(scope, { kind, name: bodyName });
  if (!body.ok) throw new Error(`No body: ${body.reason}`);
  const bodyId = body.value.id;
  const office = await addOffice(scope, { bodyId, title });
  if (!office.ok) throw new Error(`No office: ${office.reason}`);
  const { id: personId } = (await addPerson(scope, { name, gender, email })).value;
  await appoint(scope, { officeId: office.value.id, personId, startsOn: calendarDate("2024-05-07") });
  return { bodyId, officeId: office.value.id, personId };
}

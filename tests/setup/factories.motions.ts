import { announceDebate } from "~/domain/debates/commands.moves.server";
import { createDebate } from "~/domain/debates/commands.server";
import type { DebatePlan } from "~/domain/debates/rules";
import { admitMotion } from "~/domain/motions/commands.moderation.server";
import { submitMotion } from "~/domain/motions/commands.server";
import { getMotion } from "~/domain/motions/queries.server";
import type { Submission } from "~/domain/motions/schema";
import type { Scope } from "~/platform/scope";

/** The evening of 18 March 2026, planned in February. */
export const PLANNED = new Date("2026-02-10T09:00:00Z");
export const BEFORE = new Date("2026-03-08T17:42:00Z");
export const EVENING = new Date("2026-03-18T16:30:00Z");

/** A debate that residents see and write to. */
export async function anOpenDebate(scope: Scope, plan: Partial<DebatePlan> = {}, now = PLANNED) {
  const created = await createDebate(
    scope,
    {
      kind: "initiating",
      cycleTitle: "Porozmawiajmy o bezpieczeństwie – możesz mieć na nie wpływ",
      topic: "Bezpieczny ruch drogowy i porządek w mieście",
      startsAt: new Date("2026-03-18T16:00:00Z"),
      endsAt: new Date("2026-03-18T18:05:00Z"),
      venueName: "Gminny Ośrodek Kultury",
      venueAddress: "ul. Kolejowa 4, Testów",
      ...plan,
    },
    now,
  );
  if (!created.ok) throw new Error(`No debate: ${created.reason}`);
  const announced = await announceDebate(scope, created.value.id, now);
  if (!announced.ok) throw new Error(`Not announced: ${announced.reason}`);
  return created.value.id;
}

export const aSubmission = (over: Partial<Submission> = {}): Submission => ({
  text: "W parku wieczorem jest zupełnie ciemno.",
  place: "park przy pl. Wolności",
  category: "LIGHT",
  authorName: "",
  authorEmail: "",
  ...over,
});

export async function aMotion(scope: Scope, debateId: string, over: Partial<Submission> = {}, now = BEFORE) {
  const sent = await submitMotion(scope, debateId, aSubmission(over), now);
  if (!sent.ok) throw new Error(`No motion: ${sent.reason}`);
  return sent.value;
}

/** One that everybody may read. */
export async function anAdmittedMotion(scope: Scope, debateId: string, over: Partial<Submission> = {}) {
  const { id, number } = await aMotion(scope, debateId, over);
  const { textRaw, place, category } = await getMotion(scope, id);
  const value = { textPublic: textRaw, place, category, kmzb: null, sensitivity: "public", looked: true } as const;
  const admitted = await admitMotion(scope, id, value, BEFORE);
  if (!admitted.ok) throw new Error(`Not admitted: ${admitted.reason}`);
  return { id, number };
}

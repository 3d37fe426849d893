import { addAgendaItem } from "~/domain/agenda/commands.server";
import { listItems } from "~/domain/agenda/queries.server";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { approveMinutes, publishMinutes } from "~/domain/minutes/commands.server";
import { findMinutes } from "~/domain/minutes/queries.server";
import { itemKey } from "~/domain/minutes/rules";
import { captureMotion, decideMotion } from "~/domain/motions/commands.server";
import type { Scope } from "~/platform/scope";
import { aUnit } from "./factories";
import { anOpenDebate } from "./factories.motions";

/** A debate that is over, with one agenda item and one motion that was answered at once. */
export async function aHeldDebate(inScope?: Scope, startsAt = new Date("2026-03-18T16:00:00Z")) {
  const scope = inScope ?? (await aUnit()).scope;
  const endsAt = new Date(startsAt.getTime() + 2 * 60 * 60 * 1000);
  const planned = new Date(startsAt.getTime() - 30 * 24 * 60 * 60 * 1000);
  const debateId = await anOpenDebate(scope, { startsAt, endsAt }, planned);
  await addAgendaItem(scope, debateId, { kind: "discussion", title: "Dyskusja", minutes: 60 }, planned);
  const [item] = await listItems(scope, debateId);
  if (!item) throw new Error("No agenda item");
  await openDebate(scope, debateId, startsAt);
  const captured = await captureMotion(
    scope,
    debateId,
    { text: "Zażółć gęślą jaźń przy ul. Łąkowej.", category: "ORDER", place: "ul. Łąkowa", agendaItemId: item.id },
    startsAt,
  );
  if (!captured.ok) throw new Error(`No motion: ${captured.reason}`);
  const motionId = captured.value.id;
  await decideMotion(scope, motionId, { outcome: "answered_on_spot", answer: "Wyjaśniono." }, startsAt);
  await holdDebate(scope, debateId, endsAt);
  return { scope, debateId, motionId, item: itemKey(item.id) };
}

/** Approved, and published when asked for. */
export async function minutesOf(scope: Scope, debateId: string, now = new Date(), published = false) {
  const approved = await approveMinutes(scope, debateId, { approvedBy: "insp. Imię Tajne" }, now);
  if (!approved.ok) throw new Error(`Not approved: ${approved.reason}`);
  if (published) await publishMinutes(scope, debateId, now);
  const { sha256 } = (await findMinutes(scope, debateId)) ?? {};
  return { number: approved.value.number, sha256: sha256 ?? "" };
}

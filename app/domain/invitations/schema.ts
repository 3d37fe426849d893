import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { email, line, oneOf, optional, paragraph } from "~/platform/fields";
import { RSVP_CHANNELS } from "~db/vocabulary";
import type { PickedGuest, RsvpAnswer } from "./rules";

const orNothing = (value: string | null) => value ?? "";
const words = (max: number) => optional(paragraph({ max })).transform(orNothing);

const accepted = z.object({ answer: z.literal("accepted"), needs: words(1000) });
const declined = z.object({ answer: z.literal("declined"), statement: words(4000) });
const name = line({ label: "imię i nazwisko zastępcy", min: 3, max: 120 });

/** Fields that belong to an answer which was not chosen are dropped. */
export const rsvpSchema = z
  .discriminatedUnion(
    "answer",
    [
      accepted,
      declined,
      z.object({
        answer: z.literal("substituted"),
        name,
        post: line({ label: "funkcję zastępcy", max: 160 }),
        email: email({ label: "e-mail zastępcy" }),
      }),
    ],
    { error: "Proszę wybrać odpowiedź." },
  )
  .transform(({ answer, ...rest }) => ({ status: answer, ...rest }) as RsvpAnswer);

/** On the phone people say less: of a substitute only the name is needed. */
export const recordSchema = z
  .discriminatedUnion(
    "answer",
    [
      accepted.extend(how()),
      declined.extend(how()),
      z.object({
        answer: z.literal("substituted"),
        name,
        post: optional(line({ max: 160 })).transform(orNothing),
        email: optional(email()).transform(orNothing),
        ...how(),
      }),
    ],
    { error: "Proszę wybrać odpowiedź." },
  )
  .transform(({ answer, channel, note, ...rest }) => ({
    answer: { status: answer, ...rest } as RsvpAnswer,
    channel,
    note,
  }));

function how() {
  return {
    channel: oneOf(
      RSVP_CHANNELS.filter((channel) => channel !== "link") as Exclude<(typeof RSVP_CHANNELS)[number], "link">[],
      {
        label: "sposób przekazania",
      },
    ),
    note: optional(line({ max: 120 })).transform(orNothing),
  };
}

/** What a substitute answers. */
export const substitutionSchema = z.object({
  answer: oneOf(["confirmed", "declined"], { messages: { required: "Proszę wybrać odpowiedź." } }),
  needs: words(1000),
});

/** The values of the boxes in the list of candidates: an office, or a body as such. */
export const guestsSchema = z.object({
  guests: z
    .array(z.string().max(80))
    .max(300)
    .catch([])
    .transform((picked) =>
      picked.flatMap((value): PickedGuest[] => {
        const [, kind, id] = /^(office|body):([\w-]{1,64})$/.exec(value) ?? [];
        if (!kind || !id) return [];
        return kind === "office" ? [{ officeId: id }] : [{ bodyId: id }];
      }),
    ),
});

export const addressSchema = z.object({ email: email() });

/** Which button of the page was pressed. */
export const ACTIONS = ["add", "send", "remind", "record", "substitute", "withdraw", "correct"] as const;
export type InvitationAction = (typeof ACTIONS)[number];

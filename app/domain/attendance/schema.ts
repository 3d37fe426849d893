import * as z from "zod";
import { email, line, oneOf, optional, timeField, wholeNumber } from "~/platform/fields";
import { HEAD_COUNT_GROUPS, type HeadCountGroup, PRESENCES } from "~db/vocabulary";
import { messages } from "./messages.pl";
import { MAX_SEATS, MOST_HEADS } from "./rules";

export const NEEDS = ["wheelchair", "sign_language", "induction_loop", "assistance_dog"] as const;
export type Need = (typeof NEEDS)[number];

/** What a resident sends to get a seat. An unknown need counts for nothing. */
export const reservationSchema = z.object({
  name: line({ max: 120, messages: { required: messages.errors.name } }),
  seats: wholeNumber({
    min: 1,
    max: MAX_SEATS,
    messages: {
      required: messages.errors.seats,
      invalid: messages.errors.seats,
      tooSmall: messages.errors.seats,
      tooLarge: messages.errors.seats,
    },
  }),
  needs: z
    .union([z.array(z.string()), z.string()])
    .nullish()
    .transform((typed) => NEEDS.filter((need) => [typed ?? []].flat().includes(need))),
  email: optional(email()).transform((typed) => typed ?? ""),
});
export type Reservation = { name: string; seats: number; needs?: readonly Need[]; email?: string };

export const presenceSchema = z.object({
  invitationId: line({ max: 64 }),
  presence: optional(oneOf(PRESENCES, { messages: { required: messages.errors.presence } })),
});

/** Empty means now. */
export const hourSchema = z.object({ hour: optional(timeField()) });

export const countField = (group: HeadCountGroup) => `count_${group}` as const;
type CountField = ReturnType<typeof countField>;

const count = () =>
  wholeNumber({ max: MOST_HEADS, messages: { required: messages.errors.head, invalid: messages.errors.head } });

/** One field for each group. */
export const headCountsSchema = z.object(
  Object.fromEntries(HEAD_COUNT_GROUPS.map((group) => [countField(group), count()])) as Record<
    CountField,
    ReturnType<typeof count>
  >,
);

/** Said in so many words: an empty form that a mail scanner sends takes nobody's seat away. */
export const withdrawalSchema = z.object({
  do: oneOf(["withdraw"], { messages: { required: messages.errors.withdrawal } }),
});

import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { line, oneOf, optional, paragraph, wholeNumber } from "~/platform/fields";
import { HALL_VERDICTS, SCREEN_MODES } from "~db/vocabulary";
import { messages } from "./messages.ballot.pl";

const id = z.string().max(64);

export const steerSchema = z.object({
  mode: oneOf(SCREEN_MODES),
  motionId: optional(line({ max: 64 })),
});

export const renewSchema = z.object({});

export const ballotSchema = z.object({ motionId: id });

/** More than any hall holds. */
const MOST_HEADS = 5000;
const heads = () => optional(wholeNumber({ label: "liczbę rąk", max: MOST_HEADS })).transform((typed) => typed ?? 0);

export const closingSchema = z
  .object({
    motionId: id,
    "heads-done": heads(),
    "heads-partly": heads(),
    "heads-not_done": heads(),
    overruled: optional(oneOf(HALL_VERDICTS)),
    note: optional(line({ max: 300 })).transform((text) => text ?? ""),
    text: optional(paragraph({ max: 1600 })).transform((text) => text ?? ""),
  })
  .transform(({ "heads-done": done, "heads-partly": partly, "heads-not_done": not_done, ...rest }) => ({
    ...rest,
    heads: { done, partly, not_done },
  }));

/** What a phone sends. */
export const voteSchema = z.object({
  ballotId: id,
  verdict: oneOf(HALL_VERDICTS, { messages: { required: messages.unread } }),
});

import * as z from "zod";
import { checkbox, email, oneOf, optional, paragraph } from "~/platform/fields";
import { HALL_VERDICTS } from "~db/vocabulary";
import { opinion } from "./messages.opinions.pl";
import { follow, page } from "./messages.pl";

/** „Powiadom mnie”. */
export const followSchema = z.object({
  email: email({ messages: { required: follow.emailMissing } }),
  supports: checkbox(),
});

/** The buttons of the page behind the link. */
const FOLLOWER_STEPS = ["confirm", "support", "end"] as const;

/** „Czy sprawa jest załatwiona?” */
export const opinionSchema = z.object({
  verdict: oneOf(HALL_VERDICTS, { messages: { required: opinion.verdictMissing } }),
  note: optional(paragraph({ max: 1000 })).transform((note) => note ?? ""),
});

export const followerSchema = z.object({
  do: oneOf(FOLLOWER_STEPS, { messages: { required: page.stepMissing } }),
  supports: checkbox(),
});

/** What a mail program sends for „unsubscribe” (RFC 8058). */
export const isOneClick = (fields: Record<string, unknown>) => fields["List-Unsubscribe"] === "One-Click";

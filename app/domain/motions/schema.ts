import * as z from "zod";
import { checkbox, email, line, oneOf, optional, paragraph } from "~/platform/fields";
import { LEGAL_TRACKS, MOTION_CATEGORIES, MOTION_CHANNELS, RAISED_BY, SENSITIVITIES } from "~db/vocabulary";
import { messages } from "./messages.pl";
import { KMZB_DICTIONARY } from "./rules.kmzb";

export const MAX_TEXT = 2000;

const text = () => paragraph({ max: MAX_TEXT, messages: { required: messages.errors.text } });
const place = () => line({ max: 200, messages: { required: messages.errors.place } });
const category = () => oneOf(MOTION_CATEGORIES, { messages: { required: messages.errors.category } });
const codes = KMZB_DICTIONARY.map(({ code }) => code);
const blank = <T>(field: z.ZodType<string | null, T>) => field.transform((typed) => typed ?? "");

/** What a resident sends: three required fields, no account. */
export const submissionSchema = z.object({
  text: text(),
  place: place(),
  category: category(),
  authorName: blank(optional(line({ max: 120 }))),
  authorEmail: blank(optional(email())),
});
export type Submission = z.output<typeof submissionSchema>;

/** What staff write down for somebody else: the place may be missing, a question has none. */
export const captureSchema = z.object({
  text: text(),
  place: blank(optional(line({ max: 200 }))),
  category: category(),
  raisedBy: oneOf(RAISED_BY),
  channel: oneOf(MOTION_CHANNELS),
  authorName: blank(optional(line({ max: 120 }))),
  authorEmail: blank(optional(email())),
  looked: checkbox(),
});
export type Capture = Partial<z.output<typeof captureSchema>> & {
  text: string;
  category: Submission["category"];
  kmzb?: string | null;
  agendaItemId?: string | null;
};

/** What the public will read. */
const moderationSchema = z.object({
  textPublic: paragraph({ max: MAX_TEXT, messages: { required: messages.errors.textPublic } }),
  place: blank(optional(line({ max: 200 }))),
  category: category(),
  kmzb: optional(oneOf(codes, { messages: { required: messages.errors.kmzb } })),
  sensitivity: oneOf(SENSITIVITIES.filter((word) => word !== "police_only")),
  /** Left out: as it was. */
  legalTrack: optional(oneOf(LEGAL_TRACKS, { messages: { required: messages.errors.legalTrack } })),
  looked: checkbox(),
});
type Face = z.output<typeof moderationSchema>;
export type Moderation = Omit<Face, "legalTrack"> & Partial<Pick<Face, "legalTrack">>;

/** What the buttons under a motion do. */
export const MODERATION_CHOICES = ["admit", "refer", "merge", "police", "out_of_scope", "return"] as const;
export type ModerationChoice = (typeof MODERATION_CHOICES)[number];

const message = () => blank(optional(paragraph({ max: 1000 })));
const requiredReason = () => paragraph({ max: 1000, messages: { required: messages.errors.reason } });

/** Each button asks for its own fields; the others may hold anything. */
export const choiceSchemas = {
  admit: moderationSchema,
  refer: moderationSchema.extend({
    referredToBodyId: line({ max: 64, messages: { required: messages.errors.body } }),
    reason: message(),
  }),
  merge: z.object({ into: line({ max: 40, messages: { required: messages.errors.into } }) }),
  police: z.object({ reason: message() }),
  out_of_scope: moderationSchema.extend({ reason: requiredReason() }),
  return: z.object({ reason: requiredReason() }),
} satisfies Record<ModerationChoice, z.ZodType>;

import * as z from "zod";
import { dateField, line, optional, paragraph } from "~/platform/fields";
import { cleanParagraph } from "~/platform/text";
import { messages } from "./messages.pl";
import { fieldOf, LONGEST_PART } from "./rules";

/** As it comes from the editor: beside each text the version that it was written over. */
export type TypedPart = { key: string; text: string; internal: boolean; version: number; seen?: string };

/** Which button was pressed: one that saves a part, that takes over what the record has new, or that passes it over. */
export type TypedParts = { parts: TypedPart[]; wanted?: string; added?: string; skipped?: string };

const MOST_PARTS = 80;
const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const FIELD = new RegExp(`^part-(item-${UUID}|findings|survey|attachments|distribution)$`);

const partText = optional(paragraph({ max: LONGEST_PART }));

const keyOf = (place: string) => place.replace(/^part-/, "").replace(/^item-/, "item:");

/** All parts that the form brought; a checkbox that is not there is not ticked. */
export const partsSchema = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((fields, ctx): TypedParts => {
    const places = Object.keys(fields)
      .filter((name) => FIELD.test(name))
      .slice(0, MOST_PARTS);
    const parts = places.map((place) => {
      const read = partText.safeParse(fields[place]);
      for (const { message } of read.error?.issues ?? [])
        ctx.addIssue({ code: "custom", message, path: [place], input: undefined });
      const version = String(fields[fieldOf.version(place)] ?? "");
      const seen = fields[fieldOf.seen(place)];
      return {
        key: keyOf(place),
        text: read.data ?? "",
        internal: fields[fieldOf.internal(place)] !== undefined,
        version: /^\d{1,6}$/.test(version) ? Number(version) : 0,
        seen: typeof seen === "string" && seen.length <= LONGEST_PART ? cleanParagraph(seen) : undefined,
      };
    });
    const pressed = (button: string) => {
      const place = fields[button];
      return typeof place === "string" && FIELD.test(place) ? keyOf(place) : undefined;
    };
    return { parts, wanted: pressed("save"), added: pressed("add"), skipped: pressed("skip") };
  });

export const approvalSchema = z.object({
  approvedBy: line({ max: 120, messages: { required: messages.approvedByMissing } }),
  drawnUpOn: optional(dateField({ label: "datę sporządzenia" })),
  /** Of the text that stood before the chair; a form without one approves nothing. */
  seen: z.string().max(64).default(""),
});

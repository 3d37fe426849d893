import * as z from "zod";
import { line, paragraph } from "~/platform/fields";
import { phrases as messages } from "./messages.phrases.pl";

const id = z.string().max(60);
const content = {
  title: line({ max: 120, messages: { required: messages.titleMissing } }),
  text: paragraph({ max: 2_000, messages: { required: messages.textMissing } }),
};

/** The arrows of a row stand in one form for the whole list, so each says itself which row it moves: „up.<id>”. */
const readArrow = (fields: unknown) => {
  const { move } = (fields ?? {}) as { move?: unknown };
  const [way, ...rest] = typeof move === "string" ? move.split(".") : [];
  return way === undefined ? fields : { do: way, id: rest.join(".") };
};

const changeSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("add"), ...content }),
  z.object({ do: z.literal("change"), id, ...content }),
  z.object({ do: z.literal("remove"), id }),
  z.object({ do: z.literal("up"), id }),
  z.object({ do: z.literal("down"), id }),
]);

/** One button of the library. */
export const phraseSchema = z.preprocess(readArrow, changeSchema);

export type PhraseChange = z.output<typeof changeSchema>;

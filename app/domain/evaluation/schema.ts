import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { checkbox, dateField, line, oneOf, optional, paragraph, timeField, wholeNumber } from "~/platform/fields";
import { sentences } from "~/platform/fields.pl";
import { instantAt } from "~/platform/time";
import { HALL_VERDICTS } from "~db/vocabulary";
import { messages } from "./messages.pl";

/** Minutes between the two debates of one evening. */
const LONGEST_BREAK = 180;

/** When and where the evaluation takes place; everything else is taken over. */
export const evaluationSchema = z
  .object({
    startsOn: dateField({ label: "datę debaty" }),
    startsTime: timeField({ label: "godzinę rozpoczęcia" }),
    venueName: line({ label: "miejsce" }),
    venueAddress: optional(line()).transform((text) => text ?? ""),
    withPair: checkbox(),
    pairAfter: optional(wholeNumber({ label: "liczbę minut", max: LONGEST_BREAK })),
    pairTopic: optional(line({ max: 200 })),
  })
  .transform(({ startsOn, startsTime, withPair, pairAfter, pairTopic, ...place }, ctx) => {
    const found = instantAt(startsOn, startsTime);
    const pair = withPair ? { after: pairAfter ?? 0, ...(pairTopic && { topic: pairTopic }) } : null;
    if (found.ok && !found.ambiguous) return { ...place, startsAt: found.value, pair };
    const message = found.ok ? messages.doubledHour : sentences.noSuchHour(startsOn, startsTime);
    ctx.addIssue({ code: "custom", path: ["startsTime"], message });
    return z.NEVER;
  });

const report = z.object({
  motionId: z.string().max(64),
  version: z.coerce.number().int().min(1),
  text: optional(paragraph({ max: 2000 })).transform((text) => text ?? ""),
  verdict: optional(oneOf(HALL_VERDICTS)),
});
export type MotionReport = z.output<typeof report>;

/** The whole table in one form, so that nothing typed into a second row is lost by saving the first. */
export const reportsSchema = z
  .looseObject({ ids: z.array(z.string().max(64)).max(500).default([]) })
  .transform(({ ids, ...fields }, ctx): MotionReport[] =>
    ids.flatMap((motionId) => {
      const [text, verdict, version] = ["text", "verdict", "version"].map((name) => fields[`${name}-${motionId}`]);
      const read = report.safeParse({ motionId, text, verdict, version }, { error: () => sentences.required() });
      if (read.success) return [read.data];
      for (const { path, message } of read.error.issues)
        ctx.addIssue({ code: "custom", path: [`${String(path[0])}-${motionId}`], message });
      return [];
    }),
  );

/** Which promises go on, and until when; a row that is not ticked stays where it is. */
export const carrySchema = z
  .looseObject({ taskIds: z.array(z.string().max(64)).max(500).default([]) })
  .transform(({ taskIds, ...fields }, ctx) =>
    taskIds.map((taskId) => {
      const read = optional(dateField({ label: "nowy termin" })).safeParse(fields[`due-${taskId}`] ?? "");
      if (read.success) return { taskId, dueOn: read.data };
      const [issue] = read.error.issues;
      ctx.addIssue({ code: "custom", path: [`due-${taskId}`], message: issue?.message ?? sentences.required() });
      return { taskId, dueOn: null };
    }),
  );

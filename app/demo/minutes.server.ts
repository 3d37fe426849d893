import { approveMinutes, publishMinutes, savePart } from "~/domain/minutes/commands.server";
import { itemKey } from "~/domain/minutes/rules";
import { calendarDate } from "~/platform/time";
import type { DemoDebate, DemoMinutes, DemoUnit } from "~db/demo/types";
import { type Cast, clock, type Step } from "./story.server";

/** What the clerk wrote about each item, then the chair's approval. Empty texts are left to the product's own words. */
export function minutesSteps(cast: Cast, unit: DemoUnit, debate: DemoDebate): Step[] {
  const { key, evening } = debate;
  if (!evening) return [];
  const { writtenAt, approvedAt, publishedAt } = evening.minutes;
  const begun = clock(writtenAt).getTime();
  const written = partsOf(cast, debate, evening.minutes).map(
    ({ name, part }, i): Step => ({
      at: new Date(begun + i * 4 * 60_000),
      what: `${key} minutes ${name}`,
      run: (at) => savePart(cast.staff("clerk"), cast.id("debate", key), 0, part(), cast.nameOf("clerk"), at),
    }),
  );
  const approved: Step[] = approvedAt
    ? [
        {
          at: clock(approvedAt),
          what: `${key} minutes approved`,
          run: (at) => approve(cast, unit, key, approvedAt, at),
        },
      ]
    : [];
  const published: Step[] = publishedAt
    ? [
        {
          at: clock(publishedAt),
          what: `${key} minutes published`,
          run: (at) => publishMinutes(cast.staff(), cast.id("debate", key), at),
        },
      ]
    : [];
  return [...written, ...approved, ...published];
}

function approve(cast: Cast, unit: DemoUnit, key: string, approvedAt: string, at: Date) {
  const drawnUpOn = calendarDate(approvedAt.slice(0, 10));
  return approveMinutes(cast.staff(), cast.id("debate", key), { approvedBy: unit.headOffice, drawnUpOn }, at);
}

function partsOf(cast: Cast, { key, agenda = [] }: DemoDebate, minutes: DemoMinutes) {
  const items = agenda.map((item) => ({
    name: item.key,
    text: item.text,
    part: () => ({ key: itemKey(cast.id("item", `${key}:${item.key}`)), text: item.text }),
  }));
  const { findings, survey, attachments, distribution } = minutes;
  const sections = Object.entries({
    findings,
    survey,
    attachments: attachments.join("\n"),
    distribution: distribution.join("\n"),
  }).map(([name, text]) => ({ name, text, part: () => ({ key: name, text }) }));
  return [...items, ...sections].filter(({ text }) => text !== "");
}

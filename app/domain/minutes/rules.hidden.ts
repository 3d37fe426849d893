import { type Facts, isOpen, type MinutesDocument } from "./rules";
import { mentions } from "./rules.check-secrets";
import { REDACTED } from "./rules.marks";
import { openTasks } from "./rules.suggestions";

/**
 * What the frozen public text still shows although the office has hidden it since: numbers of motions, of earlier
 * motions that were reported on, and of tasks. A frozen text is not changed by later facts, so it is not published
 * like that, and the next correction takes these rows out of the version for everybody.
 */
export function hiddenSince(
  open: MinutesDocument,
  facts: Pick<Facts, "motions" | "reported" | "tasks" | "carried">,
): string[] {
  const motions = new Set(facts.motions.filter((motion) => !isOpen(motion)).map(({ number }) => number));
  const earlier = new Set(facts.reported.filter((row) => row.sensitivity !== "public").map(({ number }) => number));
  const shown = new Set(openTasks(facts).map(({ number }) => number));
  const tasks = new Set(facts.tasks.map(({ number }) => number).filter((number) => !shown.has(number)));
  const carried = new Set((facts.carried ?? []).filter(({ hidden }) => hidden).map(({ number }) => number));
  return [
    ...numbersIn(open.motions, motions),
    ...numbersIn(open.reported, earlier),
    ...numbersIn(open.tasks, tasks),
    ...numbersIn(open.carried ?? [], carried),
  ];
}

const numbersIn = (rows: readonly { number: string }[], hidden: ReadonlySet<string>) =>
  rows.map(({ number }) => number).filter((number) => hidden.has(number));

/** The same document without these rows, and without every line that names one of them. */
export function strike(open: MinutesDocument, hidden: readonly string[]): MinutesDocument {
  if (hidden.length === 0) return open;
  const isShown = ({ number }: { number: string }) => !hidden.includes(number);
  const isNamed = (line: string) => hidden.some((number) => mentions(line, number));
  const cleared = (text: string) =>
    text
      .split("\n")
      .map((line) => (isNamed(line) ? REDACTED : line))
      .join("\n");
  return {
    ...open,
    items: open.items.map((item) => ({ ...item, text: cleared(item.text) })),
    motions: open.motions.filter(isShown).map((motion) => ({
      ...motion,
      answer: cleared(motion.answer),
      mergedInto: hidden.includes(motion.mergedInto) ? "" : motion.mergedInto,
      taskNumbers: motion.taskNumbers.filter((number) => !hidden.includes(number)),
    })),
    reported: open.reported.filter(isShown),
    tasks: open.tasks.filter(isShown),
    ...(open.carried && { carried: open.carried.filter(isShown) }),
    findings: cleared(open.findings),
    survey: cleared(open.survey),
    attachments: open.attachments.map(cleared),
    ...(open.corrections && {
      corrections: open.corrections.map(({ changes, reason, ...meta }) => ({
        ...meta,
        reason: cleared(reason),
        changes: changes.map(({ title, was, is }) => ({ title: cleared(title), was: cleared(was), is: cleared(is) })),
      })),
    }),
  };
}

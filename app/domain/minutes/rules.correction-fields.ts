import type { FieldName } from "./messages.correction-places.pl";
import type { Kind } from "./rules.correction-values";

/** `needed`: never empty. `secret`: in no public version, so a correction does not put it there either. */
export type Field = { as: Kind; needed?: true; secret?: true };
const line: Field = { as: "line" };
const name: Field = { as: "line", needed: true };
const text: Field = { as: "text" };

export const FIELDS: Record<FieldName, Field> = {
  "time-begunAt": { as: "moment", needed: true },
  "time-endedAt": { as: "moment", needed: true },
  "debate-topic": name,
  "debate-cycleTitle": line,
  "debate-venueName": line,
  "debate-venueAddress": line,
  "debate-coOrganizer": line,
  "debate-chair": line,
  "debate-moderator": line,
  "debate-minuteTaker": { ...line, secret: true },
  "debate-evaluationOn": { as: "date" },
  "end-drawnUpOn": { as: "date", needed: true },
  "count-count": { as: "count", needed: true },
  "guest-bodyName": name,
  "guest-post": line,
  "guest-personName": { ...line, secret: true },
  "guest-standsFor": line,
  "absent-bodyName": { ...name, secret: true },
  "absent-officeTitle": { ...name, secret: true },
  "item-title": name,
  "item-presenter": line,
  item: text,
  "reported-place": line,
  "reported-text": { ...text, needed: true },
  "reported-owner": line,
  "reported-report": text,
  "reported-verdict": { as: "verdict" },
  "motion-place": line,
  "motion-text": { ...text, needed: true },
  "motion-outcome": { as: "outcome" },
  "motion-answer": text,
  "motion-answeredBy": line,
  "motion-referredTo": line,
  "motion-mergedInto": line,
  "motion-taskNumbers": { as: "numbers" },
  "task-title": name,
  "task-owner": name,
  "task-supporters": { as: "lines" },
  "task-dueOn": { as: "date", needed: true },
  "task-dueBasis": { as: "basis", needed: true },
  findings: text,
  survey: text,
  attachments: { as: "lines" },
  distribution: { as: "lines", secret: true },
};

/** „guest-3-post”, „item-2-public” → what kind of field it is; undefined for what no paper has. */
export function fieldNamed(key: string): Field | undefined {
  const plain = key.replace(/-public$/, "").replace(/-\d{1,4}(?=-|$)/, "");
  return Object.hasOwn(FIELDS, plain) ? FIELDS[plain as FieldName] : undefined;
}

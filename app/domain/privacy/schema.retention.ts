import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { wholeNumber } from "~/platform/fields";
import { retentionKinds } from "./messages.retention.pl";
import { RETENTION, RETENTION_KINDS, type RetentionKind } from "./rules.retention";

const months = (kind: RetentionKind) => {
  const { least: min, most: max } = RETENTION[kind];
  return wholeNumber({ label: `liczbę miesięcy (${retentionKinds[kind].what.toLowerCase()})`, min, max });
};

/** A number of months for each kind. */
export const retentionSchema = z.object(
  Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, months(kind)])) as Record<
    RetentionKind,
    ReturnType<typeof wholeNumber>
  >,
);

import { privacy } from "./messages.legal.pl";
import { months, retentionKinds } from "./messages.retention.pl";
import { RETENTION_KINDS, type RetentionKind } from "./rules.retention";

/** The periods that are in force, as the notice says them to residents. */
export const periodsOf = (chosen: Record<RetentionKind, number>) => [
  ...RETENTION_KINDS.map((kind) => {
    const { notice, from } = retentionKinds[kind];
    const what = notice.charAt(0).toUpperCase() + notice.slice(1);
    return (from === "debate" ? privacy.fromDebate : privacy.fromOwn)(what, months(chosen[kind]));
  }),
  privacy.logs,
];

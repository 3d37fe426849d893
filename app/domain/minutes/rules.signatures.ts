import { paper } from "./messages.document.pl";
import type { MinutesDocument } from "./rules";

/** Who signs, from the left. In public only functions stand there: the name of whoever approved is the office's own. */
export function signaturesOf({ debate, unit, approvedBy, version }: MinutesDocument): { role: string; name: string }[] {
  const { minuteTaker, chair, approved } = paper.signatures;
  return [
    { role: minuteTaker, name: debate.minuteTaker },
    { role: chair, name: debate.chair },
    { role: approved, name: version === "internal" && approvedBy ? approvedBy : unit.headOffice },
  ];
}

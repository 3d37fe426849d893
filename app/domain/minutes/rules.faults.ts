export const FAULT_KINDS = [
  "motion_without_outcome",
  "task_missing",
  "referral_without_body",
  "motion_without_public_text",
  "task_due_before_debate",
  "names_hidden_motion",
  "counts_hidden_motions",
  "personal_data",
  "placeholder",
  "unbalanced_mark",
  "wrong_weekday",
  "item_without_text",
  "item_blank",
  "new_facts",
  "guest_without_presence",
  "guest_without_office",
  "not_counted",
  "chair_missing",
  "minute_taker_missing",
  "head_office_missing",
  "hanging_word",
  "odd_sign",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Another page of the office where a fault is mended, and the row that it is about. */
export type Elsewhere =
  | { page: "motion" | "presence" | "guest" | "task"; id: string }
  | { page: "counts" | "chair" | "minuteTaker" | "agenda" | "plan" | "unit" };

/**
 * What a clerk has to know before the chair signs. `at` is the id on this page where the fault is to be seen;
 * `elsewhere` is set when the remedy is on another page. `detail` is what was found, in the words of the text.
 */
export type Fault = {
  level: "error" | "warning";
  kind: FaultKind;
  subject: string;
  at: string;
  detail?: string;
  elsewhere?: Elsewhere;
};

type More = Pick<Fault, "detail" | "elsewhere">;
export const error = (kind: FaultKind, subject: string, at: string, more: More = {}): Fault => ({
  level: "error",
  ...{ kind, subject, at },
  ...more,
});
export const warning = (kind: FaultKind, subject: string, at: string, more: More = {}): Fault => ({
  level: "warning",
  ...{ kind, subject, at },
  ...more,
});

const ADDRESSES: Record<Elsewhere["page"], (unit: string, debate: string, id: string) => string> = {
  motion: (_, debate, id) => `${debate}/motions?wniosek=${id}#wniosek`,
  presence: (_, debate, id) => `${debate}/attendance#p-${id}`,
  counts: (_, debate) => `${debate}/attendance#count_residents`,
  guest: (_, debate, id) => `${debate}/invitations?osoba=${id}#tel`,
  chair: (_, debate) => `${debate}/edit#chair`,
  minuteTaker: (_, debate) => `${debate}/edit#minuteTaker`,
  plan: (_, debate) => `${debate}/edit#topic`,
  agenda: (_, debate) => `${debate}/agenda#tresc`,
  task: (unit, _, id) => `${unit}/tasks/${id}#tresc`,
  unit: (unit) => `${unit}/settings#headOffice`,
};

/** Where a press on the fault leads. `base` is the address of the minutes, „/o/kpp/debates/…/minutes”. */
export function addressOf({ at, elsewhere }: Pick<Fault, "at" | "elsewhere">, base: string) {
  if (!elsewhere) return `${base}#${at}`;
  const debate = base.replace(/\/minutes$/, "");
  return ADDRESSES[elsewhere.page](debate.replace(/\/debates\/.*$/, ""), debate, "id" in elsewhere ? elsewhere.id : "");
}

export type FaultGroup = { kind: FaultKind; level: Fault["level"]; shown: Fault[]; folded: Fault[]; left: number };
const SHOWN = 3;
const FOLDED = 50;

/** Errors first. Of one kind a few are shown, the next can be unfolded, and the rest is a number: they will come up. */
export function groupFaults(faults: readonly Fault[]): FaultGroup[] {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = `${fault.level} ${fault.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      // One more is shorter than „i jeszcze jedna”.
      const shown = group.length <= SHOWN + 1 ? group : group.slice(0, SHOWN);
      const rest = group.slice(shown.length);
      return first
        ? [
            {
              kind: first.kind,
              level: first.level,
              shown,
              folded: rest.slice(0, FOLDED),
              left: Math.max(0, rest.length - FOLDED),
            },
          ]
        : [];
    })
    .sort((a, b) => Number(a.level === "warning") - Number(b.level === "warning"));
}

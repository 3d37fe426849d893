/** What a clerk has on the desk for one part: what is saved, what stands in the field, and what is on its way. */
export type Draft = { text: string; internal: boolean };
/** `key`: the same until there is an answer, so that a save whose answer was lost has one effect. */
export type Sent = Draft & { version: number; key: string; wanted: boolean };
export type Theirs = Draft & { version: number; editedBy: string; updatedAt: string };
export type Trouble = "offline" | "signed_out" | "not_allowed" | "frozen" | "invalid";
export type Desk = {
  version: number;
  saved: Draft;
  typed: Draft;
  sent: Sent | null;
  savedAt: string | null;
  trouble: Trouble | null;
  /** The sentence of the server about a text that it does not take. */
  complaint: string;
  /** Saved by somebody else over the same version. */
  theirs: Theirs | null;
};
export type Answer =
  | { kind: "saved"; version: number | undefined; at: string }
  | { kind: "stale"; theirs: Theirs }
  | { kind: "trouble"; trouble: Trouble; complaint?: string };

type Part = Draft & { version: number };

const isSame = (a: Draft, b: Draft) => a.text === b.text && a.internal === b.internal;
const draftOf = ({ text, internal }: Draft): Draft => ({ text, internal });

export const openDesk = (part: Part): Desk => ({
  version: part.version,
  saved: draftOf(part),
  typed: draftOf(part),
  ...{ sent: null, savedAt: null, trouble: null, complaint: "", theirs: null },
});

export const isUnsaved = ({ typed, saved, sent }: Desk) => sent !== null || !isSame(typed, saved);

/** Somebody may have shortened what was too long. */
export const typeOn = (desk: Desk, typed: Draft): Desk =>
  desk.trouble === "invalid" ? { ...desk, typed, trouble: null, complaint: "" } : { ...desk, typed };

/** What has no answer yet goes first, as it was. `wanted`: also a text from the record that nobody has changed. */
export function nextToSend(desk: Desk, key: string, wanted = false): Sent | null {
  const { theirs, trouble, sent, typed, saved, version } = desk;
  if (theirs || trouble === "frozen" || trouble === "not_allowed" || trouble === "invalid") return null;
  if (sent) return sent;
  if (isSame(typed, saved) && !(wanted && version === 0)) return null;
  return { ...typed, version, key, wanted };
}

export const sending = (desk: Desk, sent: Sent): Desk => ({ ...desk, sent });

export function answered(desk: Desk, answer: Answer): Desk {
  const { sent } = desk;
  if (!sent) return desk;
  if (answer.kind === "stale") return { ...desk, sent: null, trouble: null, theirs: answer.theirs };
  if (answer.kind === "saved") {
    const version = answer.version ?? desk.version;
    return { ...desk, sent: null, trouble: null, saved: draftOf(sent), version, savedAt: answer.at };
  }
  const { trouble, complaint = "" } = answer;
  const isLost = trouble === "offline" || trouble === "signed_out";
  return { ...desk, sent: isLost ? sent : null, trouble, complaint };
}

/** The page was read again: a newer text of somebody else is shown where nobody writes here. */
export function refreshed(desk: Desk, part: Part): Desk {
  const isNewer =
    part.version > desk.version ||
    (part.version === desk.version && part.version === 0 && part.text !== desk.saved.text);
  return isNewer && !isUnsaved(desk) && !desk.theirs ? { ...openDesk(part), savedAt: desk.savedAt } : desk;
}

/** Both have been read: what stands in the field now is saved over the other one's text. */
export const keepMine = (desk: Desk): Desk =>
  desk.theirs ? { ...desk, version: desk.theirs.version, saved: draftOf(desk.theirs), theirs: null } : desk;

export const takeTheirs = (desk: Desk): Desk => (desk.theirs ? openDesk(desk.theirs) : desk);

/** What this browser keeps until it is saved. */
export type Kept = Pick<Desk, "typed" | "version" | "sent">;

export const keptOf = (desk: Desk): Kept | null =>
  isUnsaved(desk) || desk.theirs ? { typed: desk.typed, version: desk.version, sent: desk.sent } : null;

/** Sent again over the version it was written over; whether that is still the last one is the server's to say. */
export const restore = (desk: Desk, { typed, version, sent }: Kept): Desk =>
  sent === null && isSame(typed, desk.saved) ? desk : { ...desk, typed, version, sent };

export type Summary = {
  state: "conflict" | "trouble" | "unsaved" | "saved" | "idle";
  trouble: Trouble | null;
  savedAt: string | null;
};

/** One word for the whole page: what needs somebody comes first. */
export function summaryOf(desks: readonly Desk[]): Summary {
  const trouble = desks.find((desk) => desk.trouble)?.trouble ?? null;
  const savedAt = desks.map((desk) => desk.savedAt ?? "").reduce((a, b) => (a > b ? a : b), "") || null;
  const quiet = savedAt ? "saved" : "idle";
  const state = desks.some(({ theirs }) => theirs)
    ? "conflict"
    : trouble
      ? "trouble"
      : desks.some(isUnsaved)
        ? "unsaved"
        : quiet;
  return { state, trouble, savedAt };
}

import { typeset } from "~/platform/language";
import { formatMoment } from "~/platform/time";
import { standingOf } from "./rules";
import { referralClock } from "./rules.referral";

/** The address of the inbox: filter, page and motion stand in it, so that it can be kept, sent and gone back to. */
const KEPT = ["q", "stan", "kat", "po", "przed"] as const;

/** What of an address outlives the choice of another motion. */
export function readInboxAddress(url: string) {
  const search = new URL(url).searchParams;
  const number = search.get("zapisano");
  const choice = search.get("co");
  return {
    search,
    query: keptOf(search).toString(),
    /** Said once, after a save; anything that is no number of ours is not repeated. */
    saved: number && choice && /^[\d/]{1,20}$/.test(number) ? { number, choice: choice.slice(0, 20) } : null,
  };
}

/** After a save: the same list, in which the next motion now stands first. */
export function inboxAddress(base: string, url: string, { number, choice }: { number: string; choice: string }) {
  const search = keptOf(new URL(url).searchParams);
  search.set("zapisano", number);
  search.set("co", choice);
  return `${base}?${search}`;
}

function keptOf(search: URLSearchParams) {
  const kept = new URLSearchParams();
  for (const name of KEPT) {
    const value = search.get(name);
    if (value) kept.set(name, value.slice(0, 200));
  }
  return kept;
}

type Queued = Parameters<typeof standingOf>[0] &
  Parameters<typeof referralClock>[0] & { id: string; number: string; textPublic: string };

/** One line of the queue as it is read: fifty of them go to the browser twice, as text and for its script. */
export const lineOf = (motion: Queued, now: Date) => ({
  id: motion.id,
  number: motion.number,
  moment: formatMoment(motion.submittedAt, now),
  text: typeset(beginning(motion.textPublic)),
  standing: standingOf(motion),
  clock: referralClock(motion, now),
});

const LONGEST = 110;
function beginning(text: string) {
  const plain = text.replace(/\s+/g, " ");
  if (plain.length <= LONGEST) return plain;
  const letters = [...plain];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("").trimEnd()}…` : plain;
}

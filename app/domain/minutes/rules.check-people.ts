import type { Facts } from "./rules";
import { type Fault, warning } from "./rules.faults";

const PEOPLE = "s2";
const PARTICIPANTS = "s3";

/** Who signs, who came, and in what office. */
export const checkPeople = (facts: Facts): Fault[] => [
  ...checkGuests(facts),
  ...checkCount(facts),
  ...checkSigners(facts),
];

const checkGuests = ({ guests }: Facts): Fault[] =>
  guests.flatMap(({ id, bodyName, officeTitle, presence, answered, substitute, personName }) => {
    const who = [officeTitle || personName, bodyName].filter(Boolean).join(", ");
    const came = presence === "present" || presence === "present_by_substitute";
    const inPlace = presence === "present_by_substitute" ? substitute : { name: personName, post: officeTitle };
    return [
      ...(presence === null && answered !== "other"
        ? [warning("guest_without_presence", who, PARTICIPANTS, { elsewhere: { page: "presence", id } })]
        : []),
      // An institution may be asked as such, and whoever came for it then has no name either.
      ...(came && inPlace?.name && !inPlace.post.trim()
        ? [warning("guest_without_office", who, PARTICIPANTS, { elsewhere: { page: "guest", id } })]
        : []),
    ];
  });

const checkCount = ({ headCounts }: Facts): Fault[] =>
  headCounts.every(({ count }) => count === 0)
    ? [warning("not_counted", "", PARTICIPANTS, { elsewhere: { page: "counts" } })]
    : [];

/** A line for a signature without a name below it. */
const checkSigners = ({ debate, unit }: Facts): Fault[] => [
  ...(debate.chair ? [] : [warning("chair_missing", "", PEOPLE, { elsewhere: { page: "chair" } })]),
  ...(debate.minuteTaker ? [] : [warning("minute_taker_missing", "", PEOPLE, { elsewhere: { page: "minuteTaker" } })]),
  ...(unit.headOffice ? [] : [warning("head_office_missing", "", PEOPLE, { elsewhere: { page: "unit" } })]),
];

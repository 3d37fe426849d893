/** How a letter speaks to its reader. It follows from the stored salutation, never from a name. */
export type Address = "woman" | "man" | "priest" | "several";

export function addressOf(salutation: string): Address {
  if (/(?:^|\s)Księże(?:\s|,|$)/u.test(salutation)) return "priest";
  if (/^\s*Szanowna\s+Pani(?:\s|,|$)/u.test(salutation)) return "woman";
  return /^\s*Szanowny\s+Panie(?:\s|,|$)/u.test(salutation) ? "man" : "several";
}

/** „zaprosić Panią”, „Pani obecność”, „czy weźmie Pani udział” */
export const YOU = {
  woman: { whom: "Panią", whose: "Pani", takesPart: "weźmie Pani", can: "może Pani" },
  man: { whom: "Pana", whose: "Pana", takesPart: "weźmie Pan", can: "może Pan" },
  priest: { whom: "Księdza", whose: "Księdza", takesPart: "weźmie Ksiądz", can: "może Ksiądz" },
  several: { whom: "Państwa", whose: "Państwa", takesPart: "wezmą Państwo", can: "mogą Państwo" },
} as const satisfies Record<Address, object>;

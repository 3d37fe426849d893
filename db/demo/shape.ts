import type { Presence } from "../vocabulary";
import type { DemoAnswer, DemoGuest, DemoOffice, Moment } from "./types";

/** Short ways to write what stands in every scenario. People are named by their role. */

const of = (gender: "female" | "male") => (name: string, email?: string, rank?: string) => ({
  name,
  gender,
  ...(email && { email }),
  ...(rank && { rank }),
});
export const her = of("female");
export const him = of("male");

export const office = (key: string, title: string, holder?: DemoOffice["holder"]): DemoOffice => ({
  key,
  title,
  ...(holder && { holder }),
});

export const guest = (who: string, answer?: DemoAnswer, presence?: Presence): DemoGuest => ({
  who,
  ...(answer && { answer }),
  ...(presence && { presence }),
});

export const accepts = (at: Moment, more: { via?: DemoAnswer["via"]; needs?: string } = {}): DemoAnswer => ({
  status: "accepted",
  at,
  ...more,
});
export const declines = (at: Moment, statement: string, via?: DemoAnswer["via"]): DemoAnswer => ({
  status: "declined",
  at,
  statement,
  ...(via && { via }),
});
export const sends = (
  at: Moment,
  name: string,
  post: string,
  more: { via?: DemoAnswer["via"]; email?: string; confirmedAt?: Moment } = {},
): DemoAnswer => ({ status: "substituted", at, name, post, ...more });

export const CYCLE = "Porozmawiajmy o bezpieczeństwie – możesz mieć na nie wpływ";

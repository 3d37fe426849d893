import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { dateField, line, money, optional, paragraph, wholeNumber } from "~/platform/fields";
import { messages } from "./messages.pl";

const blank = <T>(field: z.ZodType<string | null, T>) => field.transform((typed) => typed ?? "");
const count = (label: string) =>
  optional(wholeNumber({ min: -100_000, max: 100_000, label })).transform((typed) => typed ?? 0);

const MOST_SERVICES = 100_000;
export const amountField = money({ min: 1, label: "kwotę" });
export const servicesField = wholeNumber({ min: 1, max: MOST_SERVICES, label: "liczbę służb" });
export const unitPriceField = money({ min: 1, label: "cenę jednej służby" });

/** One party in each line. */
const parties = paragraph({ max: 600, label: "strony porozumienia" })
  .transform((text) => text.replace(/\n+/g, "\n"))
  .refine((text) => text.includes("\n"), messages.partiesTwo);

export const agreementSchema = z.object({
  subject: line({ max: 300, label: "przedmiot porozumienia" }),
  parties,
  resolution: blank(optional(line({ max: 200 }))),
  signedOn: dateField({ label: "datę podpisania" }),
  startsOn: dateField({ label: "początek okresu" }),
  endsOn: dateField({ label: "koniec okresu" }),
  amountGrosze: optional(amountField),
  services: optional(servicesField),
  unitPriceGrosze: optional(unitPriceField),
  places: blank(optional(paragraph({ max: 2000 }))),
});
export type AgreementInput = z.output<typeof agreementSchema>;

export const useSchema = z.object({
  usedOn: dateField({ label: "dzień służby" }),
  services: count("liczbę służb"),
  place: blank(optional(line({ max: 200 }))),
  note: blank(optional(paragraph({ max: 1000 }))),
  identified: count("liczbę wylegitymowanych"),
  fined: count("liczbę mandatów"),
  cautioned: count("liczbę pouczeń"),
  detained: count("liczbę zatrzymanych"),
});

export const reportSchema = z.object({ report: blank(optional(paragraph({ max: 10_000 }))) });

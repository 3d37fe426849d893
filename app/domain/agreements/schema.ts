import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { dateField, line, money, optional, wholeNumber } from "~/platform/fields";

export const agreementSchema = z.object({
  subject: line({ max: 300, label: "przedmiot porozumienia" }),
  parties: line({ max: 300, label: "strony porozumienia" }),
  resolution: optional(line({ max: 200 })).transform((text) => text ?? ""),
  signedOn: dateField({ label: "datę podpisania" }),
  startsOn: dateField({ label: "początek okresu" }),
  endsOn: dateField({ label: "koniec okresu" }),
  amountGrosze: money({ label: "kwotę" }),
  services: wholeNumber({ min: 1, max: 100_000, label: "liczbę służb" }),
});
export type AgreementInput = z.output<typeof agreementSchema>;

export const useSchema = z.object({
  agreementId: line({ max: 64 }),
  by: wholeNumber({ min: -100_000, max: 100_000, label: "liczbę służb" }),
});

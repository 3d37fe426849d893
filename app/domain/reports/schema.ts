import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { dateParts, today } from "~/platform/time";
import { unitSorts } from "./rules.units";

/** The year of a report in an address; whatever is no such year is as if nobody had asked. */
const year = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number)
  .optional()
  .catch(undefined);

/** „?period=2025”, „?period=12”, „?debate=<id>”: a year, the last twelve months, or one debate. */
const periodSchema = z
  .object({
    period: z.string().max(10).optional().catch(undefined),
    debate: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional()
      .catch(undefined),
  })
  .transform(({ period, debate }) => ({
    debate,
    months: period === "12" ? (12 as const) : undefined,
    year: year.parse(period),
  }));

export const readPeriod = (query: URLSearchParams) => periodSchema.parse(Object.fromEntries(query));

/** „?sort=late&order=turned”: a column of the units below; an unknown one is as if nobody had asked. */
const sortSchema = z.object({
  sort: z.enum(unitSorts).catch("name"),
  order: z.literal("turned").optional().catch(undefined),
});

export const readSort = (query: URLSearchParams) => {
  const { sort, order } = sortSchema.parse(Object.fromEntries(query));
  return { by: sort, isTurned: order === "turned" };
};

/** The year in the address of a sheet; undefined for one that has not begun, and for what is no year. */
export function readYear(text: string | undefined, now: Date): number | undefined {
  const wanted = year.parse(text);
  return wanted !== undefined && wanted <= dateParts(today(now)).year ? wanted : undefined;
}

export type Whose = "unit" | "units";
/** „?whose=units”: the units below, else the unit itself. */
export const readWhose = (query: URLSearchParams): Whose => (query.get("whose") === "units" ? "units" : "unit");

const NAMES = { unit: "zestawienie", units: "jednostki" } as const satisfies Record<Whose, string>;
const FORMATS = ["pdf", "xlsx"] as const;

export const yearFileName = (whose: Whose, year: number, format: (typeof FORMATS)[number]) =>
  `${NAMES[whose]}-${year}.${format}`;

/** „zestawienie-2026.pdf”, „jednostki-2026.xlsx”; undefined where there is no such file. */
export const readYearFile = (name: string | undefined, year: number) =>
  (["unit", "units"] as const)
    .flatMap((whose) => FORMATS.map((format) => ({ whose, format })))
    .find(({ whose, format }) => name === yearFileName(whose, year, format));

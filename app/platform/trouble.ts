import type { FormFields } from "./forms";

/** The database is away for the moment, or its disk is full. */
const STATUS = { away: 503, full: 507 } as const;
export const statusOfTrouble = (trouble: keyof typeof STATUS) => STATUS[trouble];
export const isTrouble = (status: number) => Object.values<number>(STATUS).includes(status);

/** In seconds; a restart of PostgreSQL takes less. */
export const RETRY_AFTER_S = "10";

/** What somebody has typed comes back with the page that says that it was not saved, to be sent once more. */
export type KeptForm = { fields: FormFields; files: string[] };

/** What an error page finds in the answer that was thrown. */
export function keptFormOf(data: unknown): KeptForm | undefined {
  if (typeof data !== "object" || data === null || !("keptForm" in data)) return undefined;
  return (data.keptForm ?? undefined) as KeptForm | undefined;
}

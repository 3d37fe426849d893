import { appendFileSync } from "node:fs";

/** Set by `npm run campaign`: the same test, long and against the built server, with its figures written to this file. */
const file = process.env.CAMPAIGN_FIGURES;
export const isCampaign = file !== undefined;

/** How many, where somebody wants another number than the usual one. */
export const wanted = Number(process.env.CAMPAIGN_MANY) || undefined;

export function announce(figures: Record<string, number | string>) {
  if (file) appendFileSync(file, `${JSON.stringify(figures)}\n`);
}

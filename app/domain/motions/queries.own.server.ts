import { publicUnit } from "~/domain/attendance/queries.page.server";
import { absolute } from "~/platform/links.server";
import { qrOf } from "~/platform/qr.server";
import type { Scope } from "~/platform/scope";
import { getOwnMotion } from "./queries.public.server";

/** What the page behind a code shows: the owner's own words, and what became of them; no name and no address. */
export async function getOwnPage(scope: Scope, motionId: string, code: string) {
  const { unit, ...motion } = await getOwnMotion(scope, motionId);
  const address = absolute(`/m/${code}`);
  return { unit: publicUnit(unit), motion, code, address, qr: qrOf(address) };
}
export type OwnPageData = Awaited<ReturnType<typeof getOwnPage>>;

import type { LoaderFunctionArgs } from "@remix-run/node";
import { unitFeed } from "~/domain/attendance/queries.calendar.server";
import { openUnit } from "~/domain/organizations/gate.server";

/** A feed to subscribe to, so it is shown and not saved. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  return new Response(await unitFeed(scope, unit), { headers: { "Content-Type": "text/calendar; charset=utf-8" } });
}

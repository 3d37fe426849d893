import type { LoaderFunctionArgs } from "@remix-run/node";
import { openUnit } from "~/domain/organizations/gate.server";
import { getPublicEvidence } from "~/domain/tasks/queries.evidence.server";
import { numberFromPath } from "~/domain/tasks/rules.tracker";
import { fileResponse } from "~/platform/file-response.server";
import { nameIn, notFound } from "~/platform/params.server";

/** Kept for minutes only, because the organizer may take it back. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await openUnit(params.unit);
  const number = numberFromPath(nameIn(params.number)) ?? notFound();
  const file = await getPublicEvidence(scope, number, nameIn(params.id));
  return fileResponse(file, { request, cacheControl: "public, max-age=300" });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/domain/organizations/gate.server";
import { year as words, yearBook, yearFile } from "~/domain/reports/messages.year.pl";
import { getYearSheet } from "~/domain/reports/queries.year.server";
import { readYear, readYearFile } from "~/domain/reports/schema";
import { fitted } from "~/platform/lists";
import { notFound } from "~/platform/params.server";
import { pdfResponse } from "~/platform/pdf-response.server";

/** The year sheet as a file: the same tables as on its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit);
  const now = new Date();
  const year = readYear(params.year, now) ?? notFound();
  const { whose, format } = readYearFile(params.file, year) ?? notFound();
  const sheet = await getYearSheet(scope, whose, year, now);
  const [document, props] =
    format === "pdf" ? ["year", sheet] : ["book", { sheets: yearBook(sheet).sheets.map(fitted) }];
  return pdfResponse(document, props, {
    fileName: yearFile(sheet, format),
    cacheControl: "no-store",
    failure: words.failure,
    unit: scope.organizationId,
    request,
    back: `/o/${unit.slug}/reports/year/${year}`,
    format,
  });
}

import { type List, listAsCsv } from "./lists";
import { disposition } from "./pdf-response.server";

/** For a double click in a Polish Excel. */
export const csvResponse = (list: List, fileName: string) =>
  new Response(listAsCsv(list), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": disposition(`${fileName}.csv`, "attachment"),
      "Cache-Control": "no-store",
    },
  });

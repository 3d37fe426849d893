import { formatDate } from "~/platform/time";
import type { ZipEntry } from "~/platform/zip.server";
import { copyAsHtml } from "./document.copy.server";
import type { ExportData } from "./rules.export";

/** The same twice: to read, and for programs (art. 20 RODO). */
export function copyEntries(unit: string, data: ExportData, now: Date): ZipEntry[] {
  const make = (text: string) => async () => new TextEncoder().encode(text);
  return [
    { name: "dane.html", make: make(copyAsHtml({ unit, day: formatDate(now), data })) },
    { name: "dane.json", make: make(JSON.stringify({ unit, day: formatDate(now), ...data }, null, 2)) },
  ];
}

// Machine checks of ISO 14289-1 (PDF/UA-1), after the Matterhorn protocol. Not a replacement for veraPDF or PAC.
import { PDFDict, PDFDocument, PDFStream } from "pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { bytesOf, get, stringOf } from "./pdf-objects";
import { walkPages } from "./pdf-pages";
import { type Check, walkStructure } from "./pdf-structure";

/** What is wrong with a tagged PDF: nothing, if the list is empty. */
export async function checkTagged(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = pdf;
  const faults = new Map<string, string[]>();
  const check: Check = (rule, ok, detail = "") => {
    if (!ok) faults.set(rule, [...(faults.get(rule) ?? []), detail].slice(0, 3));
  };
  const xmp = bytesOf(get(catalog, "Metadata")).toString("utf8");
  check("XMP metadata", get(catalog, "Metadata") instanceof PDFStream);
  check("XMP says PDF/UA-1", /<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp));
  check("XMP has a title", /<dc:title>[\s\S]*<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(xmp));
  check("XMP is well-formed", !/&(?!amp;|lt;|gt;|quot;|#)|[^\P{Cc}\n\r\t]/u.test(xmp));
  check("the title is shown", String(get(get(catalog, "ViewerPreferences"), "DisplayDocTitle")) === "true");
  check("marked as tagged", String(get(get(catalog, "MarkInfo"), "Marked")) === "true");
  check("no suspects", String(get(get(catalog, "MarkInfo"), "Suspects") ?? "false") === "false");
  check("language is Polish", stringOf(get(catalog, "Lang")) === "pl-PL");
  check("not encrypted", !context.trailerInfo.Encrypt);
  check("bookmarks", get(catalog, "Outlines") instanceof PDFDict);
  walkPages(pdf, walkStructure(pdf, check), check);
  return [...faults].map(([rule, details]) => `${rule}: ${details.filter(Boolean).join("; ")}`);
}

/** The number of elements of each role, e.g. how many table rows a reader is told of. */
export async function rolesOf(bytes: Uint8Array): Promise<Record<string, number>> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return Object.fromEntries(walkStructure(pdf, () => {}).roles);
}

/** The text of each page as a stranger's program reads it, with page header and footer. */
export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
  }
  await pdf.destroy();
  return pages;
}

/** All text in reading order, with single spaces, so that a test can look for a sentence. */
export const textOf = async (bytes: Uint8Array) => (await pagesOf(bytes)).join("\n").replace(/\s+/g, " ");

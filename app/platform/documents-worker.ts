import { renderHtml } from "./docx/html";
import { renderDocx } from "./docx/render";
import type { List } from "./lists";
import { renderSheet } from "./pdf/render";
import type { Sheet } from "./pdf/sheet";
import { renderXlsx } from "./xlsx";

/** One sheet is drawn as a tagged PDF, or written for Word or as a page; a list as a file for Excel. */
const FORMATS = { pdf: renderSheet, docx: renderDocx, html: renderHtml, xlsx: renderXlsx };
export type DocumentFormat = keyof typeof FORMATS;

/** What crosses to the worker is exactly what the finished document is remembered by. */
export type DocumentTask = { name: string; json: string; format: DocumentFormat };

/** Rooms know the shape of their own props; here they are what came out of JSON. */
type DocumentComponents = Record<string, (props: never) => Sheet | List>;

export const documentWorker =
  (components: DocumentComponents) =>
  async ({ name, json, format }: DocumentTask): Promise<Uint8Array> => {
    const component = Object.hasOwn(components, name) ? components[name] : undefined;
    if (!component) throw new Error(`No document is called ${name}: add it to app/entry.worker.tsx`);
    return new Uint8Array(await FORMATS[format](component(JSON.parse(json) as never) as Sheet & List));
  };

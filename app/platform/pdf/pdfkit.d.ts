// pdfkit ships no types. Only what tagging needs is declared; drawing is called by @react-pdf/render, not by us.
declare module "pdfkit" {
  import { Readable } from "node:stream";

  export type StructureContent = { readonly refs: unknown[] };
  export interface StructureElement {
    dictionary: { data: Record<string, unknown> };
    add(child: StructureElement | StructureContent): this;
    end(): this;
  }

  /** An object of the file: a dictionary, or a stream when something was written to it. */
  export interface Reference {
    readonly id: number;
    offset: number;
    buffer: Uint8Array[];
    write(chunk: string | Uint8Array): void;
    end(chunk?: Uint8Array): void;
    finalize(): void;
  }

  export default class PDFDocument extends Readable {
    constructor(options: Record<string, unknown>);
    info: Record<string, unknown>;
    struct(role: string, options?: { alt?: string; bbox?: number[] }): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: string, options: { type: string } | null): this;
    markStructureContent(tag: string): StructureContent;
    endMarkedContent(): this;
    addNamedDestination(name: string, ...at: unknown[]): void;
    registerFont(name: string, source: object): this;
    font(source: unknown, ...rest: unknown[]): this;
    link(x: number, y: number, width: number, height: number, url: string, options?: object): this;
    goTo(x: number, y: number, width: number, height: number, name: string, options?: object): this;
    endMetadata(): void;
    save(): this;
    restore(): this;
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this;
    addContent(operators: string): this;
    readonly page: { content: Reference; xobjects: Record<string, Reference> };
    ref(data?: unknown): Reference;
    _root: Reference;
    _info: Reference;
    _id: unknown;
    _ended: boolean;
    _offset: number;
    _offsets: number[];
    _write(data: string | Uint8Array): void;
    _refEnd(reference: Reference): void;
    _finalize(): void;
  }
}

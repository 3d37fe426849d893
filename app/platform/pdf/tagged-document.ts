// pdfkit can write structure, @react-pdf/render never asks for it: this document listens to hooks between the nodes.
import type { StructureElement } from "pdfkit";
import { cleanLine } from "./clean-text";
import { CompactDocument } from "./compact-document";
import type { Meta, Tag } from "./sheet";

const UNTITLED = "Dokument bez tytułu";

const xml = (text: unknown) => (typeof text === "string" ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;") : text);

export class TaggedDocument extends CompactDocument {
  /** The open Link element, if any: the next annotation belongs to it. */
  openLink: StructureElement | undefined;
  readonly elements = new Map<Tag, StructureElement>();
  /** Empty so far: object number and what belongs there. */
  readonly reserved: { form: object; id: number; width: number; height: number }[] = [];
  private readonly names = new Map<object, string>();
  private readonly top: StructureElement;

  constructor({ title, author, subject, keywords, lang, created = new Date() }: Meta) {
    super({
      tagged: true,
      subset: "PDF/UA",
      pdfVersion: "1.7",
      lang,
      displayTitle: true,
      autoFirstPage: false,
      font: null,
      info: {
        // A reader is told a title in any case.
        Title: cleanLine(title) || UNTITLED,
        ...(author && { Author: cleanLine(author) }),
        ...(subject && { Subject: cleanLine(subject) }),
        ...(keywords && { Keywords: cleanLine(keywords) }),
        Creator: "Debata",
        Producer: "pdfkit",
        CreationDate: created,
        ModDate: created,
      },
    });
    this.top = this.struct("Document");
    this.addStructure(this.top);
  }

  /** Hooks travel as the `id` of empty nodes, and arrive here in drawing order. */
  override addNamedDestination(name: string | (() => void), ...at: unknown[]) {
    if (typeof name === "function") name();
    else super.addNamedDestination(name, ...at);
  }

  /** pdfkit opens a new font for every run when given a font object: name each object once. */
  override font(source: unknown, ...rest: unknown[]): this {
    if (typeof source !== "object" || !source) return super.font(source, ...rest);
    const known = this.names.get(source);
    const name = known ?? `font${this.names.size}`;
    if (!known) {
      this.names.set(source, name);
      this.registerFont(name, source);
    }
    return super.font(name, ...rest);
  }

  override link(x: number, y: number, width: number, height: number, url: string) {
    return super.link(x, y, width, height, url, this.annotation(url));
  }

  override goTo(x: number, y: number, width: number, height: number, name: string) {
    return super.goTo(x, y, width, height, name, this.annotation(name));
  }

  /** Draws an empty form, whose content comes when the document is finished. PDF counts from below, pdfkit from above. */
  reserve(form: object, { x, y, width, height }: { x: number; y: number; width: number; height: number }) {
    const place = this.ref({ Type: "XObject", Subtype: "Form", BBox: [0, 0, width, height] });
    place.end(Buffer.from(" "));
    this.reserved.push({ form, id: place.id, width, height });
    const name = `Enclosed${place.id}`;
    this.page.xobjects[name] = place;
    this.save()
      .transform(1, 0, 0, -1, x, y + height)
      .addContent(`/${name} Do`)
      .restore();
  }

  private annotation(contents: string) {
    // A String object is what pdfkit writes as text; a primitive would become a PDF name.
    return this.openLink ? { structParent: this.openLink, Contents: new String(contents) } : {};
  }

  /** pdfkit pastes these into XML as they are. */
  override endMetadata() {
    this.info = Object.fromEntries(Object.entries(this.info).map(([key, value]) => [key, xml(value)]));
    super.endMetadata();
  }

  /** Elements are made when their first content is drawn, so that children stand in reading order. */
  element(chain: Tag[], bbox?: number[]): StructureElement {
    return chain.reduce((parent, tag) => {
      const known = this.elements.get(tag);
      if (known) return known;
      const alt = tag.alt && cleanLine(tag.alt);
      const element = this.struct(tag.role, { ...(alt && { alt }), ...(bbox && tag.role === "Figure" && { bbox }) });
      if (tag.scope) element.dictionary.data.A = { O: "Table", Scope: tag.scope };
      if (tag.numbering) element.dictionary.data.A = { O: "List", ListNumbering: tag.numbering };
      parent.add(element);
      this.elements.set(tag, element);
      return element;
    }, this.top);
  }
}

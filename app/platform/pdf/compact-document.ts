// pdfkit writes every object by itself, as plain text: in a tagged document, where each cell is one, that is two thirds of
// the file. Here they are packed together (object streams, PDF 1.5), and what is drawn on a page is written at once.
import PDFDocument, { type Reference } from "pdfkit";

const OBJECTS_PER_STREAM = 400;

const latin1 = (text: string) => Buffer.from(text, "latin1");

export class CompactDocument extends PDFDocument {
  /** Object number → the stream that holds it, and its place in there. */
  private readonly places = new Map<number, [stream: number, index: number]>();
  private packed: { id: number; text: string }[] = [];
  private caught: string[] | undefined;

  constructor(options: Record<string, unknown>) {
    super(options);
    this.on("pageAdded", () => writeAtOnce(this.page.content));
  }

  /** A class field would not be there yet: pdfkit makes its first objects in its constructor. */
  override ref(data?: unknown): Reference {
    const reference = super.ref(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (reference.buffer.length || !this.places) return finalize();
      this.caught = [];
      finalize();
      const [, text = ""] = this.caught;
      this.caught = undefined;
      this.pack(reference, text);
    };
    return reference;
  }

  override _write(data: string | Uint8Array) {
    if (this.caught && typeof data === "string") this.caught.push(data);
    else super._write(data);
  }

  override _refEnd(reference: Reference) {
    if (!this.caught) super._refEnd(reference);
  }

  private pack(reference: Reference, text: string) {
    this.packed.push({ id: reference.id, text });
    if (this.packed.length >= OBJECTS_PER_STREAM) this.writePacked();
    reference.offset = 0;
    super._refEnd(reference);
  }

  private writePacked() {
    const objects = this.packed;
    this.packed = [];
    if (!objects.length) return;
    let at = 0;
    const index = objects.map(({ id, text }) => {
      const entry = `${id} ${at}`;
      at += text.length + 1;
      return entry;
    });
    const head = `${index.join(" ")}\n`;
    const stream = super.ref({ Type: "ObjStm", N: objects.length, First: head.length });
    objects.forEach(({ id }, i) => {
      this.places.set(id, [stream.id, i]);
    });
    stream.end(latin1(`${head}${objects.map(({ text }) => text).join("\n")}\n`));
  }

  /** A stream says where each object is, because a table cannot name one that is packed. */
  override _finalize() {
    this._ended = false; // or the last objects would end the document once more
    this.writePacked();
    const start = this._offset;
    const table = super.ref({
      Type: "XRef",
      W: [1, 4, 2],
      Size: this._offsets.length + 2, // this one, and the first, which is nobody's
      Root: this._root,
      Info: this._info,
      ID: [this._id, this._id],
    });
    this._offsets[table.id - 1] = start;
    const rows = Buffer.alloc(7 * (this._offsets.length + 1));
    rows.writeUInt16BE(65_535, 5);
    this._offsets.forEach((offset, i) => {
      const place = this.places.get(i + 1);
      rows.writeUInt8(place ? 2 : 1, 7 * (i + 1));
      rows.writeUInt32BE(place ? place[0] : offset, 7 * (i + 1) + 1);
      rows.writeUInt16BE(place ? place[1] : 0, 7 * (i + 1) + 5);
    });
    table.end(rows);
    super._write(`startxref\n${start}\n%%EOF`);
    this.push(null);
  }
}

/** The operators of a page are kept as text until it ends; „q” with „Q” after it says nothing and is left out. */
function writeAtOnce(content: Reference) {
  const operators: string[] = [];
  const [write, end] = [content.write.bind(content), content.end.bind(content)];
  content.write = (chunk) => {
    if (typeof chunk !== "string") return write(chunk);
    if (chunk === "Q" && operators.at(-1) === "q") operators.pop();
    else operators.push(chunk);
  };
  content.end = () => {
    write(latin1(`${operators.join("\n")}\n`));
    end();
  };
}

// Puts hooks between the laid-out nodes of a page: each painted thing gets its structure element, or is an artifact.
import { cleanLine } from "./clean-text";
import { type LaidNode, type Line, paints, type Run, textOf } from "./node";
import type { Placed } from "./paginate";
import type { Tag } from "./sheet";
import type { TaggedDocument } from "./tagged-document";

const HOLDS_TEXT = /^(P|H[1-6]|T[HD]|LBody|Lbl|Caption|Span|Figure|Link|Note)$/;

/** An empty text node: draws nothing, calls `run` at its place in the drawing order. */
const hook = (run: () => void): LaidNode => ({
  type: "TEXT",
  props: { id: run },
  style: {},
  box: { left: 0, top: 0, width: 0, height: 0 },
  children: [],
});

/** Neighbouring hooks become one: each is a node that is drawn. */
function joined(nodes: LaidNode[]): LaidNode[] {
  const kept: LaidNode[] = [];
  for (const node of nodes) {
    const [before, run] = [kept.at(-1)?.props.id, node.props.id];
    if (typeof before !== "function" || typeof run !== "function") {
      kept.push(node);
      continue;
    }
    kept[kept.length - 1] = hook(() => {
      before();
      run();
    });
  }
  return kept;
}

export class Tagger {
  private readonly headings: { level: number; ref: number }[] = [];
  private readonly bookmarked = new Set<Tag>();

  constructor(private readonly doc: TaggedDocument) {}

  page(placed: Placed[], chrome: LaidNode): LaidNode {
    const decoration = chrome.children[0]?.children ?? [];
    const body = placed.flatMap(({ node, left, top, chain, repeated }) => {
      const moved = { ...node, box: { ...node.box, left, top } };
      return repeated ? this.asArtifact(moved, "Pagination") : this.mark(moved, chain, left, top);
    });
    return {
      ...chrome,
      children: joined([...body, ...decoration.flatMap((node) => this.asArtifact(node, "Pagination"))]),
    };
  }

  private end = () => hook(() => this.doc.endMarkedContent());

  private artifact = (type?: string) => hook(() => this.doc.markContent("Artifact", type ? { type } : null));

  private asArtifact = (node: LaidNode, type?: string) => [this.artifact(type), node, this.end()];

  private content(chain: Tag[], bbox?: number[]) {
    return hook(() => {
      const element = this.doc.element(chain, bbox);
      const role = chain.at(-1)?.role ?? "P";
      this.doc.openLink = role === "Link" ? element : undefined;
      element.add(this.doc.markStructureContent(role));
    });
  }

  /** pdfkit notes the page of a link when its element ends: end it on its own page. */
  private endLink = (tag: Tag) =>
    hook(() => {
      this.doc.endMarkedContent();
      this.doc.elements.get(tag)?.end();
      this.doc.openLink = undefined;
    });

  private mark(node: LaidNode, parents: Tag[], x: number, y: number): LaidNode[] {
    const { tag } = node.props;
    if (tag?.role === "Artifact") return this.asArtifact(node);
    const chain = tag ? [...parents, tag] : parents;
    const { form } = node.props;
    if (form && tag?.alt) {
      const { width, height } = node.box;
      const drawn = hook(() => this.doc.reserve(form, { x, y, width, height }));
      return [this.content(chain, [x, y, x + width, y + height]), drawn, this.end()];
    }
    if (node.type === "VIEW") {
      const children = node.children.flatMap((child) => this.mark(child, chain, x + child.box.left, y + child.box.top));
      if (!paints(node)) return [{ ...node, children: joined(children) }];
      // Only the box itself is an artifact, what stands in it is not.
      return [this.artifact(), { ...node, children: joined([this.end(), ...children]) }];
    }
    if (node.type === "TEXT") {
      const own = HOLDS_TEXT.test(chain.at(-1)?.role ?? "") ? chain : [...chain, { role: "P" }];
      return this.text(this.withBookmark(node, tag, y), own);
    }
    if (!tag?.alt) throw new Error(`${node.type} needs a Figure tag with alt, or an Artifact tag`);
    const { width, height } = node.box;
    return [this.content(chain, [x, y, x + width, y + height]), node, this.end()];
  }

  /** Text with links is drawn once per stretch, the rest of the glyphs blanked: so each link gets its element. */
  private text(node: LaidNode, chain: Tag[]): LaidNode[] {
    const lines = node.lines ?? [];
    if (!lines.some((line) => line.runs.some((run) => run.attributes.link)))
      return [this.content(chain), node, this.end()];
    return stretchesOf(lines).flatMap(({ link, runs }) => {
      const part = { ...node, lines: lines.map((line) => only(runs, line)) };
      if (!link) return [this.content(chain), part, this.end()];
      const tag: Tag = { role: "Link" };
      return [this.content([...chain, tag]), part, this.endLink(tag)];
    });
  }

  private withBookmark(node: LaidNode, tag: Tag | undefined, y: number): LaidNode {
    const level = Number(/^H([1-6])$/.exec(tag?.role ?? "")?.[1]);
    // A heading over a page break is one heading.
    if (!level || !tag || this.bookmarked.has(tag)) return node;
    const ref = this.bookmarked.size;
    this.bookmarked.add(tag);
    while ((this.headings.at(-1)?.level ?? 0) >= level) this.headings.pop();
    const parent = this.headings.at(-1)?.ref;
    this.headings.push({ level, ref });
    const { width, left } = node.box;
    const place = { top: Math.max(1, y - 12), left: width + 2 * left };
    const bookmark = { title: cleanLine(textOf(node), 120), ref, parent, ...place, expanded: true };
    return { ...node, props: { ...node.props, bookmark } };
  }
}

type Stretch = { link: string | undefined; runs: Set<Run> };

/** Neighbouring runs with the same address, over line ends too. */
function stretchesOf(lines: Line[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const run of lines.flatMap((line) => line.runs)) {
    const { link } = run.attributes;
    const last = stretches.at(-1);
    if (last && last.link === link) last.runs.add(run);
    else stretches.push({ link, runs: new Set([run]) });
  }
  return stretches;
}

const blank = (run: Run): Run => ({
  ...run,
  glyphs: [],
  positions: [],
  attributes: { ...run.attributes, link: undefined },
});

const only = (runs: Set<Run>, line: Line): Line => ({
  ...line,
  decorationLines: [],
  runs: line.runs.map((run) => (runs.has(run) ? run : blank(run))),
});

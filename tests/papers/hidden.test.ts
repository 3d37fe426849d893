import { createHash } from "node:crypto";
import { PDFDocument, PDFHexString, PDFName } from "pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { getDebate } from "~/domain/debates/queries.server";
import { getPaper } from "~/domain/minutes/queries.server";
import { getPaper as composePaper } from "~/domain/papers/queries.server";
import { kindOf, type PaperName, paperNames } from "~/domain/papers/rules";
import { renderDocument } from "~/platform/documents.server";
import { tokenOf } from "~/platform/links.server";
import { aPlantedUnit, type PlantedUnit, secret, secretsIn } from "../setup/planted";
import { ADDRESSES, visit } from "../setup/site";
import { run, withFile } from "./programs";

let planted: PlantedUnit;
let slugs: string[];
beforeAll(async () => {
  planted = await aPlantedUnit();
  const { scope, debateId, unapproved, coming, draft } = planted;
  const held = [await getDebate(scope, debateId), await getDebate(scope, unapproved)];
  slugs = [...held, coming, draft].map(({ slug }) => slug);
}, 120_000);

/** Everything that can be read out of a file: as it is, decompressed, as text, and what is attached to it. */
async function readable(name: string, bytes: Buffer): Promise<string> {
  return withFile(name, bytes, async (path, folder) => {
    const found = [secretsIn(bytes)];
    if (name.endsWith(".pdf")) {
      const plain = await run("qpdf", "--qdf", "--object-streams=disable", "--preserve-unreferenced", path, "-");
      await run("pdfdetach", "-saveall", "-o", folder, path);
      const attached = await run("sh", "-c", `cat ${folder}/* | head -c 60000000`);
      const meta = await run("pdfinfo", "-meta", path);
      const [text, told] = [await run("pdftotext", path, "-"), await run("pdfinfo", path)];
      const structure = await run("pdfinfo", "-struct-text", path);
      found.push(...[plain, attached, meta, text, told, structure].map(secretsIn));
    } else if (/\.(docx|xlsx|zip|odt)$/.test(name)) found.push(secretsIn(await run("unzip", "-p", path)));
    return [...new Set(found.flat())].sort().join(" ");
  });
}

const ENDINGS: [RegExp, string][] = [
  [/pdf/, "pdf"],
  [/wordprocessingml/, "docx"],
  [/spreadsheetml/, "xlsx"],
  [/zip/, "zip"],
];
async function secretsOf(answer: Response) {
  const type = answer.headers.get("Content-Type") ?? "";
  const ending = ENDINGS.find(([shape]) => shape.test(type))?.[1] ?? "txt";
  const inFile = await readable(`file.${ending}`, Buffer.from(await answer.arrayBuffer()));
  return [...secretsIn(JSON.stringify([...answer.headers])), ...inFile.split(" ").filter(Boolean)];
}

/** What stands for each name in an address. A new name has to be given here, or nobody knows what to look for. */
const valuesOf = (name: string, route: string): string[] => {
  const { unit, numbers, sha256, coming, tokens, seat, shown, reader, halls } = planted;
  if (name === "unit") return [unit.slug];
  if (name === "slug") return slugs;
  if (name === "number") return numbers.map((number) => number.replaceAll("/", "-"));
  if (name === "id" || name === "file") return planted.evidence;
  if (name === "hash") return [sha256, sha256.slice(0, 16), createHash("sha256").update("x").digest("hex")];
  if (name === "code") return route.startsWith("d.") ? [coming.code] : [tokenOf("motion", shown.id)];
  const hall = { screen: halls.screens, v: halls.votes }[route.split(".")[0] ?? ""];
  if (name === "token" && hall) return hall;
  const token = { b: tokens.b, f: tokens.f, i: tokens.i, r: seat, c: reader, join: "x", reset: "x" }[
    route.split(".")[0] ?? ""
  ];
  if (name === "token" && token) return [token];
  throw new Error(`${route}: what stands for :${name} in its address?`);
};

const addressesOf = ({ route, path }: { route: string; path: string }) =>
  [...path.matchAll(/:(\w+)/g)].reduce(
    (paths, [whole, name = ""]) =>
      paths.flatMap((each) => valuesOf(name, route).map((value) => each.replace(whole, value))),
    [path],
  );

/** The holder of a personal link reads of what only the office and this one person know. */
const TELLS: Record<string, string[]> = {
  // The draft, as long as they are asked about it.
  "c.$token": ["reader", "unapproved"],
  "b.$token": ["task", "taskdetails", "policetask", "proof"],
  "b.$token_.files.$file": ["proof"],
  "i.$token": ["guest", "guestmail"],
  "m.$code": ["resident", "email"],
  "r.$token": ["seat", "seatmail"],
};
const NOTHING_TO_READ = ["b.$token_.link", "join.$token", "reset.$token"]; // nobody is invited here, and nobody has forgotten anything
const QUERIES = ["", "?q=utajon", "?wersja=wewnetrzna", "?version=internal&format=pdf", "?nowe"];

const publicOnes = ADDRESSES.filter(({ route }) => !route.startsWith("o."));

/** A document that takes long comes as a page that asks again. */
async function patiently(address: string): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const answer = await visit(address);
    const isWaiting =
      /\.(pdf|docx|xlsx|zip)\b/.test(address) && (answer.headers.get("Content-Type") ?? "").includes("html");
    if (!isWaiting || answer.status >= 400 || tries > 30) return answer;
    await new Promise((later) => setTimeout(later, 500));
  }
}

describe("what only the office may know is in nothing that everybody can open", () => {
  test.each(publicOnes)("$route", async ({ route, path }) => {
    const read: string[] = [];
    for (const address of addressesOf({ route, path })) {
      const data = `${address === "/" ? "/_root" : address}.data`;
      for (const asked of [...QUERIES.map((query) => address + query), data]) {
        const answer = await patiently(asked);
        expect([asked, answer.status]).toEqual([asked, expect.toSatisfy((status: number) => status < 500)]);
        const told = (await secretsOf(answer)).filter((what) => !TELLS[route]?.includes(what));
        // A search repeats what was searched for.
        expect([asked, told]).toEqual([asked, []]);
        if (answer.status < 400) read.push(asked);
      }
    }
    if (!NOTHING_TO_READ.includes(route)) expect(read, "nothing could be read").not.toEqual([]);
  });

  test("every route of the folder has been asked", () => {
    expect(publicOnes.length).toBeGreaterThan(20);
    expect(publicOnes.map(({ path }) => path)).toContain("/u/:unit/debates/:slug/minutes.pdf");
    expect(() => valuesOf("something", "u.$unit.$something")).toThrow("what stands for");
  });
});

/** Papers are printed by the office; these hang on walls and go to anybody. All others have names in them. */
const FOR_EVERYBODY: Partial<Record<PaperName, Record<string, string>>> = {
  minutes: { version: "public" },
  poster: {},
  slips: {},
  report: { version: "public" },
};

test("papers for everybody have nothing of it either", async () => {
  const { scope, debateId, coming } = planted;
  const shown: string[] = [];
  for (const name of paperNames) {
    const options = FOR_EVERYBODY[name];
    if (!options) continue;
    for (const id of [debateId, coming.id])
      for (const format of kindOf(name).formats) {
        const paper = await composePaper(scope, id, { name, format, options }, new Date());
        if (!paper.ok) continue;
        const { document, props } = paper.value;
        const bytes = await renderDocument(document, props, format === "docx" ? { format } : {});
        expect([name, format, await readable(`paper.${format}`, bytes)]).toEqual([name, format, ""]);
        shown.push(`${name}.${format}`);
      }
  }
  expect(Object.keys(FOR_EVERYBODY).filter((name) => !shown.includes(`${name}.pdf`))).toEqual([]);
});

test("the internal paper has all that the office wrote, so that looking for it means something", async () => {
  const paper = await getPaper(planted.scope, planted.debateId, "internal");
  const bytes = await renderDocument("minutes", { ...paper, origin: "http://app.test" });
  expect((await readable("minutes.pdf", bytes)).split(" ")).toEqual(
    expect.arrayContaining([
      ...["approvedby", "distribution", "internalanswer", "internalplace", "internaltext", "item", "itemtext"],
      ...["marked", "minutetaker", "part", "policeplace", "policetask", "policetext", "presenter", "task"],
    ]),
  );
});

test("a word is found wherever a PDF can keep it", async () => {
  const bytes = await renderDocument("minutes", {
    ...(await getPaper(planted.scope, planted.debateId, "public")),
    origin: "http://app.test",
  });
  expect(await readable("clean.pdf", bytes)).toBe("");
  const places: Record<string, (pdf: PDFDocument) => unknown> = {
    subject: (pdf) => pdf.setSubject(`Zażółć ${secret("subject")}`),
    bookmark: (pdf) => {
      const first = pdf.context.lookup(pdf.catalog.get(PDFName.of("Outlines")));
      (first as never as Map<PDFName, unknown>).set(PDFName.of("Title"), PDFHexString.fromText(secret("bookmark")));
    },
    attachment: (pdf) => pdf.attach(Buffer.from(secret("attachment")), "a.txt"),
    stream: (pdf) => pdf.context.register(pdf.context.flateStream(secret("stream"))),
    drawn: async (pdf) => pdf.getPage(0).drawText(secret("drawn")),
  };
  for (const [what, plant] of Object.entries(places)) {
    const pdf = await PDFDocument.load(bytes);
    await plant(pdf);
    const changed = Buffer.from(await pdf.save());
    expect(await readable("planted.pdf", changed)).toBe(what);
  }
});

// Lighthouse over every page that can be reached from the first one without an account, with the demo in it, and over
// the pages that somebody gets by sending a form: 100 in all four categories, as a phone. A page full of faults has
// to be found out.
import { once } from "node:events";
import { createServer } from "node:http";
import { openLighthouse } from "../lib/lighthouse.mjs";
import { openService } from "../lib/service.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/**
 * Every kind of page. `unlisted`: why no search engine shall list it, so that the one audit which asks for that is left
 * out; that it really is unlisted is looked at instead.
 * @type {{ name: string, path: RegExp, unlisted?: string }[]}
 */
const KINDS = [
  { name: "first page", path: /^\/$/ },
  { name: "unit", path: /^\/u\/[^/]+$/ },
  { name: "debate", path: /^\/u\/[^/]+\/debates\/[^/]+$/ },
  { name: "registration", path: /\/register$/ },
  { name: "motion form", path: /\/motions\/new$/ },
  { name: "minutes", path: /\/minutes$/ },
  { name: "tracker", path: /\/tracker$/ },
  { name: "matter", path: /\/tracker\/[^/]+$/ },
  { name: "privacy", path: /\/privacy$/ },
  { name: "accessibility", path: /\/accessibility$/ },
  { name: "verification", path: /^\/verify\//, unlisted: "whoever has the paper has its address" },
  { name: "entry of a code", path: /^\/m$/, unlisted: "only of use with a code in one's hand" },
  { name: "own motion", path: /^\/m\//, unlisted: "a personal link" },
  { name: "own seats", path: /^\/r\//, unlisted: "a personal link" },
  { name: "sign-in", path: /^\/login$/, unlisted: "for staff" },
  { name: "forgotten password", path: /^\/forgotten$/, unlisted: "for staff" },
];
const kindOf = (/** @type {string} */ path) => KINDS.find((kind) => kind.path.test(path));

/** @param {{ quick: boolean, words: string[] }} asked  quick: one page of each kind */
export async function run({ quick, words }) {
  const service = await openService({ demo: true });
  const lighthouse = await openLighthouse();
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, string | number>} */
  const figures = {};
  try {
    await service.start();
    const pages = await findPages(service);
    const firsts = KINDS.map(({ path, name }) => {
      const first = pages.find((page) => path.test(page.path));
      if (!first) faults.push(`No page was found: ${name}`);
      return first;
    });
    const parts = words.filter((word) => word.startsWith("/"));
    const named = pages.filter(({ path }) => parts.length === 0 || parts.some((part) => path.includes(part)));
    const chosen = quick ? named.filter((page) => firsts.includes(page)) : named;
    const lowest = Object.fromEntries(CATEGORIES.map((category) => [category, 100]));
    let [slowest, heaviest, again] = [0, 0, 0];
    console.log("perf  a11y  best   seo  runs  LCP ms      bytes  page");
    for (const { path, isUnlisted } of chosen) {
      const kind = kindOf(path);
      if (!kind) faults.push(`${path}: of what kind is it?`);
      if (isUnlisted !== Boolean(kind?.unlisted)) faults.push(`${path}: unlisted ${isUnlisted}`);
      const { scores, costs, lcpMs, bytes, runs } = await lighthouse.look(
        service.url + path,
        kind?.unlisted ? ["is-crawlable"] : [],
      );
      const row = CATEGORIES.map((category) => String(scores[category]).padStart(4)).join("  ");
      console.log(`${row}  ${runs}     ${String(lcpMs).padStart(6)} ${String(bytes).padStart(10)}  ${path}`);
      for (const category of CATEGORIES) {
        const score = scores[category] ?? 0;
        lowest[category] = Math.min(lowest[category] ?? 0, score);
        const why = costs.filter((cost) => cost.category === category);
        const said = why.map(({ id, displayValue, example }) => `${id} ${displayValue} ${example}`.trim());
        if (score < 100) faults.push(`${path}: ${category} ${score}: ${said.join("; ")}`);
      }
      [slowest, heaviest] = [Math.max(slowest, lcpMs), Math.max(heaviest, bytes)];
      if (runs > 1) again++;
    }
    for (const { name, unlisted } of KINDS)
      if (unlisted) console.log(`unlisted by design, without the audit is-crawlable: ${name}, ${unlisted}`);
    Object.assign(figures, { pages: chosen.length, "of all": pages.length, ...lowest, "looked at again": again });
    Object.assign(figures, { "LCP at most, ms": slowest, "bytes at most": heaviest });
    const unseen = await lookAtFaults(lighthouse);
    figures["planted faults"] = unseen.length === 0 ? "seen" : `not seen: ${unseen.join(", ")}`;
    faults.push(...unseen.map((category) => `Planted faults were not seen: ${category}`));
  } finally {
    await lighthouse.close();
    await service.close();
  }
  return { faults, figures };
}

/**
 * What a visitor can reach by clicking, and the two pages that follow a form.
 * @param {Awaited<ReturnType<typeof openService>>} service
 */
async function findPages({ url, send }) {
  /** @type {{ path: string, isUnlisted: boolean }[]} */
  const pages = [];
  const seen = new Set(["/", "/m"]);
  for (const path of seen) {
    const answer = await fetch(url + path, { redirect: "manual" });
    if (!answer.ok || !answer.headers.get("Content-Type")?.includes("text/html")) continue;
    const html = await answer.text();
    pages.push({ path, isUnlisted: answer.headers.get("X-Robots-Tag") === "noindex" });
    for (const [, href = ""] of html.matchAll(/<a [^>]*href="([^"#]+)/g)) {
      const to = new URL(href.replaceAll("&amp;", "&"), url + path);
      if (to.origin === url && !/\.\w+$/.test(to.pathname)) seen.add(to.pathname + to.search);
    }
    const fields = html.includes('method="post"') && FORMS.find(({ of }) => of.test(path))?.fields;
    const key = /name="_key" value="([^"]+)"/.exec(html)?.[1];
    if (!fields || !key) continue;
    const { location } = await send(path, { fields: { ...fields, _key: key } });
    if (location) seen.add(location.split("?")[0] ?? "");
  }
  return pages;
}

/** @type {{ of: RegExp, fields: Record<string, string> }[]} */
const FORMS = [
  { of: /\/register$/, fields: { name: "Zofia", seats: "2" } },
  { of: /\/motions\/new$/, fields: { text: "Ciemno przy szkole.", place: "ul. Szkolna", category: "LIGHT" } },
];

/** A page that is slow to paint, has no title and no text of its picture, and asks for something at once. */
const FAULTY = `<!doctype html><meta name="robots" content="noindex"><script src="/slow.js"></script>
  <script>console.error("oh")</script><img src="/none.png"><p style="color: #ccc">Blado</p>`;

/** @param {Awaited<ReturnType<typeof openLighthouse>>} lighthouse @returns {Promise<string[]>} what got 100 all the same */
async function lookAtFaults(lighthouse) {
  const server = createServer(({ url }, response) => {
    if (url === "/slow.js") response.setHeader("Content-Type", "text/javascript").end("/* much */".repeat(200_000));
    else if (url === "/") response.setHeader("Content-Type", "text/html; charset=utf-8").end(FAULTY);
    else response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const { scores } = await lighthouse.look(`http://127.0.0.1:${port}/`);
  server.close().closeAllConnections();
  return CATEGORIES.filter((category) => (scores[category] ?? 100) === 100);
}

import { createRequestHandler, type RequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import type { Request } from "express";

type Route = { id: string; path?: string; index?: boolean; children?: Route[] };
type Options = Pick<Parameters<typeof createRequestHandler>[0], "getLoadContext">;

/** More than the product has; somebody could think up more, by putting words of addresses where names belong. */
const MOST_SHAPES = 1000;
const MOST_HANDLERS = 300;

/**
 * Remix compares each request with all routes, sorts them anew each time, and does so again while it draws: with ninety
 * routes that is most of what a page costs. So a request goes to a Remix that knows the routes of its shape of address
 * only: those that the whole one would choose, and those above it, which the page in the browser has to know, too. What
 * has an odd spelling, and what is no page of ours, goes to the whole one.
 */
export function narrowRemix(build: ServerBuild, options: Options): RequestHandler {
  const whole = createRequestHandler({ build, ...options });
  const idsFor = routesFor(build);
  const known = new Map<string, RequestHandler>();
  return (request, response, next) => {
    const ids = idsFor(request);
    return (ids ? handlerFor(ids) : whole)(request, response, next);
  };

  function handlerFor(ids: string[]) {
    const key = ids.join();
    const handler = known.get(key);
    if (handler || known.size >= MOST_HANDLERS) return handler ?? whole;
    const made = createRequestHandler({ build: narrowed(build, ids), ...options });
    known.set(key, made);
    return made;
  }
}

/** The routes that an address needs; undefined for those that need all. */
export function routesFor({ routes }: ServerBuild) {
  const tree = childrenOf(routes, "");
  const paths = Object.values(routes).flatMap(({ path }) => path?.split("/") ?? []);
  if (paths.some((part) => /[*?]/.test(part))) throw new Error("An address with an open end has no shape");
  const words = new Set(paths.filter((part) => !part.startsWith(":")));
  const shapes = new Map<string, string[]>();

  return function idsFor({ originalUrl }: Pick<Request, "originalUrl">) {
    const [path = "", ...queries] = originalUrl.split("?");
    if (queries.length > 0 && new URLSearchParams(queries.join("?")).has("_data")) return undefined;
    const page = path.replace(/\.data$/, "");
    const shape = shapeOf(page, words);
    if (shape === undefined) return undefined;
    const ids = shapes.get(shape) ?? idsAt(tree, page);
    shapes.delete(shape);
    if (ids) shapes.set(shape, ids);
    const [oldest] = shapes.keys();
    if (shapes.size > MOST_SHAPES && oldest !== undefined) shapes.delete(oldest);
    return ids;
  };
}

/** Two addresses have one shape when they have the same words of ours in the same places. */
function shapeOf(path: string, words: ReadonlySet<string>) {
  const parts = path.slice(1).split("/");
  const isPlain = path === "/" || parts.every((part) => /^[\w.-]+$/.test(part));
  // Remix takes /O/ for /o/.
  if (!isPlain || parts.some((part) => !words.has(part) && words.has(part.toLowerCase()))) return undefined;
  return parts.map((part) => (words.has(part) ? part : ":")).join("/");
}

function idsAt(tree: Route[], path: string) {
  const matches = matchRoutes(tree as never, path);
  if (!matches) return undefined;
  const parts = path.split("/").filter(Boolean);
  const above = parts.map((_, index) => `/${parts.slice(0, index).join("/")}`);
  const all = [matches, ...above.map((address) => matchRoutes(tree as never, address) ?? [])].flat();
  return [...new Set(all.map(({ route }) => route.id as string))].sort();
}

const childrenOf = (routes: ServerBuild["routes"], parent: string): Route[] =>
  Object.values(routes)
    .filter(({ parentId = "" }) => parentId === parent)
    .map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: childrenOf(routes, id) }));

export function narrowed(build: ServerBuild, ids: string[]): ServerBuild {
  const only = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id))) as Record<string, T>;
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}

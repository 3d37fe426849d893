import type { ServerBuild } from "@remix-run/node";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ErrorMeta, ErrorPage } from "~/ui/error-page";
import { HtmlPage } from "~/ui/html-page";
import { messages } from "~/ui/messages.pl";
import type { PageHandle } from "~/ui/page-handle";
import { type Gone, goneOf } from "./gone";
import { isTrouble, type KeptForm, keptFormOf, RETRY_AFTER_S } from "./trouble";

type Module = ServerBuild["routes"][string]["module"];
type Tag = Record<string, string>;
export type PlainRoute = {
  pattern: RegExp;
  names: string[];
  module: Module;
  handle: PageHandle;
  draw: (data: unknown, answer: unknown) => ReactNode;
  /** A form that is sent to it is answered here, too. */
  takesForms: boolean;
};
export type Answer = { status: number; headers: Headers; html: string | undefined };

/** Only whole pages of the root, without the office's scripts; each in its one spelling. */
export function plainRoutes({ routes }: ServerBuild): PlainRoute[] {
  return Object.values(routes).flatMap(({ path = "", index, parentId, module }) => {
    const handle = (module.handle ?? {}) as PageHandle;
    if (!handle.plain) return [];
    if (parentId !== "root" || handle.scripts) throw new Error(`${path} cannot be a plain page`);
    const names = path.split("/").filter((segment) => segment.startsWith(":"));
    // As long as a name in an address may be: a debate's is its topic and its number.
    const value = path.startsWith("u/") ? "([a-z0-9-]{1,120})" : "([\\w-]{1,120})";
    const pattern = new RegExp(`^/${path.replace(/:[^/]+/g, value)}$`);
    const draw = handle.plain as PlainRoute["draw"];
    // A form of an index is not sent to its address but to ?index.
    const takesForms = module.action !== undefined && !index;
    return [{ pattern, names: names.map((name) => name.slice(1)), module, handle, draw, takesForms }];
  });
}

type Asked = { route: PlainRoute; values: string[]; request: Request; network: string | undefined };

/** What Remix would answer: action, loader, `meta`, `headers`, redirects, and the page that every wrong link gets. */
export async function answerRoute({ routes }: ServerBuild, asked: Asked): Promise<Answer> {
  const { route, values, request, network } = asked;
  const params = Object.fromEntries(route.names.map((name, index) => [name, values[index]]));
  const links = (routes.root?.module.links?.() ?? []) as unknown as Tag[];
  const args = { request, params, context: network === undefined ? {} : { network } };
  try {
    const sent = request.method === "POST" ? await take(route.module.action?.(args)) : undefined;
    const shown = await take(route.module.loader?.({ ...args, request: asGet(request) }) ?? null);
    const status = sent?.status ?? shown.status ?? 200;
    const html = drawPage(route, { params, request, links, shown: shown.data, sent: sent?.data, status });
    return { status, headers: headersOf(route.module, shown.headers, sent?.headers), html };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    const { status, headers } = thrown;
    if (thrown.ok || headers.has("Location"))
      return { status, headers, html: thrown.ok ? await thrown.text() : undefined };
    const told = headers.get("Content-Type")?.includes("json") ? await thrown.json() : undefined;
    const kept = new Headers(isTrouble(status) ? { "Retry-After": RETRY_AFTER_S } : {});
    return {
      status,
      headers: kept,
      html: drawError(status, { request, links, keptForm: keptFormOf(told), gone: goneOf(told) }),
    };
  }
}

/** An answer that is no page (a redirect, „done” for a mail program) is what a thrown one is. */
async function take(answer: unknown) {
  const given = await answer;
  if (given instanceof Response) throw given;
  const { type, data, init } = (given ?? {}) as { type?: string; data?: unknown; init?: ResponseInit | null };
  if (type !== "DataWithResponseInit") return { data: given, headers: new Headers() };
  return { data, status: init?.status, headers: new Headers(init?.headers) };
}

const asGet = (request: Request) =>
  request.method === "GET" ? request : new Request(request.url, { headers: request.headers });

function headersOf(module: Module, loaderHeaders: Headers, actionHeaders = new Headers()) {
  const asked = { loaderHeaders, actionHeaders, parentHeaders: new Headers(), errorHeaders: undefined };
  const said = typeof module.headers === "function" ? module.headers(asked) : module.headers;
  const headers = new Headers(said);
  if (!headers.has("Set-Cookie"))
    for (const from of [loaderHeaders, actionHeaders])
      for (const cookie of from.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}

type Shown = {
  params: Record<string, string | undefined>;
  request: Request;
  links: Tag[];
  shown: unknown;
  sent: unknown;
  status: number;
};

function drawPage({ module, handle, draw }: PlainRoute, { params, request, links, shown, sent, status }: Shown) {
  const { pathname, search } = new URL(request.url);
  const location = { pathname, search, hash: "", state: null, key: "default" };
  const tags = (module.meta?.({ data: shown, params, location, matches: [] } as never) ?? []) as Tag[];
  const Page = () => draw(shown, sent);
  const html = drawHtml(
    <HtmlPage meta={tags.map(tagOf)} links={links.map(linkOf)} handle={handle}>
      <Page />
    </HtmlPage>,
  );
  return status === 409 || status === 422 ? titledAsRefused(html) : html;
}

type Failed = Pick<Shown, "request" | "links"> & { keptForm?: KeptForm; gone?: Gone };

function drawError(status: number, { request, links, keptForm, gone }: Failed) {
  const { pathname, search } = new URL(request.url);
  return drawHtml(
    <HtmlPage meta={<ErrorMeta status={status} gone={gone} />} links={links.map(linkOf)} handle={{}}>
      <ErrorPage status={status} keptForm={keptForm} gone={gone} address={pathname + search} />
    </HtmlPage>,
  );
}

const drawHtml = (page: ReactNode) => `<!DOCTYPE html>${renderToStaticMarkup(page)}`;

/** A form that comes back says so in its title, too; `meta` of a route does not know what its action answered. */
export const titledAsRefused = (html: string) => html.replace("<title>", `<title>${messages.titleError}`);

function tagOf({ tagName, ...tag }: Tag, key: number) {
  if (tagName) return createElement(tagName, { key, ...tag });
  return tag.title === undefined ? <meta key={key} {...tag} /> : <title key={key}>{tag.title}</title>;
}

const linkOf = (link: Tag, key: number) => <link key={key} {...link} />;

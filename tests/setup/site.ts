import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import * as entry from "~/entry.server";
import { withTroubleAnswered } from "~/platform/trouble.server";
import * as root from "~/root";
import { withSight } from "~db/sight";
import remixConfig from "../../remix.config.js";
import { ROUTES } from "./matrix";

// The product without its network and its build: the same routes, pages and loader data, as a visitor gets them.

/** „u.$unit.calendar[.]ics” → u, :unit, calendar.ics; a name with „_” at its end stands in no frame of that name. */
const segmentsOf = (route: string) =>
  route
    .split(/\.(?![^[]*\])/)
    .filter((segment) => segment !== "_index")
    .map((segment) => segment.replace(/_$/, "").replace(/[[\]]/g, "").replace(/^\$/, ":"));

/** The frame that a page stands in: the longest route that its name begins with. */
const frameOf = (route: string) =>
  Object.keys(ROUTES)
    .filter((other) => route.startsWith(`${other}.`))
    .sort((a, b) => b.length - a.length)
    .at(0);

/** Every address of the product, with its parameters as „:name”, and the file that answers it. */
export const ADDRESSES = Object.keys(ROUTES).map((route) => ({ route, path: `/${segmentsOf(route).join("/")}` }));

const nested = Object.entries(ROUTES).map(([id, module]) => {
  const parentId = frameOf(id);
  const path = segmentsOf(id)
    .slice(parentId ? segmentsOf(parentId).length : 0)
    .join("/");
  return { id, parentId: parentId ?? "root", path: path || undefined, index: id.endsWith("_index"), module };
});
const routes = Object.fromEntries([{ id: "root", path: "", module: root }, ...nested].map((one) => [one.id, one]));
const inBrowser = Object.fromEntries(
  Object.values(routes).map(({ module, ...route }) => {
    const [hasLoader, hasAction] = ["loader" in module, "action" in module];
    return [route.id, { ...route, module: `/assets/${route.id}.js`, hasLoader, hasAction }];
  }),
);

/** What the build would give to the server. */
export const BUILD = {
  mode: "production",
  entry: { module: entry },
  routes,
  assets: {
    entry: { module: "/assets/entry.js", imports: [] },
    routes: inBrowser,
    url: "/assets/m.js",
    version: "1",
  },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: remixConfig.future,
  isSpaMode: false,
} as unknown as ServerBuild;

const handle = createRequestHandler(withTroubleAnswered(BUILD), "production");

type Sent = { cookie?: string; fields?: Record<string, string> | FormData };

/** What a visitor gets; with `fields`, after sending a form. */
export function visit(path: string, { cookie, fields }: Sent = {}) {
  const headers = new Headers(cookie ? { Cookie: cookie } : {});
  const body = fields instanceof FormData ? fields : fields && new URLSearchParams(fields);
  const request = new Request(`http://app.test${path}`, { method: body ? "POST" : "GET", headers, body });
  return withSight(() => handle(request));
}

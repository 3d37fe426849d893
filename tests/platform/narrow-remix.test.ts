import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { narrowed, routesFor } from "~/platform/narrow-remix.server";
import { aMember } from "../setup/factories.organizations";
import { ADDRESSES, BUILD } from "../setup/site";

const idsFor = routesFor(BUILD);
const ask = (originalUrl: string) => idsFor({ originalUrl });

type Route = { id: string; path?: string; index?: boolean; children?: Route[] };
const tree = (parent: string): Route[] =>
  Object.values(BUILD.routes)
    .filter(({ parentId = "" }) => parentId === parent)
    .map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: tree(id) }));
const ALL = tree("");
const chosen = (routes: Route[], path: string) => matchRoutes(routes as never, path)?.map(({ route }) => route.id);

/** Values for „:name”, among them words that stand in other addresses. */
const VALUES = ["x1", "new", "tasks", "debates"];

test("a narrow Remix chooses what the whole one would choose, whatever stands in the address", () => {
  let compared = 0;
  for (const { path } of ADDRESSES)
    for (const [index, value] of VALUES.entries()) {
      const other = VALUES[(index + 1) % VALUES.length] ?? "";
      let turn = 0;
      const address = path.replace(/:\w+/g, () => (turn++ % 2 ? other : value)) || "/";
      const wanted = chosen(ALL, address);
      const ids = ask(address);
      if (!wanted) {
        expect(ids, address).toBeUndefined();
        continue;
      }
      expect(ids, address).toBeDefined();
      const few = narrowed(BUILD, ids ?? []);
      const routes = (parent: string): Route[] =>
        Object.values(few.routes)
          .filter(({ parentId = "" }) => parentId === parent)
          .map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: routes(id) }));
      expect(chosen(routes(""), address), address).toEqual(wanted);
      expect(Object.keys(few.assets.routes).sort()).toEqual(Object.keys(few.routes).sort());
      compared++;
    }
  expect(compared).toBeGreaterThan(300);
});

test("what has another spelling or is nobody's goes to the whole Remix", () => {
  for (const address of [
    "/O/kpp-a/motions",
    "/o/kpp-a/Motions",
    "/o/kpp-a/motions/",
    "/o//motions",
    "/%6F/kpp-a/motions",
    "/o/kpp-a/motions%2Fx",
    "/__manifest?p=/o/kpp-a&version=1",
    "/nie-ma/takiej/strony",
    "/o/kpp-a/motions?_data=routes/o.$unit.motions",
    "/o/kpp-a/motions?x&%5Fdata=routes/o.$unit.motions",
    "/_root.data",
  ])
    expect(ask(address), address).toBeUndefined();
  expect(ask("/o/kpp-a/motions.data")).toEqual(ask("/o/kpp-a/motions"));
  expect(ask("/o/kpp-a/motions.data?_routes=routes/o.$unit.motions")).toEqual(ask("/o/kpp-a/motions"));
});

test("pages, data and forms are the same as of the whole one", async () => {
  const { cookie, unit } = await aMember("organizer");
  const { slug } = unit;
  const whole = createRequestHandler(BUILD, "production");
  const handler = (ids: string[]) => createRequestHandler(narrowed(BUILD, ids) as ServerBuild, "production");
  const office = `/o/${slug}`;
  const addresses = [office, `${office}/motions`, `${office}/tasks`, `${office}/motions.data`, `${office}/debates/new`];
  for (const address of [...addresses, `/u/${slug}`, "/", "/login", `/u/${slug}/debates/nie-ma`]) {
    const ids = ask(address);
    const request = () => new Request(`http://app.test${address}`, { headers: { Cookie: cookie } });
    const [a, b] = await Promise.all([whole(request()), handler(ids ?? [])(request())]);
    expect([address, b.status, [...b.headers]]).toEqual([address, a.status, [...a.headers]]);
    expect(plain(await b.text()), address).toBe(plain(await a.text()));
  }
});

/** Each answer has form keys and a moment of its own. */
const plain = (html: string) => html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "key").replace(/\d{13}/g, "now");

// @vitest-environment jsdom
import type { HydrationState } from "@remix-run/router";
import { createRemixStub } from "@remix-run/testing";
import { expect, test, vi } from "vitest";
import Outlet, { ErrorBoundary, Layout } from "~/root";
import type { PageHandle } from "~/ui/page-handle";
import { open, renderInStub } from "./open";

/** The root with one layout and one page below it, as Remix would put them together. */
function visit(address: string, handles: [layout?: PageHandle, page?: PageHandle], hydrationData?: HydrationState) {
  const App = createRemixStub([
    {
      id: "root",
      path: "/",
      Component: () => (
        <Layout>
          <Outlet />
        </Layout>
      ),
      ErrorBoundary: () => (
        <Layout>
          <ErrorBoundary />
        </Layout>
      ),
      children: [
        {
          id: "layout",
          handle: handles[0],
          children: [{ id: "page", path: "page", handle: handles[1], Component: () => <h1>Strona</h1> }],
        },
      ],
    },
  ]);
  return open(renderInStub(<App initialEntries={[address]} hydrationData={hydrationData} />));
}

/** Those that the root adds itself; the stub knows nothing of `links`. */
const addedStyles = (page: ReturnType<typeof open>) => page.all("link[rel=stylesheet]").length;

test("a public page has no JavaScript and no office styles", () => {
  const page = visit("/page", []);
  expect(page.get("html").getAttribute("lang")).toBe("pl");
  expect(page.get("h1").textContent).toBe("Strona");
  expect(page.all("title, meta[name=robots]")).toEqual([]);
  expect(page.all("script, link[rel=modulepreload]")).toEqual([]);
  expect(page.get("body").className).toBe("");
  expect(addedStyles(page)).toBe(0);
});

test("the office layout asks for scripts and its own styles for all pages below it", () => {
  const page = visit("/page", [{ scripts: true, bodyClass: "office" }]);
  expect(page.all("script").length).toBeGreaterThan(0);
  expect(page.get("body").className).toBe("office");
  expect(addedStyles(page)).toBe(1);
});

test("the deepest route decides", () => {
  const page = visit("/page", [
    { scripts: true, bodyClass: "office" },
    { scripts: false, bodyClass: "hall" },
  ]);
  expect(page.all("script")).toEqual([]);
  expect(page.get("body").className).toBe("hall");
});

const LINK = "Ten link jest nieważny";
test.each([
  [404, LINK],
  [410, LINK],
  [403, "Nie mają Państwo dostępu do tej strony"],
  [429, "Za dużo prób w\u00a0krótkim czasie"],
  [503, "Serwis jest chwilowo niedostępny"],
  [500, "Coś się nie udało"],
])("a thrown %i is a Polish page without scripts", (status, heading) => {
  const thrown = { status, statusText: "", internal: false, data: "SELECT * FROM secrets" };
  const page = visit("/page", [{ scripts: true, bodyClass: "office" }], { errors: { root: thrown } });
  expect(page.get("h1").textContent).toBe(heading);
  expect(page.all("title")).toHaveLength(1);
  expect(page.get("title").textContent).toMatch(/ – Debata$/);
  expect(page.get("meta[name=robots]").getAttribute("content")).toBe("noindex");
  expect(page.get("body").className).toBe("");
  expect(page.html).not.toContain("SELECT");
});

test("an accident shows no trace of itself", () => {
  const page = visit("/page", [], { errors: { root: new Error("ENOSPC at /srv/data.db") } });
  expect(page.get("h1").textContent).toBe("Coś się nie udało");
  expect(page.html).not.toContain("ENOSPC");
});

test("an address that no route knows gets the same page as a wrong link", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  expect(visit("/nowhere", []).get("h1").textContent).toBe(LINK);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining("No routes matched"));
});

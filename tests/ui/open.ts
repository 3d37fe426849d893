import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, vi } from "vitest";

/** What the server sends, as a document to ask questions of. The test needs `@vitest-environment jsdom`. */
export function open(page: ReactElement | string) {
  const html = typeof page === "string" ? page : renderToStaticMarkup(page);
  const document = new DOMParser().parseFromString(html, "text/html");
  const get = (selector: string) => {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`nothing matches ${selector} in ${html}`);
    return found;
  };
  const byId = (id: string) => document.getElementById(id) ?? get(`#${id}`);
  return {
    html,
    get,
    byId,
    text: document.body.textContent,
    all: (selector: string) => [...document.querySelectorAll(selector)],
    describedBy: (element: Element) =>
      (element.getAttribute("aria-describedby") ?? "")
        .split(" ")
        .filter(Boolean)
        .map((id) => byId(id).textContent),
  };
}

/** For pages that need a router. React warns that layout effects do not run on the server: that is Remix's stub, not we. */
export function renderInStub(app: ReactElement) {
  const complaint = vi.mocked(console.error).mockImplementation(() => {});
  const html = renderToStaticMarkup(app);
  for (const [message] of complaint.mock.calls) expect(message).toContain("useLayoutEffect");
  complaint.mockClear();
  return html;
}

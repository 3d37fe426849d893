import type { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";

/**
 * What a route asks of the page around it: `export const handle: PageHandle = { scripts: true, bodyClass: "office" }`.
 * Without a handle a route is a public page: no JavaScript, public.css only.
 */
export type PageHandle = {
  scripts?: boolean;
  bodyClass?: "office" | "hall";
  /** A page that renews itself by a small script of our own. */
  follows?: true;
  /** Without scripts it comes again every so many seconds; only where nobody reads with a keyboard or a screen reader. */
  refresh?: number;
  /** Office pages that use the whole width: moderation, the evening, the minutes. */
  full?: boolean;
  /**
   * Draws a page without the office's scripts from what its loader answers and, after a form, its action, and from
   * nothing else: such a page is answered in front of Remix (platform/plain-pages.server.tsx). It asks no hook of the
   * router.
   */
  plain?: (data: never, answer: never) => ReactNode;
};

/** What the loader or action of a route tells its page. */
export type Told<L> = ReturnType<typeof useLoaderData<L>>;

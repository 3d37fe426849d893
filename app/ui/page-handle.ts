/**
 * What a route asks of the page around it: `export const handle: PageHandle = { scripts: true, bodyClass: "office" }`.
 * Without a handle a route is a public page: no JavaScript, public.css only.
 */
export type PageHandle = {
  scripts?: boolean;
  bodyClass?: "office" | "hall";
  /** Office pages that use the whole width: moderation, the evening, the minutes. */
  full?: boolean;
};

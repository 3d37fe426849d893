import type { LinksFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useNonce } from "~/platform/nonce";
import { speakPolish } from "~/platform/polish";
import { ErrorPage, errorTitle } from "~/ui/error-page";
import officeCss from "~/ui/office.css?url";
import type { PageHandle } from "~/ui/page-handle";
import publicCss from "~/ui/public.css?url";

speakPolish();

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: publicCss },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export function Layout({ children }: { children: ReactNode }) {
  const error = useRouteError() ?? undefined; // null when nothing is wrong
  const { scripts, bodyClass } = usePageHandle(error === undefined);
  const nonce = useNonce();
  return (
    <html lang="pl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {error === undefined ? <Meta /> : <ErrorMeta error={error} />}
        <Links />
        {bodyClass && <link rel="stylesheet" href={officeCss} />}
      </head>
      <body className={bodyClass}>
        {children}
        {scripts && <ScrollRestoration nonce={nonce} />}
        {scripts && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default Outlet;

export function ErrorBoundary() {
  return <ErrorPage status={statusOf(useRouteError())} />;
}

const ErrorMeta = ({ error }: { error: unknown }) => (
  <>
    <title>{errorTitle(statusOf(error))}</title>
    <meta name="robots" content="noindex" />
  </>
);

/** The deepest route that says something wins. Public pages say nothing: no JavaScript, one stylesheet. */
function usePageHandle(isWell: boolean): PageHandle {
  const handles = useMatches().map(({ handle }) => handle as PageHandle | undefined);
  return isWell ? Object.assign({}, ...handles) : {};
}

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500);

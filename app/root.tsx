import type { LinksFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { goneOf } from "~/platform/gone";
import { useNonce } from "~/platform/nonce";
import { keptFormOf } from "~/platform/trouble";
import { ErrorMeta, ErrorPage } from "~/ui/error-page";
import { HtmlPage } from "~/ui/html-page";
import type { PageHandle } from "~/ui/page-handle";
import publicCss from "~/ui/public.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: publicCss },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export function Layout({ children }: { children: ReactNode }) {
  const error = useRouteError() ?? undefined; // null when nothing is wrong
  const handle = usePageHandle(error === undefined);
  const nonce = useNonce();
  return (
    <HtmlPage
      meta={error === undefined ? <Meta /> : <ErrorMeta status={statusOf(error)} gone={told(error, goneOf)} />}
      links={<Links />}
      handle={handle}
      scripts={
        handle.scripts && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )
      }
    >
      {children}
    </HtmlPage>
  );
}

export default Outlet;

export function ErrorBoundary() {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  return (
    <ErrorPage
      status={statusOf(error)}
      keptForm={told(error, keptFormOf)}
      gone={told(error, goneOf)}
      address={pathname + search}
    />
  );
}

/** The deepest route that says something wins. Public pages say nothing: no JavaScript, one stylesheet. */
function usePageHandle(isWell: boolean): PageHandle {
  const handles = useMatches().map(({ handle }) => handle as PageHandle | undefined);
  return isWell ? Object.assign({}, ...handles) : {};
}

const told = <T,>(error: unknown, find: (data: unknown) => T) =>
  isRouteErrorResponse(error) ? find(error.data) : undefined;

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500);

import type { ReactNode } from "react";
import followScript from "./follow.js?url&no-inline";
import officeCss from "./office.css?url";
import type { PageHandle } from "./page-handle";

type Props = { meta: ReactNode; links: ReactNode; handle: PageHandle; scripts?: ReactNode; children: ReactNode };

/** The frame of every page; who answers it says how title, style sheets and scripts come into it. */
export const HtmlPage = ({ meta, links, handle: { bodyClass, refresh, follows }, scripts, children }: Props) => (
  <html lang="pl">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {meta}
      {links}
      {bodyClass && <link rel="stylesheet" href={officeCss} />}
      {refresh && (
        <noscript>
          <meta httpEquiv="refresh" content={String(refresh)} />
        </noscript>
      )}
    </head>
    <body className={bodyClass}>
      {children}
      {follows && <script src={followScript} defer />}
      {scripts}
    </body>
  </html>
);

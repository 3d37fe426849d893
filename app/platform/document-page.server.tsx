// The two small pages that stand in for a document: it is being drawn, or it could not be. No JavaScript, one stylesheet.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Brand } from "~/ui/brand";
import { LinkButton } from "~/ui/button";
import publicCss from "~/ui/public.css?url";
import { messages } from "./messages.documents.pl";

const { preparing, failed } = messages;

type Preparing = { ahead: number; address: string };

export const preparingPage = ({ ahead, address }: Preparing) =>
  page(
    preparing.title,
    <>
      <h1>{preparing.heading}</h1>
      <div role="status" className="stack">
        <p>{ahead > 0 ? preparing.ahead(ahead) : preparing.next}</p>
        <p className="muted">{preparing.lead}</p>
      </div>
      <p>
        <LinkButton href={address}>{preparing.again}</LinkButton>
      </p>
    </>,
  );

type Failed = { sentence: string; address: string; back: string };

export const failedPage = ({ sentence, address, back }: Failed) =>
  page(
    failed.title,
    <>
      <h1>{failed.title}</h1>
      <p role="alert">{sentence}</p>
      <p className="cluster">
        <LinkButton href={address} look="primary">
          {failed.again}
        </LinkButton>
        <LinkButton href={back}>{failed.back}</LinkButton>
      </p>
    </>,
  );

const page = (title: string, children: ReactNode) =>
  `<!doctype html>${renderToStaticMarkup(
    <html lang="pl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – ${messages.brand}`}</title>
        <link rel="stylesheet" href={publicCss} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <main className="page page--narrow page--pad stack stack--l" id="tresc">
          <Brand />
          <div className="card card--raised stack">{children}</div>
        </main>
      </body>
    </html>,
  )}`;

import type { ReactNode } from "react";
import { Button, LinkButton } from "./button";
import { Field } from "./field";
import { messages } from "./messages.pl";
import { PlainPage } from "./public-page";

const { errors } = messages;
const BY_STATUS: Partial<Record<number, (typeof errors)["forbidden"]>> = {
  401: errors.forbidden,
  403: errors.forbidden,
  429: errors.tooMany,
  503: errors.unavailable,
};
/** Whatever was wrong with a link, the answer is one and the same, so nobody learns which links exist. */
const LIKE_A_WRONG_LINK = [400, 404, 405, 410];

const wordsFor = (status: number) =>
  LIKE_A_WRONG_LINK.includes(status) ? errors.link : (BY_STATUS[status] ?? errors.unexpected);

export const errorTitle = (status: number) => `${wordsFor(status).title} – ${messages.titleEnd}`;

export function ErrorPage({ status }: { status: number }) {
  const words = wordsFor(status);
  return (
    <PlainPage narrow>
      <div className="stack stack--l">
        <div className="stack">
          {words === errors.link && <p className="eyebrow">{errors.link.eyebrow}</p>}
          <h1>{words.heading}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {words === errors.link ? <WaysOn /> : <HomeLink />}
      </div>
    </PlainPage>
  );
}

function WaysOn(): ReactNode {
  return (
    <>
      <section className="stack" aria-labelledby="zrob">
        <h2 id="zrob">{errors.link.what}</h2>
        <ul className="list">
          {errors.link.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </section>
      <form className="form card" method="get" action="/m">
        <Field name="kod" label={errors.link.code} hint={errors.link.codeHint} width="m" autoComplete="off" />
        <div className="cluster">
          <Button look="primary">{errors.link.open}</Button>
        </div>
      </form>
    </>
  );
}

const HomeLink = () => (
  <p>
    <LinkButton href="/">{errors.home}</LinkButton>
  </p>
);

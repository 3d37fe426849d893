import type { ReactNode } from "react";
import type { Gone } from "~/platform/gone";
import { typeset } from "~/platform/language";
import type { KeptForm } from "~/platform/trouble";
import { Button, LinkButton } from "./button";
import { Facts } from "./facts";
import { Field } from "./field";
import { messages } from "./messages.pl";
import { PlainPage } from "./public-page";
import { SendAgain } from "./send-again";

const { errors } = messages;
const BY_STATUS: Partial<Record<number, (typeof errors)["forbidden"]>> = {
  401: errors.forbidden,
  403: errors.forbidden,
  429: errors.tooMany,
  503: errors.unavailable,
  507: errors.full,
};
/** Whatever was wrong with a link, the answer is one and the same, so nobody learns which links exist. */
const LIKE_A_WRONG_LINK = [400, 404, 405, 410];

const wordsFor = (status: number) =>
  LIKE_A_WRONG_LINK.includes(status) ? errors.link : (BY_STATUS[status] ?? errors.unexpected);

export const ErrorMeta = ({ status, gone }: { status: number; gone?: Gone }) => (
  <>
    <title>{`${gone ? errors.gone.title : wordsFor(status).title} – ${messages.titleEnd}`}</title>
    <meta name="robots" content="noindex" />
  </>
);

/** `keptForm` is what was sent and could not be saved, and `address` where it was sent to. */
type Props = { status: number; keptForm?: KeptForm; gone?: Gone; address?: string };

export function ErrorPage({ status, keptForm, gone, address = "" }: Props) {
  if (gone) return <GonePage {...gone} />;
  const words = wordsFor(status);
  return (
    <PlainPage narrow>
      <div className="stack stack--l">
        <div className="stack">
          {words === errors.link && <p className="eyebrow">{errors.link.eyebrow}</p>}
          <h1>{words.heading}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {keptForm && <SendAgain form={keptForm} address={address} />}
        {words === errors.link ? <WaysOn /> : <HomeLink />}
      </div>
    </PlainPage>
  );
}

/** Only whoever holds the right key to what is over gets here. */
function GonePage({ lead, from, renew }: Gone) {
  return (
    <PlainPage narrow>
      <div className="stack stack--l">
        <div className="stack">
          <p className="eyebrow">{errors.gone.eyebrow}</p>
          <h1>{errors.gone.heading}</h1>
          <p className="lead">{typeset(lead)}</p>
        </div>
        <section className="stack" aria-labelledby="zrob">
          <h2 id="zrob">{errors.gone.what}</h2>
          {renew && (
            <form className="form card" method="post" action={renew.action}>
              <p>{typeset(renew.lead)}</p>
              <input type="hidden" name="do" value="send" />
              <div className="cluster">
                <Button look="primary">{renew.label}</Button>
              </div>
            </form>
          )}
          <p>{errors.gone.ask}</p>
          <Facts
            items={[
              { term: errors.gone.page, value: <a href={`/u/${from.slug}`}>{typeset(from.name)}</a> },
              { term: errors.gone.phone, value: from.phone },
              { term: errors.gone.email, value: from.email && <a href={`mailto:${from.email}`}>{from.email}</a> },
            ]}
          />
        </section>
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

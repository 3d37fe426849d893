import { Hero, PlainPage } from "~/ui/public-page";
import { landing } from "../messages.pl";

export function LandingPage({ units }: { units: { slug: string; name: string; locality: string }[] }) {
  return (
    <PlainPage
      hero={
        <Hero title={landing.heading}>
          <p className="lead">{landing.lead}</p>
        </Hero>
      }
    >
      <div className="stack stack--l">
        <section className="stack" aria-labelledby="jednostki">
          <h2 id="jednostki">{landing.units}</h2>
          {units.length === 0 && <p>{landing.noUnits}</p>}
          <ul className="list">
            {units.map(({ slug, name, locality }) => (
              <li key={slug}>
                <a href={`/u/${slug}`}>{name}</a>
                {locality && <span className="muted"> · {locality}</span>}
              </li>
            ))}
          </ul>
        </section>
        <section className="stack" aria-labelledby="kroki">
          <h2 id="kroki">{landing.steps}</h2>
          <ol className="stack prose">
            {landing.step.map(([title, text]) => (
              <li key={title}>
                <b>{title}.</b> {text}
              </li>
            ))}
          </ol>
        </section>
        <p>
          {landing.staff}: <a href="/login">{landing.login}</a>
        </p>
      </div>
    </PlainPage>
  );
}

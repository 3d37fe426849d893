import type { ReactNode } from "react";
import { Brand, HeroArt } from "./brand";
import { type Crumb, Crumbs } from "./crumbs";
import { joinClasses } from "./join-classes";
import { messages } from "./messages.pl";
import { SkipLink } from "./skip-link";
import { typesetNode } from "./typeset-node";

export type PublicUnit = {
  name: string;
  slug: string;
  department?: string | null;
  address?: string | null;
  phone?: string | null;
};

type PageParts = {
  /** Stands across the page above the content: see `Hero`. */
  hero?: ReactNode;
  crumbs?: readonly Crumb[];
  /** For forms and letters. */
  narrow?: boolean;
  /** The strip that says 112; on every form of residents. */
  emergency?: boolean;
  /** One or two `.btn` links that stay at the bottom of a phone's screen. */
  actions?: ReactNode;
  actionsLabel?: string;
  children: ReactNode;
};

type PublicPageProps = PageParts & { unit: PublicUnit; current?: "debates" | "tracker"; nav?: boolean };

export function PublicPage({ unit, current, nav = true, ...parts }: PublicPageProps) {
  return (
    <Frame
      {...parts}
      home={`/u/${unit.slug}`}
      unitName={unit.name}
      nav={nav && <PublicNav slug={unit.slug} current={current} />}
      foot={<UnitFoot {...unit} />}
    />
  );
}

/** A page that belongs to no unit: landing, verify, errors. */
export function PlainPage({ unitName, ...parts }: PageParts & { unitName?: string }) {
  return <Frame {...parts} home="/" unitName={unitName} />;
}

type FrameProps = PageParts & { home: string; unitName?: string; nav?: ReactNode; foot?: ReactNode };

function Frame({ home, unitName, nav, foot, hero, crumbs, narrow, emergency, actions, ...rest }: FrameProps) {
  return (
    <>
      <SkipLink />
      <header className="head">
        <div className="page head__row">
          <Brand href={home} />
          {unitName && <span className="head__unit">{typesetNode(unitName)}</span>}
          {nav}
        </div>
      </header>
      {emergency && <EmergencyBanner />}
      <main id="tresc" tabIndex={-1}>
        {hero}
        <div className={joinClasses("page", narrow && "page--narrow", "page--pad")}>
          {crumbs && <Crumbs items={crumbs} />}
          {rest.children}
        </div>
      </main>
      {actions && (
        <nav className="actionbar" aria-label={rest.actionsLabel}>
          {actions}
        </nav>
      )}
      <footer className="foot">
        <div className="page foot__row">
          {foot}
          <p>
            {messages.emergency.footBefore} <strong>112</strong>. {messages.emergency.footAfter}
          </p>
        </div>
      </footer>
    </>
  );
}

function PublicNav({ slug, current }: { slug: string; current?: "debates" | "tracker" }) {
  return (
    <nav className="head__nav" aria-label={messages.mainNav}>
      <a href={`/u/${slug}`} aria-current={current === "debates" ? "page" : undefined}>
        {messages.publicNav.debates}
      </a>
      <a href={`/u/${slug}/tracker`} aria-current={current === "tracker" ? "page" : undefined}>
        {messages.publicNav.tracker}
      </a>
    </nav>
  );
}

const EmergencyBanner = () => (
  <section className="banner" aria-label={messages.emergency.label}>
    <div className="page">
      <b>
        {messages.emergency.urgent} <a href="tel:112">112</a>.
      </b>{" "}
      {messages.emergency.notForThat}
    </div>
  </section>
);

function UnitFoot({ name, slug, department, address, phone }: PublicUnit) {
  const place = [department, address].filter(Boolean).join(", ");
  return (
    <>
      <div className="stack stack--s">
        <p>
          <strong>{typesetNode(name)}</strong>
          {place && <br />}
          {typesetNode(place)}
        </p>
        {phone && (
          <p>
            <a href={telephoneLink(phone)}>
              {messages.foot.phone} {phone}
            </a>
          </p>
        )}
      </div>
      <ul>
        <li>
          <a href={`/u/${slug}/accessibility`}>{messages.foot.accessibility}</a>
        </li>
        <li>
          <a href={`/u/${slug}/privacy`}>{messages.foot.privacy}</a>
        </li>
      </ul>
      <ul>
        <li>
          <a href={`/u/${slug}/calendar.ics`}>{messages.foot.calendar}</a>
        </li>
      </ul>
    </>
  );
}

/** A Polish number of nine digits gets its country, so that the link also works abroad. */
export function telephoneLink(phone: string) {
  const digits = phone.replace(/[^\d+]/g, "");
  return `tel:${digits.length === 9 ? "+48" : ""}${digits}`;
}

type HeroProps = { crumbs?: readonly Crumb[]; badge?: ReactNode; title: ReactNode; children?: ReactNode };

/** Title of a public page over the drawing of the hall; children are the date, a lead, buttons. */
export function Hero({ crumbs, badge, title, children }: HeroProps) {
  return (
    <div className="hero">
      <div className="page hero__in">
        <HeroArt />
        <div className="hero__text">
          {crumbs && <Crumbs items={crumbs} />}
          {badge && <p className="cluster">{badge}</p>}
          <h1>{typesetNode(title)}</h1>
          {children}
        </div>
      </div>
    </div>
  );
}

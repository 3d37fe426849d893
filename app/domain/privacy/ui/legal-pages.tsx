import type { ReactNode } from "react";
import { formatDate } from "~/platform/time";
import { PublicPage, type PublicUnit } from "~/ui/public-page";
import type { CalendarDate } from "~db/vocabulary";
import { accessibility, privacy } from "../messages.legal.pl";
import { conformity, paragraphsOf } from "../rules.legal";

type Unit = PublicUnit & { address: string; phone: string; email: string; headOffice: string; dataOfficer: string };
type Legal = {
  privacyNote: string;
  accessibilityNote: string;
  accessibilityReviewedOn: CalendarDate | null;
  publishedOn: CalendarDate;
};

/** In the order of the official template, with the ids by which it is monitored. */
export function AccessibilityPage({ unit, address, legal }: { unit: Unit; address: string; legal: Legal }) {
  const text = accessibility;
  const { accessibilityReviewedOn: reviewedOn, publishedOn } = legal;
  const state = conformity(legal);
  return (
    <Legal unit={unit} title={text.title} id="a11y-deklaracja">
      <p className="lead" id="a11y-wstep">
        <span id="a11y-podmiot">{unit.name}</span> {text.commitment} {text.site}{" "}
        <a id="a11y-url" href={address}>
          {address}
        </a>
        .
      </p>
      <ul className="list">
        <Day label={text.published} id="a11y-data-publikacja" day={publishedOn} />
        <Day label={text.updated} id="a11y-data-aktualizacja" day={reviewedOn ?? publishedOn} />
      </ul>
      <Part title={text.state}>
        <p id="a11y-status">{text.states[state]}</p>
      </Part>
      {state === "partly" && (
        <Part title={text.gaps} id="a11y-tresci-niedostepne">
          <Paragraphs text={legal.accessibilityNote} />
        </Part>
      )}
      <Part title={text.prepared}>
        {reviewedOn ? (
          <>
            <ul className="list">
              <Day label={text.preparedOn} id="a11y-data-sporzadzenie" day={reviewedOn} />
              <Day label={text.reviewedOn} id="a11y-data-przeglad" day={reviewedOn} />
            </ul>
            <p id="a11y-audytor">{text.bySelf}</p>
          </>
        ) : (
          <p>{text.notReviewed}</p>
        )}
      </Part>
      <Part title={text.keyboard} items={text.howItems} />
      <Part title={text.contact} text={text.contactText} id="a11y-kontakt">
        <p>
          {text.person} <span id="a11y-osoba">{unit.department || unit.name}</span>
        </p>
        <Contact unit={unit} isMonitored />
      </Part>
      <Part title={text.request} id="a11y-procedura">
        {text.requestText.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>
          <a href="https://bip.brpo.gov.pl/">{text.ombudsman}</a>
        </p>
      </Part>
      <Part title={text.apps} text={text.appsText} id="a11y-aplikacje" />
      <Part title={text.place} text={text.placeText} id="a11y-architektura" />
    </Legal>
  );
}

type PrivacyProps = { unit: Unit; cookieName: string; legal: Legal; periods: readonly string[] };

export function PrivacyPage({ unit, cookieName, legal, periods }: PrivacyProps) {
  const text = privacy;
  return (
    <Legal unit={unit} title={text.title}>
      <p className="lead">{text.lead}</p>
      <Part title={text.controller} text={text.controllerText(unit)}>
        <p>{text.contact}</p>
        <Contact unit={unit} />
        <p>{unit.dataOfficer ? `${text.officer} ${unit.dataOfficer}` : text.noOfficer}</p>
      </Part>
      <Part title={text.purposes} items={text.purposeItems} />
      <Part title={text.data} items={text.dataItems} />
      <Part title={text.public} text={text.publicText} />
      <Part title={text.recipients} items={text.recipientItems} />
      <Part title={text.retention} text={text.retentionText} items={periods} />
      <Part title={text.rights} text={text.rightsText} items={text.rightsItems} />
      <Part title={text.voluntary} text={text.voluntaryText} />
      <Part title={text.cookies} text={text.cookiesText(cookieName)} />
      {legal.privacyNote && (
        <Part title={text.own}>
          <Paragraphs text={legal.privacyNote} />
        </Part>
      )}
    </Legal>
  );
}

export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {paragraphsOf(text).map((paragraph, at) => (
      <p key={at}>{paragraph}</p>
    ))}
  </>
);

const Day = ({ label, id, day }: { label: string; id: string; day: CalendarDate }) => (
  <li>
    {label}{" "}
    <time id={id} dateTime={day}>
      {formatDate(day)}
    </time>
  </li>
);

type PartProps = { title: string; id?: string; text?: string; items?: readonly string[]; children?: ReactNode };

const Part = ({ title, id, text, items, children }: PartProps) => (
  <section className="stack" id={id}>
    <h2>{title}</h2>
    {text && <p>{text}</p>}
    {items && <List items={items} />}
    {children}
  </section>
);

const Legal = ({ unit, title, id, children }: { unit: Unit; title: string; id?: string; children: ReactNode }) => (
  <PublicPage unit={unit} narrow crumbs={[{ label: unit.name, href: `/u/${unit.slug}` }, { label: title }]}>
    <div className="stack stack--l prose" id={id}>
      <h1>{title}</h1>
      {children}
    </div>
  </PublicPage>
);

const List = ({ items }: { items: readonly string[] }) => (
  <ul className="list">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

function Contact({ unit: { phone, email, address, department }, isMonitored }: { unit: Unit; isMonitored?: boolean }) {
  const { phone: byPhone, email: byEmail, letter, noContact } = accessibility;
  if (!phone && !email && !address) return <p>{noContact}</p>;
  const id = (name: string) => (isMonitored ? name : undefined);
  return (
    <ul className="list">
      {phone && (
        <li>
          {byPhone}: <span id={id("a11y-telefon")}>{phone}</span>
        </li>
      )}
      {email && (
        <li>
          {byEmail}:{" "}
          <a id={id("a11y-email")} href={`mailto:${email}`}>
            {email}
          </a>
        </li>
      )}
      {address && (
        <li>
          {letter}: {[department, address].filter(Boolean).join(", ")}
        </li>
      )}
    </ul>
  );
}

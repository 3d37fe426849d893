import type { ReactNode } from "react";
import { PublicPage, type PublicUnit } from "~/ui/public-page";
import { accessibility, privacy } from "../messages.legal.pl";

type Unit = PublicUnit & { address: string; phone: string; email: string; headOffice: string; dataOfficer: string };

export function AccessibilityPage({ unit, address }: { unit: Unit; address: string }) {
  const text = accessibility;
  return (
    <Legal unit={unit} title={text.title}>
      <p className="lead">{text.commitment(unit.name)}</p>
      <p>{text.site(address)}</p>
      <Part title={text.state} text={text.stateText} />
      <Part title={text.how} items={text.howItems} />
      <Part title={text.contact} text={text.contactText}>
        <Contact unit={unit} />
      </Part>
      <Part title={text.request}>
        {text.requestText.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Part>
      <Part title={text.complaint} text={text.complaintText} />
      <Part title={text.place} text={text.placeText} />
    </Legal>
  );
}

export function PrivacyPage({ unit, cookieName }: { unit: Unit; cookieName: string }) {
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
      <Part title={text.retention} text={text.retentionText} />
      <Part title={text.rights} text={text.rightsText} />
      <Part title={text.voluntary} text={text.voluntaryText} />
      <Part title={text.cookies} text={text.cookiesText(cookieName)} />
    </Legal>
  );
}

type PartProps = { title: string; text?: string; items?: readonly string[]; children?: ReactNode };

const Part = ({ title, text, items, children }: PartProps) => (
  <section className="stack">
    <h2>{title}</h2>
    {text && <p>{text}</p>}
    {items && <List items={items} />}
    {children}
  </section>
);

const Legal = ({ unit, title, children }: { unit: Unit; title: string; children: ReactNode }) => (
  <PublicPage unit={unit} narrow crumbs={[{ label: unit.name, href: `/u/${unit.slug}` }, { label: title }]}>
    <div className="stack stack--l prose">
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

function Contact({ unit: { phone, email, address, department } }: { unit: Unit }) {
  const { phone: byPhone, email: byEmail, letter, noContact } = accessibility;
  if (!phone && !email && !address) return <p>{noContact}</p>;
  return (
    <ul className="list">
      {phone && (
        <li>
          {byPhone}: {phone}
        </li>
      )}
      {email && (
        <li>
          {byEmail}: <a href={`mailto:${email}`}>{email}</a>
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

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
      <h2>{text.state}</h2>
      <p>{text.stateText}</p>
      <h2>{text.how}</h2>
      <List items={text.howItems} />
      <h2>{text.contact}</h2>
      <p>{text.contactText}</p>
      <Contact unit={unit} />
      <h2>{text.request}</h2>
      {text.requestText.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h2>{text.complaint}</h2>
      <p>{text.complaintText}</p>
      <h2>{text.place}</h2>
      <p>{text.placeText}</p>
    </Legal>
  );
}

export function PrivacyPage({ unit, cookieName }: { unit: Unit; cookieName: string }) {
  const text = privacy;
  return (
    <Legal unit={unit} title={text.title}>
      <p className="lead">{text.lead}</p>
      <h2>{text.controller}</h2>
      <p>{text.controllerText(unit)}</p>
      <p>{text.contact}</p>
      <Contact unit={unit} />
      <p>{unit.dataOfficer ? `${text.officer} ${unit.dataOfficer}` : text.noOfficer}</p>
      <h2>{text.purposes}</h2>
      <List items={text.purposeItems} />
      <h2>{text.data}</h2>
      <List items={text.dataItems} />
      <h2>{text.public}</h2>
      <p>{text.publicText}</p>
      <h2>{text.recipients}</h2>
      <List items={text.recipientItems} />
      <h2>{text.retention}</h2>
      <p>{text.retentionText}</p>
      <h2>{text.rights}</h2>
      <p>{text.rightsText}</p>
      <h2>{text.voluntary}</h2>
      <p>{text.voluntaryText}</p>
      <h2>{text.cookies}</h2>
      <p>{text.cookiesText(cookieName)}</p>
    </Legal>
  );
}

const Legal = ({ unit, title, children }: { unit: Unit; title: string; children: ReactNode }) => (
  <PublicPage unit={unit} narrow crumbs={[{ label: unit.name, href: `/u/${unit.slug}` }, { label: title }]}>
    <div className="stack prose">
      <h1>{title}</h1>
      {children}
    </div>
  </PublicPage>
);

const List = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

function Contact({ unit: { phone, email, address, department } }: { unit: Unit }) {
  const { phone: byPhone, email: byEmail, letter, noContact } = accessibility;
  if (!phone && !email && !address) return <p>{noContact}</p>;
  return (
    <ul>
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

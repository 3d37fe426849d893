import type { Letter } from "~/platform/letter.server";
import { placeholderOf } from "~/platform/links.server";
import { deskLink } from "./messages.desk-link.pl";

type Props = {
  unit: { name: string; department: string; headOffice: string; phone: string; email: string };
  body: { id: string; name: string; deskGeneration: number };
};

/** The key in place of one that no longer opens. */
export function deskLinkLetter({ unit, body }: Props): Letter {
  const { letter } = deskLink;
  return {
    subject: letter.subject(unit.name),
    sender: [unit.name, unit.department].filter(Boolean).join(", "),
    salutation: letter.salutation,
    body: [
      { p: letter.opening(body.name) },
      { actions: [{ label: letter.action, href: placeholderOf("desk", body.id, body.deskGeneration) }] },
    ],
    signature: [unit.headOffice || unit.name],
    footer: [letter.footer, ...(unit.phone || unit.email ? [letter.contact(unit.phone, unit.email)] : [])],
  };
}

import type { Letter } from "~/platform/letter.server";
import { placeholderOf } from "~/platform/links.server";
import { formatLongWithTime } from "~/platform/time";
import type { Role } from "~db/vocabulary";
import { roles } from "./messages.pl";

type Props = {
  unit: { name: string; shortName: string; department: string; phone: string };
  role: Role;
  inviteId: string;
  expiresAt: Date;
};

/** Asks a colleague to join the unit, or lets a member set a new password: the page behind the link knows which. */
export function inviteLetter({ unit, role, inviteId, expiresAt }: Props): Letter {
  return {
    subject: `Dostęp do serwisu Debata: ${unit.shortName}`,
    sender: [unit.name, unit.department].filter(Boolean).join(", "),
    salutation: "Szanowni Państwo,",
    body: [
      { p: `${unit.shortName} zaprasza do serwisu Debata, w którym jednostka prowadzi debaty społeczne.` },
      {
        facts: [
          ["Rola w jednostce", roles[role]],
          ["Link ważny do", formatLongWithTime(expiresAt)],
        ],
      },
      { actions: [{ label: "Ustaw hasło i wejdź", href: placeholderOf("member", inviteId) }] },
      { p: "Link jest osobisty i działa jeden raz. Proszę go nikomu nie przekazywać." },
    ],
    signature: [unit.shortName, unit.phone].filter(Boolean),
    footer: ["Jeżeli nie spodziewali się Państwo tej wiadomości, proszę ją usunąć. Konto nie powstanie samo."],
  };
}

import type { Letter } from "~/platform/letter.server";
import { placeholderOf } from "~/platform/links.server";
import { formatLongWithTime } from "~/platform/time";
import { NOTICES, type Notice } from "./messages.account.pl";

type Unit = { name: string; shortName: string; department: string; phone: string };
const framed = (unit: Unit, letter: Pick<Letter, "subject" | "body" | "footer">): Letter => ({
  sender: [unit.name, unit.department].filter(Boolean).join(", "),
  salutation: "Szanowni Państwo,",
  signature: [unit.shortName, unit.phone].filter(Boolean),
  ...letter,
});

/** What has been done to somebody's account. Without a link: a forged letter of this kind would have one. */
export const noticeLetter = ({ unit, notice, at }: { unit: Unit; notice: Notice; at: Date }): Letter =>
  framed(unit, {
    subject: `${NOTICES[notice].subject}: konto w serwisie Debata`,
    body: [
      { p: NOTICES[notice].text },
      { facts: [["Kiedy", formatLongWithTime(at)]] },
      {
        p: "Jeżeli to nie Państwo, proszę jak najszybciej ustawić nowe hasło („Nie pamiętam hasła” na stronie logowania) i zawiadomić administratora jednostki.",
      },
    ],
    footer: ["Ta wiadomość przychodzi zawsze, gdy zmienia się sposób logowania na konto."],
  });

/** The link to set a new password, for whoever has forgotten it. */
export const resetLetter = ({ unit, resetId, expiresAt }: { unit: Unit; resetId: string; expiresAt: Date }): Letter =>
  framed(unit, {
    subject: "Nowe hasło do serwisu Debata",
    body: [
      { p: "Ktoś, zapewne Państwo, poprosił o nowe hasło do konta w serwisie Debata." },
      { facts: [["Link ważny do", formatLongWithTime(expiresAt)]] },
      { actions: [{ label: "Ustaw nowe hasło", href: placeholderOf("reset", resetId) }] },
      { p: "Link jest osobisty i działa jeden raz. Proszę go nikomu nie przekazywać." },
    ],
    footer: ["Jeżeli to nie Państwo, proszę usunąć tę wiadomość. Hasło pozostaje bez zmian."],
  });

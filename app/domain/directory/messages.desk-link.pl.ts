import { NBSP } from "~/platform/language";

/** A new link to the desk of a body: on the page of an old one, and in the letter that brings it. */
export const deskLink = {
  expired: "Od ponad roku nic tu nie czekało na Państwa instytucję.",
  lead: "Nowy link możemy wysłać na adres e-mail instytucji, który zna organizator.",
  label: "Wyślij nowy link",
  title: "Nowy link",
  heading: "Prośba przyjęta",
  sent: "Jeśli link był prawidłowy, a organizator zna adres e-mail instytucji, nowy link jest już w drodze. Dotychczasowy przestał działać.",
  nothing:
    "Gdy po kwadransie nie ma wiadomości, proszę zadzwonić do jednostki policji lub urzędu, który prowadzi debaty.",
  home: "Przejdź na stronę główną",
  letter: {
    subject: (unit: string) => `Nowy link do spraw Państwa instytucji – ${unit}`,
    salutation: "Szanowni Państwo,",
    opening: (body: string) =>
      `przesyłamy nowy link do strony, na której instytucja ${body} odpowiada w${NBSP}sprawach zgłoszonych podczas debat. Poprzedni link już nie działa.`,
    action: "Otwórz sprawy instytucji",
    contact: (phone: string, email: string) =>
      `W razie pytań prosimy o${NBSP}kontakt: ${[phone && `tel. ${phone}`, email].filter(Boolean).join(", ")}.`,
    footer: "Link jest osobisty dla instytucji, nie wymaga hasła i\u00a0nie należy go przekazywać dalej.",
  },
};

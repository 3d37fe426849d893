/** Lists for a spreadsheet. */
export const lists = {
  guestList: {
    slug: "lista-gosci",
    title: "Goście i odpowiedzi",
    use: "Zaproszone instytucje, odpowiedzi, zastępcy i obecność. Bez adresów i telefonów.",
  },
  seatList: {
    slug: "lista-miejsc",
    title: "Miejsca mieszkańców",
    use: "Rezerwacje i obecność, do użytku przy wejściu. Nazwiska podano tylko w tym celu.",
  },
  motionList: {
    slug: "wnioski-lista",
    title: "Wnioski",
    use: "Treść, kategoria, miejsce i sposób załatwienia każdego wniosku. Bez danych autorów.",
  },
  taskList: {
    slug: "zadania-lista",
    title: "Zadania",
    use: "Kto, co i do kiedy, z podstawą terminu i stanem.",
  },
};

export const words = {
  cut: "(Tekst skrócony. Całość jest w Debacie.)",
  yes: "tak",
  no: "nie",
  /** „Debata 3-2026 – wnioski” */
  fileName: (debate: string, sheet: string) => `Debata ${debate} – ${sheet.toLowerCase()}`,
  sheets: { guestList: "Goście", seatList: "Miejsca", motionList: "Wnioski", taskList: "Zadania" },
  guest: {
    body: "Instytucja",
    post: "Funkcja",
    person: "Imię i nazwisko",
    answer: "Odpowiedź",
    channel: "Sposób odpowiedzi",
    answeredOn: "Data odpowiedzi",
    substitute: "Zastępca",
    substitutePost: "Funkcja zastępcy",
    presence: "Obecność",
  },
  seat: {
    name: "Imię lub pseudonim",
    seats: "Miejsca",
    state: "Stan",
    reservedOn: "Data rezerwacji",
    inside: "Obecność",
    yes: "Obecność potwierdzona przy wejściu",
  },
  motion: {
    number: "Nr",
    category: "Kategoria",
    place: "Miejsce",
    text: "Treść",
    visibility: "Widoczność",
    state: "Stan",
    answer: "Odpowiedź",
    referredTo: "Przekazano do",
    channel: "Sposób zgłoszenia",
    raisedOn: "Data zgłoszenia",
  },
  task: {
    number: "Nr",
    title: "Zadanie",
    owner: "Realizujący",
    dueOn: "Termin",
    basis: "Podstawa terminu",
    state: "Stan",
    internal: "Wewnętrzne",
  },
};

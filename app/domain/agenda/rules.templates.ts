import type { AgendaKind, DebateKind } from "~db/vocabulary";

export type TemplateItem = { kind: AgendaKind; title: string; minutes: number; presenter: "chair" | "moderator" | "" };

const item = (
  kind: AgendaKind,
  title: string,
  minutes: number,
  presenter: TemplateItem["presenter"] = "",
): TemplateItem => ({ kind, title, minutes, presenter });

const KMZB = "Krajowa Mapa Zagrożeń Bezpieczeństwa, „Moja Komenda”, przedstawienie dzielnicowych";

/** What debates of each kind look like in practice; the words are a start that people rewrite. */
export const AGENDA_TEMPLATES: Record<DebateKind, readonly TemplateItem[]> = {
  initiating: [
    item("opening", "Otwarcie debaty i powitanie uczestników", 10, "chair"),
    item("speech", "Stan bezpieczeństwa – najważniejsze dane", 15),
    item("follow_up", "Realizacja wniosków z poprzedniej debaty", 10),
    item("speech", KMZB, 15),
    item("speech", "Temat główny debaty", 15),
    item("discussion", "Dyskusja i wnioski mieszkańców", 40, "moderator"),
    item("survey", "Ankieta", 5, "moderator"),
    item("findings", "Podsumowanie wniosków, wskazanie zadań i terminu debaty ewaluacyjnej", 10, "chair"),
  ],
  evaluation: [
    item("opening", "Otwarcie debaty i powitanie uczestników", 5, "chair"),
    item("follow_up", "Realizacja wniosków z debaty inicjującej", 25),
    item("speech", KMZB, 15),
    item("discussion", "Dyskusja i nowe wnioski", 30, "moderator"),
    item("vote", "Ocena realizacji przez mieszkańców", 10, "moderator"),
    item("closing", "Podsumowanie i zakończenie", 5, "chair"),
  ],
  forum: [
    item("opening", "Otwarcie forum", 10, "chair"),
    item("speech", "Współpraca Policji z mieszkańcami i instytucjami", 20),
    item("speech", "Temat główny forum", 25),
    item("speech", KMZB, 10),
    item("discussion", "Dyskusja, odpowiadają przedstawiciele instytucji", 45, "moderator"),
    item("findings", "Ustalenia i zakończenie", 10, "chair"),
  ],
  working_meeting: [
    item("opening", "Otwarcie spotkania", 10, "chair"),
    item("speech", "Wyniki i wnioski służb", 30),
    item("speech", "Temat główny spotkania", 20),
    item("discussion", "Dyskusja", 45, "moderator"),
    item("findings", "Ustalenia, podmioty i terminy", 15, "chair"),
  ],
  youth: [
    item("opening", "Powitanie i zasady rozmowy", 10, "chair"),
    item("survey", "Ankieta na początek", 5, "moderator"),
    item("speech", "Temat główny – krótkie wprowadzenie", 15),
    item("discussion", "Rozmowa w grupach", 30, "moderator"),
    item("discussion", "Pytania i wnioski młodzieży", 20, "moderator"),
    item("findings", "Podsumowanie", 10, "chair"),
  ],
};

export const templateMinutes = (kind: DebateKind) =>
  AGENDA_TEMPLATES[kind].reduce((sum, { minutes }) => sum + minutes, 0);

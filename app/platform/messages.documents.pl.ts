import { counted } from "./language";

/** What a browser shows instead of a document that is not there yet. */
export const messages = {
  brand: "Debata",
  preparing: {
    title: "Przygotowujemy dokument",
    heading: "Przygotowujemy dokument…",
    lead: "Otworzy się w\u00a0tym miejscu sam, gdy tylko będzie gotowy. Zwykle trwa to kilka sekund.",
    next: "Trwa jego składanie.",
    ahead: (count: number) => `Przed nim w\u00a0kolejce: ${counted(count, ["dokument", "dokumenty", "dokumentów"])}.`,
    again: "Sprawdź teraz",
  },
  failed: {
    title: "Dokumentu nie udało się przygotować",
    again: "Spróbuj ponownie",
    back: "Wróć do strony",
  },
};

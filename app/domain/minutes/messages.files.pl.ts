/** Words about the minutes as files: for Word, packed, and with attachments. */
export const messages = {
  docx: "Pobierz DOCX (Word)",
  docxInternal: "DOCX (Word) – wersja wewnętrzna",
  docxPublic: "DOCX (Word) – wersja publiczna",
};

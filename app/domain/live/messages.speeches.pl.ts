/** Who takes the floor: offices, and residents without names. */
export const speeches = {
  title: "Głos zabiera",
  speaker: "Funkcja i instytucja",
  hint: "Funkcja, nie nazwisko. Wpis trafi do protokołu z godziną.",
  resident: "mieszkaniec/mieszkanka",
  save: "Zapisz głos",
  go: "przejdź tu",
  last: "Ostatnie głosy",
  takeBack: "Cofnij",
  missing: "Proszę wpisać funkcję osoby, która zabiera głos, albo „mieszkaniec/mieszkanka”.",
  /** An office in the list, as it will stand in the minutes. */
  office: (post: string, body: string) => [post, body].filter(Boolean).join(", "),
  substitute: (post: string, office: string) =>
    post ? `${post} (w zastępstwie: ${office})` : `w zastępstwie: ${office}`,
};

/** Both versions side by side, before everybody can read one of them. */
export const preview = {
  title: "Podgląd obu wersji",
  lead: "Po lewej wersja wewnętrzna, po prawej publiczna. Na telefonie jedna pod drugą.",
  internal: "Wersja wewnętrzna",
  open: "Wersja publiczna",
  same: "bez różnic",
  gap: "[pominięto w\u00a0wersji publicznej]",
  gapCell: "[pominięto]",
};

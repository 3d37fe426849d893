import { expect, test } from "vitest";
import { isPesel, personalDataIn } from "~/platform/personal-data";

const found = (text: string) =>
  personalDataIn(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

// The PESEL is the sample number of the textbooks; telephones and plates are made up.
test.each([
  ["Sprawca, PESEL 44051401359.", "pesel: 44051401359"],
  ["tel. 600 100 200", "phone: 600 100 200"],
  ["proszę dzwonić 600-100-200", "phone: 600-100-200"],
  ["numer 600100200, wieczorem", "phone: 600100200"],
  ["+48 600 100 200", "phone: +48 600 100 200"],
  ["0048600100200", "phone: 0048600100200"],
  ["(22) 555 12 34", "phone: (22) 555 12 34"],
  ["44 123 45 67 do 15", "phone: 44 123 45 67"],
  ["tel. 555 12 34", "phone: 555 12 34"],
  ["Piszcie: jan.zielony@example.com.", "email: jan.zielony@example.com"],
  ["auto PO 1A234 blokuje wyjazd", "plate: PO 1A234"],
  ["WGM5R01X stoi na trawniku", "plate: WGM5R01X"],
  ["PKL 12AB", "plate: PKL 12AB"],
  ["srebrne auto, nr rej. pkl 12ab3", "plate: pkl 12ab3"],
  ["ul. Polna 12 m. 7", "flat: m. 7"],
  ["w mieszkaniu nr 7 handlują", "flat: mieszkaniu nr 7"],
  ["hałas w mieszkaniu 7", "flat: mieszkaniu 7"],
  ["lokal nr 3a", "flat: lokal nr 3a"],
  ["ul. Polna 12/7", "flat: 12/7"],
  ["sąsiad z Polnej 12/7", "flat: 12/7"],
  ["ul. 3 Maja 12/7", "flat: 12/7"],
  ["os. Górnicze bl. 5/12", "flat: 5/12"],
])("%s", (text, expected) => expect(found(text)).toEqual([expected]));

test.each([
  "sklep przy ul. 3 Maja 12",
  "skrzyżowanie ul. Dąbskiej z DK92",
  "DK 92, DW 473, droga 1234P, S8 i A2",
  "Dnia 18.03.2026 w godz. 7.30–8.15",
  "33 000 zł, 123 456 789 zł, 300 000 000",
  "zgłoszenie KMZB nr 123456789",
  "wniosek 3/2026/07, Protokół nr 3/2026, Uchwała 12/26",
  "sklep 24/7 przy parku",
  "Około 1/3 mieszkańców, prawie 2/3",
  "klatki schodowe, bl. 12–16",
  "112 lub 997",
  "KPP 2026, PSP 998, SP nr 2",
  "REGON 000525866, REGON 123456785, NIP 8511000695, TERC 3211043",
  "numer 44051401358 z błędną cyfrą kontrolną",
  "art. 57 § 1 KPA, Dz.U. 2019 poz. 125",
  "50 km/h, 50 m od szkoły, prędkość 40/25 km/h",
  "okres 1.03–31.12.2026, plan 2026/27, lata 2007–2013",
  "w mieszkaniu 5 osób",
  "ul. Kolejowa 12A, 63-200 Jarocin",
  "25.10.2017, 152 os.",
  "EN 301 549",
  "Dz.U. 2018 poz. 870, Dz. U. z 2021 r. poz. 1540",
  "art. 243 ustawy z dnia 14 czerwca 1960 r.",
  "DK92, A2, S8, droga nr 4700123, DW 473",
  "1 234 567,89 zł, 600 100 200 zł, 45 000 000 zł",
  "Umowa nr 12/2026/ZP, znak: PR.0151.3.2026",
  "sygn. akt II K 123/24, RSD-123/26",
  "18.03.2026 r., 18-03-2026, 2026-03-18 17:00",
  "kod 62-650 Kłodawa, tel. alarmowy 112",
  "budynek 12, klatka 3, piętro 4",
  "bilans 2024/25, sezon 2025/2026",
  "600 osób, 100 wniosków, 200 zł",
  "rondo 1000-lecia, osiedle 40-lecia",
  "KM PSP 2026, OSP 12345, EZD RP 2026",
])("nothing in: %s", (text) => expect(found(text)).toEqual([]));

test("several, in order, none of them twice", () => {
  const text = "Polna 12/7, tel. 600 100 200, auto PO 1A234, PESEL 44051401359";
  expect(found(text)).toEqual(["flat: 12/7", "phone: 600 100 200", "plate: PO 1A234", "pesel: 44051401359"]);
});

test.each([
  ["44051401359", true],
  ["44051401358", false],
  ["44131401350", false],
  ["4405140135", false],
  ["00000000000", false],
])("PESEL %s: %s", (digits, valid) => expect(isPesel(digits)).toBe(valid));

import { expect, test } from "vitest";
import { coresOf, decidePassword, type PasswordRefusal } from "~/domain/organizations/rules.password";
import { isCommonPassword } from "~/platform/common-passwords.server";

const OWN = [
  "anna.lacka-zak@kpp.test",
  "Anna Łącka-Żak",
  "Komenda Powiatowa Policji w Wierzbinowie",
  "KPP w Wierzbinowie",
];
const judge = async (password: string) => {
  const decided = decidePassword(password, OWN, await isCommonPassword(coresOf(password)));
  return decided.ok ? "fine" : decided.reason;
};

test.each<[string, PasswordRefusal | "fine"]>([
  // On the list as they are, or behind what people hang on them.
  ["motherfucker", "common"],
  ["1qaz2wsx3edc", "common"],
  ["qwerty123456", "common"],
  ["Password1234!", "common"],
  ["P@ssw0rd2026!!", "common"],
  ["!!!Trustno1!!!", "common"],
  ["Kochamcie2026", "common"],
  ["haslohaslohaslo", "own"],
  ["Misiaczek Misiaczek", "common"],
  ["Q W E R T Y U I O P", "common"],
  ["Zaq12wsx!!!!", "common"],
  ["1234567890qwerty", "common"],
  ["Monkey123456789", "common"],
  // One sign after the other.
  ["aaaaaaaaaaaa", "simple"],
  ["abababababab", "simple"],
  ["abcdefghijkl", "simple"],
  ["123456789012", "simple"],
  ["987654321098", "simple"],
  ["abcdef123456", "simple"],
  ["            ", "simple"],
  // What anybody would try first about this person, this unit, this service.
  ["Łącka-Żak 2026!", "own"],
  ["anna.lacka-zak", "own"],
  ["AnnaLacka12345", "own"],
  ["KPP Wierzbinów 112", "own"],
  ["Wierzbinowo2026", "own"],
  ["Komenda2026!!", "own"],
  ["PolicjaDebata1", "own"],
  ["komendapowiatowa", "own"],
  // Everything else, of whatever signs.
  ["prawidlowy kon bateria", "fine"],
  ["zielona lampa na biurku", "fine"],
  ["Anna kupuje sześć cebul", "fine"],
  ["xk7-93hf-qmz2-bd5w", "fine"],
  ["482910573829", "fine"],
  ["🚔🍎🌧️🎈🐟🧦🪴🚲🎻🧩🍋🛶", "fine"],
  ["пять зелёных утюгов", "fine"],
  ["żółć, gęś i jaźń", "fine"],
  [`${"x".repeat(10)}kilka slow na koniec`, "fine"],
])("%s: %s", async (password, expected) => {
  expect(await judge(password)).toBe(expected);
});

test("sixty-four signs of any kind, and blanks at the ends, are taken as they are", async () => {
  expect(await judge(` ${"ab cd ef gh ij kl mn op ".repeat(3)}${"z".repeat(8)}`)).toBe("fine");
});

test("a password that goes on for long costs no time worth a name", async () => {
  for (const long of ["ab".repeat(100), `${"a".repeat(199)}b`, "haslo".repeat(40)])
    expect(await judge(long)).not.toBe("");
});

import { quoted } from "~/platform/language";
import { formatDate } from "~/platform/time";
import type { CalendarDate, DebateKind } from "~db/vocabulary";
import { kindWords } from "./messages.kinds.pl";
import { type Address, YOU } from "./rules.address";

type Debate = { kind: DebateKind; cycleTitle: string; number: number; year: number; startsAt: Date };

const WHOM: Record<Address, string> = { woman: "Pani", man: "Panu", priest: "Księdzu", several: "Państwu" };

const named = ({ kind, cycleTitle, startsAt }: Debate) =>
  `${kindWords[kind].locative}${cycleTitle ? ` pn. ${quoted(cycleTitle)}` : ""} w dniu ${formatDate(startsAt)}`;

const stop = (text: string) => (text.endsWith("r.") ? text : `${text}.`);

export const thanks = {
  title: ({ number, year }: Debate) => `Podziękowania – debata nr ${number}/${year}`,
  fileName: ({ number, year }: Debate) => `Podziękowania – debata ${number}-${year}.pdf`,
  footer: ({ number, year }: Debate) => `Debata nr ${number}/${year}`,
  placeAndDate: (place: string, day: string) => [place, `dnia ${day}`].filter(Boolean).join(", "),
  to: { woman: "Szanowna Pani", man: "Szanowny Pan", priest: "", several: "" } satisfies Record<Address, string>,
  subject: ({ kind }: Debate) => `Podziękowanie za udział w ${kindWords[kind].locative}`,
  came: (address: Address, debate: Debate) => `dziękuję ${WHOM[address]} za udział w ${stop(named(debate))}`,
  sent: (address: Address, debate: Debate, substitute: string) =>
    `dziękuję ${WHOM[address]} za to, że reprezentowana przez ${YOU[address].whom} instytucja wzięła udział w ${stop(named(debate))}${substitute ? ` W zastępstwie: ${substitute}.` : ""}`,
  meaning:
    "Dzięki rozmowie z osobami, które odpowiadają za omawiane sprawy, na część pytań odpowiedzieliśmy od razu, a w pozostałych ustaliliśmy, kto i do kiedy się nimi zajmie.",
  settled: "Ustalenia, które dotyczą Państwa instytucji:",
  columns: { number: "Nr", task: "Zadanie", role: "Udział", due: "Termin" },
  roles: { owner: "realizacja", supporter: "współpraca" },
  progress: "O postępach w każdej sprawie informujemy mieszkańców na stronie:",
  evaluation: (day: CalendarDate) =>
    `O realizacji ustaleń będziemy mówić na debacie ewaluacyjnej, planowanej na ${stop(formatDate(day))}`,
  hope: "Liczę na dalszą współpracę na rzecz bezpieczeństwa mieszkańców.",
};

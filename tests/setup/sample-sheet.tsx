import { a4 } from "~/platform/pdf/a4";
import { Letterhead, Signatures, Title } from "~/platform/pdf/official";
import type { Sheet } from "~/platform/pdf/sheet";
import { Facts, Table } from "~/platform/pdf/table";
import { A, B, H2, H3, I, Lead, List, Note, P } from "~/platform/pdf/text";

export type SampleProps = { people: number; motions: number; points: number; long?: number; hostile?: string };

const SPEECH =
  "Moderator otworzył dyskusję i przypomniał zasady. Mieszkańcy wskazali na przekraczanie prędkości przy szkole, brak oświetlenia w\u00a0parku oraz zakłócanie ciszy nocnej. Zażółć gęślą jaźń; dzielnicowy zobowiązał się do kontroli w\u00a0ciągu 14\u00a0dni. ";
const NAMES = ["Przedstawiciel zarządu dróg", "Dyrektorka szkoły podstawowej", "Naczelniczka Wydziału Prewencji"];
const PLACES = ["ul. Łąkowa", "os. Źródlane", "park przy ul. Żurawiej", "pl. Wolności"];

/** Minutes of an invented debate, as long as asked for. */
export function sampleSheet({ people, motions, points, long = 1, hostile }: SampleProps): Sheet {
  const guests = Array.from({ length: people }, (_, i) => ({
    body: i % 3 ? "Urząd Miejski w\u00a0Nowej Łące" : "Zarząd Dróg Powiatowych",
    name: hostile ?? NAMES[i % NAMES.length],
    presence: i % 7 ? "obecny" : "w\u00a0zastępstwie",
  }));
  const wishes = Array.from({ length: motions }, (_, i) => ({
    number: `${i + 1}/2026`,
    place: PLACES[i % PLACES.length],
    text: hostile ?? `Prośba o\u00a0częstsze patrole w\u00a0godzinach wieczornych. ${SPEECH.repeat(long)}`,
    outcome: i % 4 ? "zadanie, termin 30.04.2026" : "odpowiedź na miejscu",
  }));
  return a4(
    {
      title: hostile ?? "Protokół nr 3/2026 z debaty społecznej",
      author: "Komenda Powiatowa Policji w Nowej Łące",
      subject: "Debata & wnioski <mieszkańców>",
      footer: "Pr-0151-3/2026",
      created: new Date("2026-03-23T17:00:00Z"),
    },
    <>
      <Letterhead
        unit={hostile ?? "Komenda Powiatowa Policji w\u00a0Nowej Łące"}
        details={["Wydział Prewencji", "L.dz. Pr-0151-3/2026"]}
        placeAndDate={"Nowa Łąka, 23\u00a0marca 2026\u00a0r."}
      />
      <Title lines={["z\u00a0debaty społecznej pn. „Porozmawiajmy o\u00a0bezpieczeństwie – możesz mieć na nie wpływ”"]}>
        {hostile ?? "Protokół nr\u00a03/2026"}
      </Title>
      <H2>1. Termin i&nbsp;miejsce</H2>
      <Facts
        rows={[
          { label: "Termin", value: "środa, 18\u00a0marca 2026\u00a0r., godz.\u00a017.00–19.05" },
          { label: "Miejsce", value: "sala Domu Kultury, ul. Łąkowa 4, Nowa Łąka" },
          { label: "Przewodniczący debaty", value: hostile ?? "Zastępca Komendanta Powiatowego Policji" },
          { label: "Protokolant", value: "asystent Wydziału Prewencji" },
        ]}
      />
      <H2>2. Uczestnicy</H2>
      <Lead>
        W&nbsp;debacie uczestniczyło <B>{people} osób</B>. Pytania: <A href="mailto:prewencja@example.com">poczta</A>{" "}
        albo <A href="https://example.com/debaty/3">strona debaty</A>, <I>czynna całą dobę</I>.
      </Lead>
      <Table
        rows={guests}
        columns={[
          { header: "Lp.", width: 30, align: "right", cell: (_, i) => `${i + 1}.` },
          { header: "Instytucja", width: 175, cell: ({ body }) => body },
          { header: "Funkcja", width: 185, rowHeader: true, cell: ({ name }) => name },
          { header: "Obecność", width: 85, cell: ({ presence }) => presence },
        ]}
      />
      <H2>3. Porządek debaty</H2>
      <List
        numbered
        items={Array.from({ length: points }, (_, i) => `Zagadnienie ${i + 1}: bezpieczeństwo w\u00a0ruchu drogowym`)}
      />
      <H2>4. Przebieg</H2>
      {Array.from({ length: points }, (_, i) => (
        <Point key={i} number={i + 1} text={hostile ?? SPEECH.repeat(2)} />
      ))}
      <H2>5. Zgłoszone zagadnienia i&nbsp;wnioski</H2>
      <Table
        rows={wishes}
        empty="Nie zgłoszono wniosków."
        columns={[
          { header: "Nr", width: 52, rowHeader: true, cell: ({ number }) => number },
          { header: "Miejsce", width: 82, cell: ({ place }) => place },
          { header: "Treść", width: 235, cell: ({ text }) => text },
          { header: "Sposób załatwienia", width: 98, cell: ({ outcome }) => outcome },
        ]}
      />
      <H2>6. Zakończenie</H2>
      <P>Na tym debatę zakończono o&nbsp;godz.&nbsp;19.05.</P>
      <Note>Próba liter: ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż.</Note>
      <Signatures
        people={[
          { role: "Protokolant" },
          { role: "Przewodniczący debaty" },
          { role: "Zatwierdzam", name: hostile ?? "Komendant Powiatowy Policji" },
        ]}
      />
    </>,
  );
}

const Point = ({ number, text }: { number: number; text: string }) => (
  <>
    <H3>{`Ad ${number}. Zagadnienie ${number}`}</H3>
    <P>{text}</P>
    <List
      items={[
        "Zarząd dróg przedstawi projekt oznakowania.",
        "Dzielnicowy sprawdzi miejsce w\u00a0godzinach wieczornych.",
      ]}
    />
  </>
);

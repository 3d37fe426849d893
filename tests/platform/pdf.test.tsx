import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { a4 } from "~/platform/pdf/a4";
import { Letterhead, Signatures, Title } from "~/platform/pdf/official";
import { renderSheet } from "~/platform/pdf/render";
import { Table } from "~/platform/pdf/table";
import { A, Figure, H2, Lead, List, P } from "~/platform/pdf/text";
import { checkTagged, pagesOf, rolesOf, textOf } from "../setup/pdf";
import { sampleSheet } from "../setup/sample-sheet";

const paper = (body: ReactNode) =>
  renderSheet(
    a4(
      { title: "Próba", footer: "Pr-1/2026" },
      <>
        <Title>Próba</Title>
        {body}
      </>,
    ),
  );

test.each([
  { people: 0, motions: 0, points: 1, atLeast: 1 },
  { people: 120, motions: 60, points: 20, atLeast: 17 },
  { people: 500, motions: 200, points: 20, long: 2, atLeast: 60 },
])("tagged without a fault on $atLeast pages", async ({ atLeast, ...props }) => {
  const bytes = await renderSheet(sampleSheet(props));
  expect(await checkTagged(bytes)).toEqual([]);
  const texts = await pagesOf(bytes);
  const pages = texts.length;
  expect(pages).toBeGreaterThanOrEqual(atLeast);
  texts.forEach((text, i) => {
    expect(text).toContain(`strona ${i + 1} z ${pages}`);
    expect(text).toContain("Pr-0151-3/2026");
    expect(text.includes("Protokół nr 3/2026 z debaty społecznej")).toBe(i > 0);
  });
  const { TR, TD } = await rolesOf(bytes);
  expect(TR).toBe(4 + (props.people && props.people + 1) + (props.motions && props.motions + 1));
  expect(TD).toBe(4 + props.people * 3 + props.motions * 3);
});

test("all 18 Polish letters come back, as a sentence in reading order", async () => {
  const text = await textOf(await renderSheet(sampleSheet({ people: 3, motions: 2, points: 2 })));
  expect(text).toContain("ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż");
  expect(text).toContain("W debacie uczestniczyło 3 osób. Pytania: poczta albo strona debaty, czynna całą dobę.");
  const order = [
    "Komenda Powiatowa",
    "Protokół nr 3/2026",
    "1. Termin",
    "2. Uczestnicy",
    "Ad 1.",
    "5. Zgłoszone",
    "Protokolant Przewodniczący debaty Zatwierdzam",
  ];
  expect(order.map((words) => text.indexOf(words))).toEqual(
    order.map((words) => text.indexOf(words)).sort((a, b) => a - b),
  );
  expect(order.filter((words) => !text.includes(words))).toEqual([]);
});

test("a table's header stands on each of its pages, and is read once", async () => {
  const rows = Array.from({ length: 100 }, (_, i) => `Wiersz ${i + 1}`);
  const bytes = await paper(<Table rows={rows} columns={[{ header: "Nagłówek", width: 1, cell: (row) => row }]} />);
  const pages = await pagesOf(bytes);
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page).toContain("Nagłówek");
  expect(await rolesOf(bytes)).toMatchObject({ TR: 101, TH: 1, TD: 100 });
});

test("a table without rows says so", async () => {
  const bytes = await paper(
    <Table rows={[]} empty="Nie zgłoszono." columns={[{ header: "Nr", width: 1, cell: () => "" }]} />,
  );
  expect(await textOf(bytes)).toContain("Nie zgłoszono.");
  expect(await checkTagged(bytes)).toEqual([]);
});

test("a row higher than a page goes on, whole words and all", async () => {
  const long = Array.from({ length: 1_500 }, (_, i) => `słowo${i}`).join(" ");
  const bytes = await paper(
    <Table
      rows={[long]}
      columns={[
        { header: "Nr", width: 1, rowHeader: true, cell: () => "1" },
        { header: "Treść", width: 4, cell: (row) => row },
      ]}
    />,
  );
  expect(await checkTagged(bytes)).toEqual([]);
  expect((await textOf(bytes)).match(/słowo\d+/g)).toHaveLength(1_500);
});

const LAST = "Ostatnie zdanie protokołu.";
const SIGNED = <Signatures key="signed" people={[{ role: "Protokolant" }, { role: "Przewodniczący" }]} />;
const sentences = (count: number) => "Zdanie.\n".repeat(count);
const count = (upTo: number) => Array.from({ length: upTo }, (_, i) => `Punkt ${i}`);
const column = { header: "Nr", width: 1, cell: (row: string) => row };
const endings: Record<string, (lines: number) => ReactNode> = {
  paragraphs: (lines) => [...count(lines), LAST].map((text) => <P key={text}>{text}</P>),
  "one long paragraph": (lines) => <P>{sentences(lines) + LAST}</P>,
  "a heading and a sentence": (lines) => [
    <P key="1">{sentences(lines)}</P>,
    <H2 key="2">Koniec</H2>,
    <P key="3">{LAST}</P>,
  ],
  "a list": (lines) => <List items={[...count(lines), LAST]} />,
  "a table": (lines) => <Table rows={[...count(lines), LAST]} columns={[column]} />,
};

test.each(Object.keys(endings))("signatures never stand alone after %s", async (kind) => {
  for (let lines = 22; lines <= 48; lines += 2) {
    const pages = await pagesOf(
      await paper(
        <>
          {endings[kind]!(lines)}
          {SIGNED}
        </>,
      ),
    );
    expect(pages.at(-1), `${lines} lines`).toContain(LAST);
    expect(pages.at(-1), `${lines} lines`).toContain("Protokolant");
  }
});

test("a heading stays with what it heads", async () => {
  for (let lines = 30; lines <= 46; lines++) {
    const body = [
      <P key="1">{"Zdanie.\n".repeat(lines)}</P>,
      <H2 key="2">Rozdział</H2>,
      <Lead key="3">Wstęp:</Lead>,
      <List key="4" items={["Punkt"]} />,
    ];
    const pages = await pagesOf(await paper(body));
    const page = pages.find((text) => text.includes("Rozdział"));
    expect(page, `${lines} lines`).toContain("Punkt");
  }
});

test("addresses of images are refused, links of strangers become words", async () => {
  const address = "https://example.com/a.png" as unknown as Uint8Array;
  await expect(paper(<Figure src={address} alt="x" width={10} height={10} />)).rejects.toThrow("never an address");
  for (const href of ["javascript:alert(1)", "file:///etc/passwd", "#H1", "/etc/passwd", ""]) {
    const bytes = await paper(
      <P>
        Zobacz <A href={href}>tutaj</A>.
      </P>,
    );
    expect(await textOf(bytes)).toContain("Zobacz tutaj.");
    expect(await rolesOf(bytes)).not.toHaveProperty("Link");
    expect(await checkTagged(bytes)).toEqual([]);
  }
});

test("a figure is tagged with what it is for", async () => {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  );
  const bytes = await paper(
    <Figure src={png} alt="Kod QR: sprawdź, czy dokument jest aktualny" width={60} height={60} />,
  );
  expect(await checkTagged(bytes)).toEqual([]);
  expect(await rolesOf(bytes)).toMatchObject({ Figure: 1 });
});

test("the same sheet gives the same bytes", async () => {
  const draw = () => renderSheet(sampleSheet({ people: 3, motions: 2, points: 1 }));
  const [one, two] = [await draw(), await draw()];
  expect(one.equals(two)).toBe(true);
});

test("long names wrap in the letterhead and in the signatures", async () => {
  const name = "Komenda Powiatowa Policji w Bardzo Długiej Nazwie ".repeat(6).trim();
  const bytes = await paper(
    <>
      <Letterhead unit={name} placeAndDate="Nowa Łąka, 23 marca 2026 r." />
      <P>{LAST}</P>
      <Signatures people={["Protokolant", "Przewodniczący debaty", "Zatwierdzam"].map((role) => ({ role, name }))} />
    </>,
  );
  expect(await checkTagged(bytes)).toEqual([]);
  expect((await textOf(bytes)).match(/Bardzo Długiej/g)).toHaveLength(24);
});

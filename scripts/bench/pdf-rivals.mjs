// The rows of tests/setup/sample-sheet.tsx, drawn by others: pdfkit alone (untagged, no page breaks to think about: the
// lower bound), and as HTML for Chromium to print.
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

const SPEECH =
  "Moderator otworzył dyskusję i przypomniał zasady. Mieszkańcy wskazali na przekraczanie prędkości przy szkole, brak oświetlenia w parku oraz zakłócanie ciszy nocnej. Zażółć gęślą jaźń; dzielnicowy zobowiązał się do kontroli w ciągu 14 dni. ";
const NAMES = ["Przedstawiciel zarządu dróg", "Dyrektorka szkoły podstawowej", "Naczelniczka Wydziału Prewencji"];
const PLACES = ["ul. Łąkowa", "os. Źródlane", "park przy ul. Żurawiej", "pl. Wolności"];

function contentOf({ people, motions, points, long = 1 }) {
  return [
    { title: "Protokół nr 3/2026" },
    table(
      [30, 175, 185, 85],
      ["Lp.", "Instytucja", "Funkcja", "Obecność"],
      Array.from({ length: people }, (_, i) => [
        `${i + 1}.`,
        i % 3 ? "Urząd Miejski w Nowej Łące" : "Zarząd Dróg Powiatowych",
        NAMES[i % NAMES.length],
        i % 7 ? "obecny" : "w zastępstwie",
      ]),
    ),
    ...Array.from({ length: points }, (_, i) => [
      { heading: `Ad ${i + 1}. Zagadnienie ${i + 1}` },
      { text: SPEECH.repeat(2) },
      { text: "– Zarząd dróg przedstawi projekt oznakowania." },
      { text: "– Dzielnicowy sprawdzi miejsce w godzinach wieczornych." },
    ]).flat(),
    table(
      [52, 82, 235, 98],
      ["Nr", "Miejsce", "Treść", "Sposób załatwienia"],
      Array.from({ length: motions }, (_, i) => [
        `${i + 1}/2026`,
        PLACES[i % PLACES.length],
        `Prośba o częstsze patrole w godzinach wieczornych. ${SPEECH.repeat(long)}`,
        i % 4 ? "zadanie, termin 30.04.2026" : "odpowiedź na miejscu",
      ]),
    ),
  ];
}

const table = (widths, header, rows) => ({ widths, header, rows });

const font = (file) => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${file}`);

/** Opened once, as ours are. */
export async function drawWithPdfkit(sample) {
  const doc = new PDFDocument({ size: "A4", margins: { top: 68, right: 64, bottom: 76, left: 64 }, font: null });
  doc.registerFont("text", font("400Regular/NotoSans_400Regular.ttf"));
  doc.registerFont("bold", font("700Bold/NotoSans_700Bold.ttf"));
  const chunks = [];
  doc.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on("end", resolve));
  for (const { title, heading, text, widths, header, rows } of contentOf(sample)) {
    if (title) doc.font("bold").fontSize(17).text(title, { align: "center" });
    if (heading) doc.font("bold").fontSize(10).text(heading, 64);
    if (text) doc.font("text").fontSize(10).text(text, 64, undefined, { lineGap: 1 });
    for (const [i, row] of [header, ...(rows ?? [])].entries()) if (row) drawRow(doc, widths, row, i === 0);
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawRow(doc, widths, cells, isHeader) {
  doc.font(isHeader ? "bold" : "text").fontSize(9);
  const room = 467 / widths.reduce((sum, width) => sum + width);
  const heights = cells.map((cell, i) => doc.heightOfString(cell, { width: widths[i] * room - 10 }));
  const height = Math.max(...heights) + 8;
  if (doc.y + height > doc.page.height - 76) doc.addPage();
  const top = doc.y;
  let left = 64;
  for (const [i, cell] of cells.entries()) {
    doc.text(cell, left, top + 4, { width: widths[i] * room - 10 });
    left += widths[i] * room;
  }
  doc
    .lineWidth(0.4)
    .moveTo(64, top + height)
    .lineTo(531, top + height)
    .stroke();
  doc.y = top + height;
}

export function htmlOf(sample) {
  const parts = contentOf(sample).map(({ title, heading, text, widths, header, rows }) => {
    if (title) return `<h1>${title}</h1>`;
    if (heading) return `<h3>${heading}</h3>`;
    if (text) return `<p>${text}</p>`;
    const columns = widths.map((width) => `<col style="width:${width}pt">`).join("");
    const line = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
    const head = `<thead>${line(header, "th")}</thead>`;
    return `<table><colgroup>${columns}</colgroup>${head}<tbody>${rows.map((row) => line(row, "td")).join("")}</tbody></table>`;
  });
  return `<!doctype html><html lang="pl"><meta charset="utf-8"><title>Protokół</title><style>
@page{size:A4;margin:68pt 64pt 76pt}body{font:10pt/1.45 "Noto Sans",sans-serif;margin:0}table{width:100%;border-collapse:collapse;font-size:9pt}
td,th{padding:4pt 5pt;text-align:left;vertical-align:top;border-bottom:.4pt solid #b9c0c7}tr{break-inside:avoid}h3{font-size:10pt}</style>${parts.join("")}</html>`;
}

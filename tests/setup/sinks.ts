import ICAL from "ical.js";
import { JSDOM } from "jsdom";

// Where texts of people come out again. Each of these reads an output as its reader would, and says what does not belong.

const PROPERTIES = new Set(
  "version prodid calscale method name x-wr-calname x-wr-timezone timezone-id x-published-ttl refresh-interval uid sequence dtstamp dtstart dtend summary location description url status transp created last-modified organizer categories class priority tzid tzurl tzname tzoffsetfrom tzoffsetto rrule x-lic-location x-microsoft-cdo-busystatus x-microsoft-cdo-alldayevent source attendee action trigger".split(
    " ",
  ),
);

/** Something that is known by its word has become a part of the page instead of its text. */
export function faultsOfPage(html: string): string[] {
  const { document } = new JSDOM(html).window;
  const faults: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    const { localName } = element;
    if (localName.includes("xqx")) faults.push(`an element ${localName}`);
    if (["iframe", "base", "object", "embed"].includes(localName)) faults.push(`an element ${localName}`);
    if (localName === "meta" && element.getAttribute("http-equiv") === "refresh" && /xqx/.test(element.outerHTML))
      faults.push("a refresh");
    if (
      localName === "script" &&
      !element.hasAttribute("nonce") &&
      !/^\/\w/.test(element.getAttribute("src") ?? "") &&
      !/json/.test(element.getAttribute("type") ?? "")
    )
      faults.push("a script without our mark");
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) faults.push(`an attribute ${name}`);
      if (/^(href|src|action|formaction|srcdoc)$/.test(name) && /^\s*(javascript|data|vbscript):/i.test(value))
        faults.push(`${name} with a script`);
      if (/^(href|src|action|formaction)$/.test(name) && /^\s*(https?:)?\/\/([^/]*\.)?xqx/i.test(value))
        faults.push(`${name} to a stranger`);
    }
  }
  return faults;
}

/** Nothing runs when a spreadsheet opens it; how many cells had to be kept from it is the second answer. */
export function faultsOfCsv(text: string) {
  const cells = [...text.replace(/^\uFEFF/, "").matchAll(/(?:^|[;,\n])(?:"((?:[^"]|"")*)"|([^";,\r\n]*))/g)].map(
    ([, quoted, plain]) => (quoted ?? plain ?? "").replaceAll('""', '"'),
  );
  const live = cells.filter(
    (cell) => /^(?:[\t\r\n]|\s*[=+@＝＋－＠]|\s*-\D)/.test(cell) && !/^[+-]?[\d\s.,]+$/.test(cell),
  );
  return {
    faults: live.map((cell) => `a cell that runs: ${cell.slice(0, 60)}`),
    kept: cells.filter((cell) => /^'\s*[=+\-@＝＋－＠]/.test(cell)).length,
  };
}

export function faultsOfCalendar(text: string): string[] {
  const walk = (component: ICAL.Component): string[] => [
    ...component.getAllProperties().flatMap(({ name }) => (PROPERTIES.has(name) ? [] : [`a property ${name}`])),
    ...component
      .getAllProperties("attendee")
      .flatMap((one) => (/xqx/.test(String(one.getFirstValue())) ? ["an attendee"] : [])),
    ...component.getAllSubcomponents().flatMap(walk),
  ];
  const long = text.split("\r\n").filter((line) => Buffer.byteLength(line) > 75);
  return [
    ...walk(new ICAL.Component(ICAL.parse(text))),
    ...(text.replaceAll("\r\n", "").match(/[\r\n]/) ? ["a bare line break"] : []),
    ...(long.length ? ["a line that is too long"] : []),
  ];
}

export function faultsOfXml(text: string): string[] {
  const { DOMParser } = new JSDOM("").window;
  const document = new DOMParser().parseFromString(text, "text/xml");
  const broken = document.querySelector("parsererror");
  if (broken) return [`no XML: ${broken.textContent?.slice(0, 100)}`];
  return [...document.querySelectorAll("*")].flatMap(({ localName, namespaceURI }) =>
    /xqx|script|img/i.test(localName) || !namespaceURI ? [`an element ${localName}`] : [],
  );
}

import fc from "fast-check";
import { WORDS } from "./hostile-corpus";

// Forms and addresses with something wrong in them, of the corpus and of fast-check’s own.

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "grapheme-composite", maxLength: 300 }),
  fc.integer().map(String),
  fc.double().map(String),
  fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") })
    .map((date) => date.toISOString().slice(0, 10).split("-").reverse().join(".")),
  fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 4 }).map((words) => words.join(" ")),
);

/** Bytes that are no text at all, as they stand in an address or a form. */
const BYTES = ["%ED%A0%80", "%C0%AF", "%FF%FE", "%", "%zz", "%u0041", "%E2%82", "%F4%90%80%80", "%00", "%0D%0AX-XQX:1"];

/** One value as it goes over the line, percent-encoded. `good` is what belongs there. */
export const hostile = (good: string) => {
  const encoded = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<string>(...WORDS) },
    { weight: 3, arbitrary: anything },
    { weight: 2, arbitrary: fc.constantFrom<string>(...WORDS).map((word) => `${word}${good}`) },
    { weight: 2, arbitrary: fc.constantFrom<string>(...WORDS).map((word) => `${good}${word}`) },
    { weight: 1, arbitrary: fc.constant(good) },
  );
  return fc.oneof({ weight: 12, arbitrary: encoded.map(percent) }, { weight: 1, arbitrary: fc.constantFrom(...BYTES) });
};

/** Like encodeURIComponent, which would throw at half a letter: that goes out as the bytes it would have. */
export const percent = (text: string) =>
  [...text]
    .map((letter) => (/^[\uD800-\uDFFF]$/.test(letter) ? surrogate(letter) : encodeURIComponent(letter)))
    .join("");

const surrogate = (letter: string) => {
  const code = letter.charCodeAt(0);
  const bytes = [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase()}`).join("");
};

/** How a program that is no browser, or a broken one, sends a form. */
const ENVELOPES = [
  "plain",
  "multipart",
  "noBoundary",
  "wrongBoundary",
  "json",
  "text",
  "nothing",
  "charset",
  "cut",
] as const;
type Envelope = (typeof ENVELOPES)[number];
const URLENCODED = "application/x-www-form-urlencoded";

export type Body = { body: Buffer; headers: Record<string, string> };
type Pair = readonly [name: string, value: string];

export function bodyOf(pairs: readonly Pair[], envelope: Envelope): Body {
  const plain = pairs.map(([name, value]) => `${percent(name)}=${value}`).join("&");
  const type = (contentType: string, text: string): Body => ({
    body: Buffer.from(text),
    headers: contentType ? { "Content-Type": contentType } : {},
  });
  const parts = pairs.map(
    ([name, value]) => `--xqx\r\nContent-Disposition: form-data; name="${percent(name)}"\r\n\r\n${decoded(value)}\r\n`,
  );
  switch (envelope) {
    case "plain":
      return type(URLENCODED, plain);
    case "charset":
      return type(`${URLENCODED}; charset=utf-16`, plain);
    case "multipart":
      return type("multipart/form-data; boundary=xqx", `${parts.join("")}--xqx--\r\n`);
    case "noBoundary":
      return type("multipart/form-data", `${parts.join("")}--xqx--\r\n`);
    case "wrongBoundary":
      return type("multipart/form-data; boundary=other", `${parts.join("")}--xqx--\r\n`);
    case "cut":
      return type("multipart/form-data; boundary=xqx", parts.join("").slice(0, -20));
    case "json":
      return type("application/json", JSON.stringify(Object.fromEntries(pairs)));
    case "text":
      return type("text/plain", plain);
    case "nothing":
      return type("", plain);
  }
}

const decoded = (value: string) => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

/** The good form with one or two of its fields spoiled, in one of the ways in which forms are spoiled. */
export function spoiled(form: Record<string, string>) {
  const names = Object.keys(form);
  const name = names.length > 0 ? fc.constantFrom(...names) : fc.constant("x");
  const change = name.chain((one) =>
    fc.record({
      name: fc.constant(one),
      value: hostile(form[one] ?? ""),
      how: fc.constantFrom("instead", "instead", "instead", "instead", "twice", "missing", "list", "nested", "proto"),
    }),
  );
  const envelope = fc.oneof(
    { weight: 12, arbitrary: fc.constant<Envelope>("plain") },
    { weight: 2, arbitrary: fc.constant<Envelope>("multipart") },
    { weight: 1, arbitrary: fc.constantFrom(...ENVELOPES) },
  );
  return fc
    .record({ changes: fc.array(change, { minLength: 1, maxLength: 2 }), envelope })
    .map(({ changes, envelope }) => {
      let pairs: Pair[] = names.map((one) => [one, percent(form[one] ?? "")]);
      for (const { name: one, value, how } of changes) {
        const others = pairs.filter(([other]) => other !== one);
        if (how === "instead") pairs = [...others, [one, value]];
        if (how === "twice") pairs = [...pairs, [one, value]];
        if (how === "missing") pairs = others;
        if (how === "list") pairs = [...others, [one.endsWith("[]") ? one.slice(0, -2) : `${one}[]`, value]];
        if (how === "nested") pairs = [...pairs, [`${one}[${one}]`, value], [`${one}.x`, value]];
        if (how === "proto")
          pairs = [
            ...pairs,
            ["__proto__", value],
            ["constructor[prototype]", value],
            ["_key", value],
            ["_version", value],
          ];
      }
      return { pairs, envelope };
    });
}

/** A session or a device that nobody has given. */
export const COOKIES = [
  "session=%",
  "session=%ff",
  "session=",
  "session==;;=",
  "session=a; session=b",
  'session="x',
  "x".repeat(6000),
  "__Host-session=x; session=[object Object]",
  "__proto__=x; toString=y",
  "ballot=%E0%A4%A; device=%%%",
  "=; ; =x; a",
];

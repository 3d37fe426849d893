import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import * as fields from "~/platform/fields";
import { NBSP } from "~/platform/language";
import { calendarDate, timeOf } from "~/platform/time";

/** The value, or the sentence beside the field. */
function read(schema: z.ZodType, typed: unknown) {
  const result = schema.safeParse(typed);
  return result.success
    ? result.data
    : result.error.issues.map(({ message }) => message.replaceAll(NBSP, " ")).join(" | ");
}
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."0123456789.,:-+/ złr@\u0000\u202e\t\n") }),
);
const everyField: [string, z.ZodType][] = [
  ["line", fields.line()],
  ["paragraph", fields.paragraph()],
  ["email", fields.email()],
  ["phone", fields.phone()],
  ["dateField", fields.dateField()],
  ["timeField", fields.timeField()],
  ["wholeNumber", fields.wholeNumber()],
  ["money", fields.money()],
  ["oneOf", fields.oneOf(["tak", "nie"])],
];

describe.each(everyField)("%s", (_, schema) => {
  test.each([undefined, null, "", "   ", "\u200b\n"])("%j is asked for", (typed) => {
    expect(read(schema, typed)).toMatch(/^(Proszę podać .+|Proszę wypełnić to pole|Proszę wybrać .+)\.$/);
    expect(read(fields.optional(schema as z.ZodType<unknown, string>), typed)).toBeNull();
  });

  test("a file, a list or a number in place of text is refused in Polish", () => {
    for (const typed of [new File([], "x"), ["a"], 5, {}]) {
      expect(read(schema, typed)).toMatch(/^Proszę (podać|wypełnić|wybrać) .+\.$/);
      expect(read(fields.optional(schema as z.ZodType<unknown, string>), typed)).toBe("Proszę wypełnić to pole.");
    }
  });

  test("never throws, and what it lets through it lets through again", () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const first = schema.safeParse(typed);
        if (first.success && typeof first.data === "string")
          expect(schema.safeParse(first.data)).toMatchObject({ success: true, data: first.data });
        else if (!first.success) expect(first.error.issues).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("text", () => {
  const title = fields.line({ label: "tytuł debaty", min: 3, max: 20 });

  test.each([
    ["  Debata   w Łące ", "Debata w Łące"],
    [undefined, "Proszę podać tytuł debaty."],
    ["ab", "Za krótkie: co najmniej 3 znaki, jest 2."],
    ["x".repeat(26), "Za długie: najwyżej 20 znaków, jest 26."],
    ["🚒".repeat(20), "🚒".repeat(20)],
    [`${"x".repeat(20)}\u200b\u202e  `, "x".repeat(20)],
  ])("%j", (typed, expected) => expect(read(title, typed)).toBe(expected));

  test("own sentences", () => {
    const place = fields.line({ max: 5, messages: { required: "Proszę wpisać miejsce.", tooLong: "Krócej." } });
    expect(read(place, "")).toBe("Proszę wpisać miejsce.");
    expect(read(place, "123456")).toBe("Krócej.");
  });

  test("several lines, and a megabyte", () => {
    expect(read(fields.paragraph(), " a \r\n b\r\n")).toBe("a\nb");
    expect(read(fields.paragraph({ max: 2000 }), "ą".repeat(1_000_000))).toBe(
      "Za długie: najwyżej 2000 znaków, jest 1 000 000.",
    );
  });

  test("a line never returns a control sign, nor more than was allowed", () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const result = title.safeParse(typed);
        if (!result.success) return;
        expect(result.data).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2066-\u2069]/u);
        expect([...result.data].length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("addresses and telephones", () => {
  test.each([
    [" Anna.Zielona@Example.COM ", "anna.zielona@example.com"],
    ["a+b@sc.policja.example", "a+b@sc.policja.example"],
    ["anna.przyklad@", "Adres „anna.przyklad@” jest niepełny. Powinien wyglądać tak: nazwa@adres.pl."],
    ["anna@localhost", "Adres „anna@localhost” jest niepełny. Powinien wyglądać tak: nazwa@adres.pl."],
    ["a@b.pl, c@d.pl", "Adres „a@b.pl, c@d.pl” jest niepełny. Powinien wyglądać tak: nazwa@adres.pl."],
    ["a..b@example.com", "Adres „a..b@example.com” jest niepełny. Powinien wyglądać tak: nazwa@adres.pl."],
    ["<a@example.com>", "Adres „<a@example.com>” jest niepełny. Powinien wyglądać tak: nazwa@adres.pl."],
    [
      `a@${"b".repeat(60)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.pl`,
      /^Za długie: najwyżej 254 znaki, jest 257\.$/,
    ],
    ["a@example.com\r\nBcc: x@example.com", /niepełny/],
  ])("%j", (typed, expected) =>
    expect(read(fields.email(), typed)).toEqual(
      expected instanceof RegExp ? expect.stringMatching(expected) : expected,
    ),
  );

  test.each([
    ["600100200", "600 100 200"],
    ["600-100-200", "600 100 200"],
    ["0048 600 100 200", "+48 600 100 200"],
    ["+48600100200", "+48 600 100 200"],
    ["(44) 123-45-67", "44 123 45 67"],
    ["0 44 123 45 67", "44 123 45 67"],
    ["44 123 45 67 wew. 12", "44 123 45 67 wew. 12"],
    ["+380 44 123 4567", "+380441234567"],
  ])("%j", (typed, expected) => expect(read(fields.phone(), typed)).toBe(expected));

  test.each(["12", "112", "60010020", "6001002000", "+48 60010020", "telefon", "600 100 20a"])(
    "%j is no number",
    (typed) => expect(read(fields.phone(), typed)).toMatch(/^Proszę podać numer telefonu z 9 cyfr/),
  );
});

describe("dates and hours", () => {
  const between = fields.dateField({ min: calendarDate("2026-01-01"), max: calendarDate("2026-12-31") });

  test.each([
    ["18.3.2026", "2026-03-18"],
    ["2026-03-18", "2026-03-18"],
    ["jutro", "Proszę podać datę, na przykład 18.03.2026."],
    ["29.02.2027", "Takiej daty nie ma w kalendarzu: 29.02.2027."],
    ["czwartek, 18.03.2026", "Dzień tygodnia nie zgadza się z datą: czwartek, 18.03.2026."],
    ["31.12.2025", "Najwcześniejsza możliwa data to 01.01.2026."],
    ["01.01.2027", "Najpóźniejsza możliwa data to 31.12.2026."],
  ])("%j", (typed, expected) => expect(read(between, typed)).toBe(expected));

  test.each([
    ["17.00", "17:00"],
    ["8", "08:00"],
    ["rano", "Proszę podać godzinę, na przykład 17:00."],
    ["25:00", "Takiej godziny nie ma: 25:00."],
  ])("%j", (typed, expected) => expect(read(fields.timeField(), typed)).toBe(expected));

  const meeting = z
    .object({ on: fields.dateField(), from: fields.timeField() })
    .transform(({ on, from }, ctx) => fields.instantOf(on, from, ctx, "from"));

  test("a day and an hour make an instant", () => {
    expect(read(meeting, { on: "18.03.2026", from: "17" })).toEqual(new Date("2026-03-18T16:00:00Z"));
    expect(read(meeting, { on: "31.10.2027", from: "2:30" })).toEqual(new Date("2027-10-31T00:30:00Z"));
  });

  test("the hour that is missing is said beside its field", () => {
    expect(meeting.safeParse({ on: "28.03.2027", from: "2:30" }).error?.issues).toMatchObject([
      {
        path: ["from"],
        message: "W dniu 28.03.2027 zegary przestawia się do przodu i godziny 02:30 nie ma. Proszę podać inną.",
      },
    ]);
  });

  test("every minute typed is the minute read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const typed = `${hour}.${String(minute).padStart(2, "0")}`;
        expect(read(fields.timeField(), typed)).toBe(timeOf(hour, minute));
      }),
    );
  });
});

describe("numbers", () => {
  test.each([
    ["60", 60],
    ["1 250", 1250],
    ["0", "Najmniej może być 1."],
    ["-5", "Najmniej może być 1."],
    ["2000", "Najwięcej może być 1500."],
    ["99999999999999999999", "Proszę podać liczbę całkowitą, na przykład 60."],
    ["1,5", "Proszę podać liczbę całkowitą, na przykład 60."],
    ["1e3", "Proszę podać liczbę całkowitą, na przykład 60."],
    ["0x10", "Proszę podać liczbę całkowitą, na przykład 60."],
  ])("%j", (typed, expected) => expect(read(fields.wholeNumber({ min: 1, max: 1500 }), typed)).toBe(expected));

  test.each([
    ["33 000 zł", 3_300_000],
    ["33000", 3_300_000],
    ["33.000", 3_300_000],
    ["220,50", 22_050],
    ["220.50 PLN", 22_050],
    ["1.234,56", 123_456],
    ["0,05", 5],
    ["0,5", "Proszę podać kwotę, na przykład 33 000 albo 220,50."],
    ["-5", "Proszę podać kwotę, na przykład 33 000 albo 220,50."],
    ["dużo", "Proszę podać kwotę, na przykład 33 000 albo 220,50."],
    ["20 000 001", "Kwota może wynosić najwyżej 20 000 000 zł."],
  ])("%j", (typed, expected) => expect(read(fields.money(), typed)).toBe(expected));

  test("no grosz is lost", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (grosze) => {
        const typed = `${Math.trunc(grosze / 100)},${String(grosze % 100).padStart(2, "0")}`;
        expect(read(fields.money(), typed)).toBe(grosze);
      }),
    );
  });
});

describe("choices", () => {
  test.each([
    ["tak", "tak"],
    ["może", "Proszę wybrać odpowiedź."],
    ["toString", "Proszę wybrać odpowiedź."],
    ["TAK", "Proszę wybrać odpowiedź."],
  ])("%j", (typed, expected) =>
    expect(read(fields.oneOf(["tak", "nie"], { label: "odpowiedź" }), typed)).toBe(expected),
  );

  test.each([
    ["on", true],
    [true, true],
    ["1", true],
    [undefined, false],
    ["", false],
    [false, false],
    ["off", false],
  ])("a box with %j is %s", (typed, ticked) => expect(read(fields.checkbox(), typed)).toBe(ticked));

  test("a box that has to be ticked", () => {
    expect(read(fields.checkbox({ required: true }), undefined)).toBe("Proszę zaznaczyć to pole, żeby przejść dalej.");
    expect(read(fields.checkbox({ required: "Zaznacz zgodę." }), "")).toBe("Zaznacz zgodę.");
    expect(read(fields.checkbox({ required: true }), "on")).toBe(true);
  });
});

describe("a form of fields", () => {
  const form = z.object({
    title: fields.line({ label: "tytuł" }),
    mail: fields.optional(fields.email()),
    on: fields.dateField(),
    kind: fields.oneOf(["open", "closed"]),
    seats: fields.optional(fields.wholeNumber({ min: 1 })),
    consent: fields.checkbox(),
  });
  // The types are part of the promise: this line does not compile when they change.
  const typed: { title: string; mail: string | null; kind: "open" | "closed"; seats: number | null; consent: boolean } =
    form.parse({ title: "A", mail: "", on: "18.03.2026", kind: "open" });

  test("reads what was sent and gives null for what was left out", () => {
    expect(typed).toEqual({ title: "A", mail: null, on: "2026-03-18", kind: "open", seats: null, consent: false });
  });

  test("an empty form gets one sentence for each field that is needed", () => {
    const issues = form.safeParse({}).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    expect(issues).toEqual([
      "title: Proszę podać tytuł.",
      "on: Proszę podać datę.",
      "kind: Proszę wybrać jedną z możliwości.",
    ]);
  });

  test("an optional field that is wrong says what its field would", () => {
    expect(read(fields.optional(fields.email()), "a@")).toMatch(/^Adres „a@” jest niepełny/);
    expect(read(fields.optional(fields.wholeNumber({ max: 5 })), "6")).toBe("Najwięcej może być 5.");
  });
});

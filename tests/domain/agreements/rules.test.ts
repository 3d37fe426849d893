import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messages, termsRefusal } from "~/domain/agreements/messages.pl";
import { byMonth, decideUse, hasEnded, sumOf } from "~/domain/agreements/rules";
import { completePrice, decideTerms, divided, MOST_GROSZE, spent } from "~/domain/agreements/rules.terms";
import { agreementSchema } from "~/domain/agreements/schema";
import { formatMoney } from "~/platform/language";
import { addDays, calendarDate } from "~/platform/time";
import { aUse, OPOCZNICA } from "../../setup/factories.agreements";

const NOW = new Date("2026-06-02T08:00:00Z");
const NOTHING = { amountGrosze: null, services: null, unitPriceGrosze: null };
const price = (over: Partial<Parameters<typeof completePrice>[0]>) => completePrice({ ...NOTHING, ...over });
const amounts = fc.integer({ min: 1, max: MOST_GROSZE });
const counts = fc.integer({ min: 1, max: 100_000 });

describe("the price", () => {
  const whole = { amountGrosze: 3_300_000, services: 150, unitPriceGrosze: 22_000 };
  test.each([
    [{ amountGrosze: 3_300_000, services: 150 }],
    [{ amountGrosze: 3_300_000, unitPriceGrosze: 22_000 }],
    [{ services: 150, unitPriceGrosze: 22_000 }],
    [whole],
  ])("33 000 zł, 150 services, 220 zł, whichever two are typed (%j)", (typed) => {
    expect(price(typed)).toEqual({ ok: true, value: whole });
    expect(messages.price(whole)).toBe("150\u00a0służb po 220\u00a0zł");
  });

  test.each([
    [{}, "two_of_three"],
    [{ services: 150 }, "two_of_three"],
    [{ amountGrosze: 100 }, "two_of_three"],
    [{ unitPriceGrosze: 100 }, "two_of_three"],
    [{ amountGrosze: 100, services: 0 }, "no_services"],
    [{ amountGrosze: 3_305_000, unitPriceGrosze: 22_000 }, "not_whole_services"],
    [{ amountGrosze: 100, unitPriceGrosze: 0 }, "not_whole_services"],
    [{ amountGrosze: 100, unitPriceGrosze: 200 }, "not_whole_services"],
    [{ amountGrosze: 3_305_000, services: 150, unitPriceGrosze: 22_000 }, "contradiction"],
    [{ amountGrosze: 3_300_000, services: 151, unitPriceGrosze: 22_000 }, "contradiction"],
    [{ services: 100_000, unitPriceGrosze: 20_001 }, "too_much_money"],
  ])("%j is refused: %s", (typed, reason) => expect(price(typed)).toEqual({ ok: false, reason }));

  test("a contradiction is told with its numbers, and a remainder is said openly", () => {
    const terms = { ...OPOCZNICA, amountGrosze: 3_305_000, unitPriceGrosze: 22_000 };
    expect(termsRefusal("contradiction", terms)).toBe(
      "150\u00a0służb po 220\u00a0zł to 33\u00a0000\u00a0zł, a wpisano kwotę 33\u00a0050\u00a0zł: o 50\u00a0zł więcej. Proszę poprawić jedną z tych liczb.",
    );
    expect(termsRefusal("not_whole_services", { ...terms, services: null })).toContain(
      "150\u00a0służb po 220\u00a0zł i 50\u00a0zł reszty",
    );
    expect(price({ amountGrosze: 10_000, services: 3 })).toMatchObject({ value: { unitPriceGrosze: null } });
    expect(messages.price({ amountGrosze: 10_000, services: 3, unitPriceGrosze: null })).toBe(
      "3\u00a0służby po 33,33\u00a0zł i 0,01\u00a0zł reszty",
    );
  });

  test("is right to the grosz for every amount and number", () => {
    fc.assert(
      fc.property(amounts, counts, (amountGrosze, services) => {
        const { unitPriceGrosze, remainderGrosze } = divided(amountGrosze, services);
        // A second way: whole numbers without a bound.
        expect(BigInt(unitPriceGrosze) * BigInt(services) + BigInt(remainderGrosze)).toBe(BigInt(amountGrosze));
        expect(remainderGrosze >= 0 && remainderGrosze < services && Number.isInteger(unitPriceGrosze)).toBe(true);
        const typed = price({ amountGrosze, services, unitPriceGrosze });
        expect(typed).toMatchObject({ ok: true, value: { amountGrosze, services } });
        expect(price({ amountGrosze, services, unitPriceGrosze: unitPriceGrosze + 1 }).ok).toBe(false);
      }),
    );
  });

  test("what is spent and what is left are always the whole, and nothing is left at the end", () => {
    fc.assert(
      fc.property(amounts, counts, fc.double({ min: 0, max: 1, noNaN: true }), (amountGrosze, services, share) => {
        const read = price({ amountGrosze, services });
        if (!read.ok) throw new Error(read.reason);
        const used = Math.floor(services * share);
        const { spentGrosze, leftGrosze, leftServices } = spent(read.value, used);
        expect([spentGrosze + leftGrosze, used + leftServices]).toEqual([amountGrosze, services]);
        expect(Number.isInteger(spentGrosze) && spentGrosze >= 0 && leftGrosze >= 0).toBe(true);
        expect(spent(read.value, services).leftGrosze).toBe(0);
      }),
    );
  });
});

describe("the form", () => {
  const typed = {
    ...OPOCZNICA,
    ...{ signedOn: "27.02.2026", startsOn: "1 marca 2026", endsOn: "2026-12-31", services: "", unitPriceGrosze: "" },
  };
  const amountOf = (text: string) => agreementSchema.safeParse({ ...typed, amountGrosze: text }).data?.amountGrosze;

  test.each([
    ["33 000 zł", 3_300_000],
    ["33\u00a0000,00\u00a0zł", 3_300_000],
    ["33\u202f000,00 zł", 3_300_000],
    ["33000", 3_300_000],
    ["33.000,00", 3_300_000],
    ["33000.00 PLN", 3_300_000],
    ["33 000,-", 3_300_000],
    ["220,05 zł", 22_005],
    ["0,01", 1],
    ["0,00", undefined],
    ["33 000,5", undefined],
    ["33 00 000", undefined],
    ["-220", undefined],
    ["1e5", undefined],
    ["tysiąc", undefined],
    ["20 000 000,01", undefined],
  ])("%j is %j grosze", (text, grosze) => expect(amountOf(text)).toBe(grosze));

  test("what is printed is read back to the grosz, with any blank in it", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(" ", "\u00a0", "\u202f", ""), (grosze, blank) => {
        expect(amountOf(formatMoney(grosze).replaceAll("\u00a0", blank))).toBe(grosze);
        const full = `${Math.floor(grosze / 100)},${String(grosze % 100).padStart(2, "0")}${blank}zł`;
        expect(amountOf(full)).toBe(grosze);
      }),
    );
  });

  test("parties are two at least, a line each", () => {
    const parties = (text: string) =>
      agreementSchema.safeParse({ ...typed, amountGrosze: "1", parties: text }).data?.parties;
    expect(parties("Gmina")).toBeUndefined();
    expect(parties("Gmina\r\n\r\n Powiat \nKomenda\n")).toBe("Gmina\nPowiat\nKomenda");
  });
});

describe("terms", () => {
  const entered = { services: 96, first: calendarDate("2026-03-15"), last: calendarDate("2026-08-31") };
  test.each([
    [{}, undefined],
    [{ endsOn: OPOCZNICA.startsOn }, "entries_outside"],
    [{ startsOn: calendarDate("2026-03-16") }, "entries_outside"],
    [{ endsOn: OPOCZNICA.signedOn }, "ends_before_start"],
    [{ services: 95 }, "fewer_than_used"],
    [{ services: 96 }, undefined],
  ])("%j over what was entered: %s", (over, reason) =>
    expect(decideTerms({ ...OPOCZNICA, ...over }, entered)).toMatchObject(reason ? { reason } : { ok: true }),
  );
});

describe("an entry", () => {
  const agreement = { startsOn: OPOCZNICA.startsOn, endsOn: OPOCZNICA.endsOn, services: 150 };
  const before = [aUse({ services: 90 }), aUse({ usedOn: calendarDate("2026-04-01"), services: 6, fined: 2 })];
  const april = { usedOn: calendarDate("2026-04-01"), note: "Pomyłka." };
  test.each([
    [{ services: 1 }, 97],
    [{ services: 54 }, 150],
    [{ services: 55 }, "too_many"],
    [{ services: 0 }, "nothing_used"],
    [{ services: 1, place: "" }, "place_missing"],
    [{ ...april, services: -6 }, 90],
    [{ ...april, services: -7 }, "fewer_than_none"],
    [{ ...april, services: -1, note: "" }, "reason_missing"],
    [{ ...april, services: 0, fined: -2 }, 96],
    [{ ...april, services: 0, fined: -3 }, "fewer_than_none"],
    [{ services: 0, cautioned: 4 }, 96],
    [{ usedOn: calendarDate("2026-02-28") }, "outside_period"],
    [{ usedOn: calendarDate("2026-06-02") }, 98],
    [{ usedOn: calendarDate("2026-06-03") }, "in_future"],
  ])("%j: %s", (over, expected) => {
    const decided = decideUse(agreement, before, aUse(over), NOW);
    expect(decided.ok ? decided.value : decided.reason).toBe(expected);
  });

  test("the last day of the period counts, the next does not; a day is a day in Poland", () => {
    const on = (day: string, now: string) =>
      decideUse(agreement, [], aUse({ usedOn: calendarDate(day) }), new Date(now));
    expect(on("2026-12-31", "2027-01-05T08:00:00Z")).toMatchObject({ ok: true });
    expect(on("2027-01-01", "2027-01-05T08:00:00Z")).toEqual({ ok: false, reason: "outside_period" });
    expect(on("2026-06-03", "2026-06-02T21:59:59Z")).toEqual({ ok: false, reason: "in_future" });
    expect(on("2026-06-03", "2026-06-02T22:00:00Z")).toMatchObject({ ok: true });
  });

  test("months add up to the whole, and none is left out", () => {
    const days = fc.integer({ min: 0, max: 93 }).map((n) => addDays(OPOCZNICA.startsOn, n));
    fc.assert(
      fc.property(fc.array(fc.tuple(days, fc.integer({ min: 1, max: 9 }))), (made) => {
        const entries = made.map(([usedOn, services]) => aUse({ usedOn, services }));
        const months = byMonth(agreement, entries, NOW);
        expect(months.map(({ month }) => month)).toEqual(["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"]);
        expect(sumOf(months).services).toBe(sumOf(entries).services);
      }),
    );
  });

  test("it has ended when all is served or the period is over", () => {
    expect(hasEnded({ ...agreement, servicesUsed: 149 }, NOW)).toBe(false);
    expect(hasEnded({ ...agreement, servicesUsed: 150 }, NOW)).toBe(true);
    expect(hasEnded({ ...agreement, servicesUsed: 0 }, new Date("2027-01-01T08:00:00Z"))).toBe(true);
  });
});

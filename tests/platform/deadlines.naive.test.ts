import { expect, test } from "vitest";
import { explainTerm, TERMS, type TermName, termEnd } from "~/platform/deadlines";
import { easterOf, holidayOn } from "~/platform/holidays";
import { calendarDate } from "~/platform/time";

/**
 * The same law written a second time, slowly and by other means: days are walked one by one, Easter is Gauss's, the
 * list of holidays is typed anew. Shares nothing with the engine but the lengths of the terms, which are typed here too.
 */
const LENGTHS: Record<TermName, [number, "days" | "months"]> = {
  art_243: [7, "days"],
  art_244: [1, "months"],
  art_247: [14, "days"],
  petition: [3, "months"],
  completion: [7, "days"],
  commitment: [1, "months"],
  courtesy: [1, "months"],
};

class Walker {
  constructor(
    public y: number,
    public m: number,
    public d: number,
    public weekday: number,
  ) {}
  static readonly lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  lastOfMonth() {
    const isLeap = (this.y % 4 === 0 && this.y % 100 !== 0) || this.y % 400 === 0;
    return this.m === 2 && isLeap ? 29 : Walker.lengths[this.m - 1]!;
  }
  next() {
    const weekday = (this.weekday + 1) % 7;
    if (this.d < this.lastOfMonth()) return new Walker(this.y, this.m, this.d + 1, weekday);
    return this.m < 12 ? new Walker(this.y, this.m + 1, 1, weekday) : new Walker(this.y + 1, 1, 1, weekday);
  }
  text() {
    return [this.y, this.m, this.d].map((n) => String(n).padStart(2, "0")).join("-");
  }
}

/** Gauss, with the two exceptions; for 1900–2099 only. Days after 22 March. */
function gauss(year: number) {
  const d = (19 * (year % 19) + 24) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
  if (d === 29 && e === 6) return 19 - 22 + 31;
  if (d === 28 && e === 6 && year % 19 > 10) return 18 - 22 + 31;
  return d + e;
}

const moving = new Map<number, Set<string>>();
function movingOf(year: number) {
  const known = moving.get(year);
  if (known) return known;
  const found = new Set<string>();
  let [day, since] = [new Walker(year, 3, 22, 0), -gauss(year)];
  for (; since <= 60; since++, day = day.next()) if ([0, 1, 49, 60].includes(since)) found.add(day.text());
  moving.set(year, found);
  return found;
}

function isFree(day: Walker) {
  if (day.weekday === 6 || day.weekday === 0) return true;
  const [on, { y }] = [day.text().slice(5), day];
  if ("01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-25 12-26".split(" ").includes(on)) return true;
  if (on === "12-24") return y >= 2025;
  return day.text() === "2018-11-12" || movingOf(y).has(day.text());
}

function naiveEnd(name: TermName, received: Walker) {
  const [many, unit] = LENGTHS[name];
  let day = received;
  if (unit === "days") for (let n = 0; n < many; n++) day = day.next();
  else {
    for (let n = 0; n < many; n++) {
      const month = day.m;
      while (day.m === month) day = day.next(); // the first of the next month
    }
    while (day.d < received.d && day.d < day.lastOfMonth()) day = day.next();
  }
  while (isFree(day)) day = day.next();
  return day.text();
}

const FRIDAY = 5;

test("every day of twenty years, every term: both count the same", () => {
  const differ: string[] = [];
  let many = 0;
  for (let day = new Walker(2016, 1, 1, FRIDAY); day.y <= 2035; day = day.next()) {
    const received = calendarDate(day.text());
    for (const name of Object.keys(TERMS) as TermName[]) {
      const naive = naiveEnd(name, day);
      const explained = explainTerm(name, received);
      if (termEnd(name, received) !== naive || explained.end !== naive)
        differ.push(`${name} ${received}: ${naive} or ${termEnd(name, received)}`);
      many++;
    }
  }
  expect(differ).toEqual([]);
  expect(many).toBe(7305 * 7);
});

test("Easter by two ways of counting, and what moves with it", () => {
  for (let year = 1900; year <= 2099; year++) {
    expect([...movingOf(year)][0]).toBe(easterOf(year));
    for (const day of movingOf(year)) expect(holidayOn(calendarDate(day))).not.toBeNull();
  }
});

import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { workOutboxOff } from "~/jobs.server";
import { config } from "~/platform/config.server";
import { tokenOf } from "~/platform/links.server";
import { openMailer } from "~/platform/smtp.server";
import { cleanLine } from "~/platform/text";
import { startMailbox } from "../browser/harness/mailbox";
import { formsOf, QUERY, routesWithForms } from "../setup/bad-input";
import { announce, isCampaign, wanted } from "../setup/campaign";
import { pathOf } from "../setup/cells";
import { anAdmittedMotion } from "../setup/factories.motions";
import { aTask } from "../setup/factories.tasks";
import { bodyOf, COOKIES, hostile, spoiled } from "../setup/hostile";
import { aFullUnit, type Door, type FullUnit, ROUTES } from "../setup/matrix";
import { pagesOf } from "../setup/pdf";
import { faultsOfCalendar, faultsOfCsv, faultsOfPage, faultsOfXml } from "../setup/sinks";
import { ADDRESSES, BUILD } from "../setup/site";
import { type Answer, openBuilt, openWeb, type Question, type Web } from "../setup/web";

const INPUTS = isCampaign ? (wanted ?? 25_000) : 120;
const AT_ONCE = isCampaign ? 6 : 4;
const HOUR_MS = 3_600_000;
/** What a door lets through and every reader of it has to bear. */
const TAIL = cleanLine(
  ` <img src=x onerror=xqx()> "'><xqx onmouseover=xqx()> ]]> {{xqx}} [[link:desk:xqx:1]] ;X-XQX=1: \\nX-XQX:1 %s 👩‍👩‍👧‍👦 ${"zażółć gęślą jaźń".normalize("NFD")}`,
);

let unit: FullUnit;
let web: Web;
const mailbox = await startMailbox();
beforeAll(async () => {
  config.smtpUrl = mailbox.url;
  unit = await aFullUnit("zzqx", {}, TAIL);
  const motion = await anAdmittedMotion(unit.scope, unit.ids.debate, { text: `=1+xqx() ${TAIL}`, place: "@xqx" });
  await aTask({ motionIds: [motion.id], title: "=1+xqx()" }, { ...unit, debateId: unit.ids.debate, now: new Date() });
  web = isCampaign ? await openBuilt({ env: { SMTP_URL: mailbox.url } }) : await openWeb();
}, 180_000);
afterAll(async () => {
  await web?.close();
  await mailbox.stop();
});

const addressOf = (route: string, params: Record<string, string>) =>
  pathOf(ADDRESSES.find((one) => one.route === route)?.path ?? "", params);
const isDrawn = (route: string) => /pdf|docx|\.\$file/.test(route);

type Input = { what: string; question: Question };

/** A form with something wrong in it, at its own door, by somebody who may send it. */
const form = (): fc.Arbitrary<Input> => {
  const forms = routesWithForms.flatMap((route) => formsOf(route, unit).map((one) => ({ route, one })));
  return fc.constantFrom(...forms).chain(({ route, one }) =>
    fc.record({ sent: spoiled(one), data: fc.integer({ min: 0, max: 5 }) }).map(({ sent, data }) => ({
      what: `${route} ${JSON.stringify(sent).slice(0, 400)}`,
      question: {
        path:
          addressOf(route, unit.params(route)) +
          (data === 0 ? ".data" : "") +
          (route.includes("bodies") ? "?form=body" : ""),
        method: "POST",
        cookie: route === "logout" ? undefined : unit.people.admin.cookie, // the others still need it
        ...bodyOf(sent.pairs, sent.envelope),
      },
    })),
  );
};

/** An address with something wrong in its query, its names, or a header. */
const address = (): fc.Arbitrary<Input> => {
  const routes = Object.keys(ROUTES).filter((route) => ROUTES[route]?.loader && !isDrawn(route) && route !== "logout");
  const pair = fc.constantFrom(...QUERY.split(" ")).chain((name) => hostile("1").map((value) => `${name}=${value}`));
  return fc
    .record({
      route: fc.constantFrom(...routes),
      query: fc.array(pair, { maxLength: 3 }),
      name: hostile(""),
      which: fc.integer({ min: 0, max: 7 }),
      // Seldom, because behind a gate that does not open nothing else is tried.
      cookie: fc.oneof(
        { weight: 11, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom(...COOKIES) },
      ),
    })
    .map(({ route, query, name, which, cookie }) => {
      const params = unit.params(route);
      const names = [...(ADDRESSES.find((one) => one.route === route)?.path ?? "").matchAll(/:(\w+)/g)].map(
        ([, one = ""]) => one,
      );
      const spoilt = names[which];
      const path = addressOf(route, spoilt ? { ...params, [spoilt]: "HOSTILE" } : params).replace(
        "HOSTILE",
        name.replaceAll("%2F", "/"),
      );
      const search = query.length ? `?${query.join("&")}` : "";
      return {
        what: `${route} ${path.slice(0, 200)}${search.slice(0, 400)} ${cookie ?? ""}`,
        question: { path: path.slice(0, 6000) + search.slice(0, 8000), cookie: cookie ?? unit.people.admin.cookie },
      };
    });
};

/** Where a text would have become a part of the page, in the bytes themselves. As the `value` of a field it is a text. */
const RAW =
  /<(?:xqx|img src=x|svg\/|iframe|base )|<script>xqx|<[a-z][^<>&]*\son\w+=["']?xqx|(?<!\svalue)="javascript:/i;
const isPage = ({ headers }: Answer) => String(headers["content-type"]).startsWith("text/html");

function faultOf({ what }: Input, answer: Answer) {
  const { status, headers, body } = answer;
  if (status >= 500) return `${status}: ${what}`;
  const names = Object.entries(headers).filter(
    ([name, value]) => /xqx/i.test(name) || (name === "set-cookie" && /xqx/.test(String(value))),
  );
  if (names.length > 0 || /^(?:https?:)?\/\/(?!app\.test)/.test(headers.location ?? "")) return `a header: ${what}`;
  const raw = isPage(answer) ? RAW.exec(body.toString("utf8")) : null;
  return raw ? `${raw[0]} in the page: ${what}` : undefined;
}

async function throwAt(at: Web, inputs: Input[]) {
  const left = [...inputs];
  const faults: string[] = [];
  const statuses: Record<string, number> = {};
  const walk = async () => {
    for (let input = left.pop(); input; input = left.pop()) {
      const answer = await at.ask(input.question).catch((error: Error) => error);
      const fault = answer instanceof Error ? `${answer.message}: ${input.what}` : faultOf(input, answer);
      if (fault) faults.push(fault);
      const status = answer instanceof Error ? "none" : String(answer.status);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return { faults, statuses };
}

const QUICK_SEED = 20_260_318;
const seed = isCampaign ? Date.now() % 2 ** 31 : QUICK_SEED;
const sample = (many: number) => [
  ...fc.sample(form(), { seed, numRuns: Math.ceil(many * 0.6) }),
  ...fc.sample(address(), { seed, numRuns: Math.floor(many * 0.4) }),
];

test("whatever stands in a form, an address or a header: an answer, and nothing of it becomes a part of a page", {
  timeout: HOUR_MS,
}, async () => {
  const { faults, statuses } = await throwAt(web, sample(INPUTS));
  const failed = Object.entries(statuses).reduce((sum, [status, many]) => sum + (Number(status) < 500 ? 0 : many), 0);
  announce({
    inputs: INPUTS,
    seed,
    "5xx or none": failed,
    injected: faults.length - failed,
    answers: JSON.stringify(statuses),
  });
  expect(faults).toEqual([]);
  for (const status of ["200", "303", "404", "422"]) expect(statuses[status], status).toBeGreaterThan(0);
});

/** A document that takes long comes as a page that asks again. */
async function patiently(path: string, cookie?: string): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const answer = await web.ask({ path, cookie });
    if (answer.status !== 202 || tries > 60) return answer;
    await new Promise((later) => setTimeout(later, 500));
  }
}

test("every page of the unit is still ours", { timeout: HOUR_MS }, async () => {
  const faults: string[] = [];
  let read = 0;
  for (const { route } of ADDRESSES) {
    if (!ROUTES[route]?.loader || isDrawn(route) || route.includes("events")) continue;
    const path = addressOf(route, unit.params(route));
    const answer = await web.ask({ path, cookie: route === "logout" ? undefined : unit.people.admin.cookie });
    if (answer.status >= 500) faults.push(`${route}: ${answer.status}`);
    if (!isPage(answer)) continue;
    const html = answer.body.toString("utf8");
    if (html.includes("xqx")) read++;
    faults.push(...faultsOfPage(html).map((fault) => `${route}: ${fault}`));
  }
  announce({ "pages parsed with such texts": read });
  expect(faults).toEqual([]);
  expect(read).toBeGreaterThan(20);
});

test("nothing of it lives in sheets, calendars, feeds and letters", { timeout: HOUR_MS }, async () => {
  const { cookie } = unit.people.admin;
  const textOf = async (route: string, query = "") => {
    const { status, body } = await web.ask({ path: addressOf(route, unit.params(route)) + query, cookie });
    expect([route, status]).toEqual([route, 200]);
    return body.toString("utf8");
  };
  const sheets = [await textOf("o.$unit.tasks[.]csv", "?show=all"), await textOf("u.$unit.tracker[.]csv")].map(
    faultsOfCsv,
  );
  expect(sheets.flatMap(({ faults }) => faults)).toEqual([]);
  expect(Math.min(...sheets.map(({ kept }) => kept))).toBeGreaterThan(0);
  for (const route of ["u.$unit.calendar[.]ics", "u.$unit.debates.$slug.event[.]ics"]) {
    const text = await textOf(route);
    expect([route, faultsOfCalendar(text)]).toEqual([route, []]);
    expect(text.replaceAll("\r\n ", "")).toContain("xqx");
  }
  const feed = await textOf("u.$unit.feed[.]atom");
  expect(faultsOfXml(feed)).toEqual([]);
  expect(feed).toContain("xqx");
  const data = await textOf("u.$unit.tracker[.]json");
  expect(JSON.stringify(JSON.parse(data))).toContain("xqx");

  const mailer = openMailer();
  await workOutboxOff(mailer?.deliver);
  await mailer?.close();
  const letters = mailbox.mails.filter(({ text = "", subject = "" }) => (text + subject).includes("xqx"));
  const typed = tokenOf("desk", "xqx");
  for (const { to, recipient, headers, html, cc, bcc, calendar, ...mail } of mailbox.mails) {
    const known = [to].flat().flatMap((one) => one?.value.map(({ address }) => address) ?? []);
    expect(known).toEqual([recipient]);
    expect([cc, bcc, [...headers.keys()].filter((name) => /xqx/.test(name))]).toEqual([undefined, undefined, []]);
    expect([mail.subject, faultsOfPage(html || "")]).toEqual([mail.subject, []]);
    if (calendar) expect(faultsOfCalendar(calendar)).toEqual([]);
    expect(`${mail.text}${html}`).not.toContain(typed);
  }
  announce({ letters: mailbox.mails.length, "with such texts": letters.length });
  expect(letters.length).toBeGreaterThan(2);
});

/** Drawing them takes longer than everything else here. */
const testLong = isCampaign ? test : () => {};
testLong("papers can be opened and say it as a text", { timeout: HOUR_MS }, async () => {
  const { cookie } = unit.people.admin;
  let papers = 0;
  for (const route of [
    "o.$unit.debates.$id.minutes[.]pdf",
    "u.$unit.debates.$slug.poster[.]pdf",
    "u.$unit.debates.$slug.report[.]pdf",
    "o.$unit.tasks.agreements.$agreement_.report[.]pdf",
    "u.$unit.debates.$slug.minutes[.]pdf",
  ]) {
    const { status, body } = await patiently(addressOf(route, unit.params(route)), cookie);
    expect([route, status]).toEqual([route, 200]);
    expect((await pagesOf(body)).join(" ").length, route).toBeGreaterThan(100);
    expect(body.toString("latin1")).not.toMatch(/\/(?:JavaScript|JS|Launch|OpenAction|EmbeddedFile)\b/);
    papers++;
  }
  const word = "u.$unit.debates.$slug.minutes[.]docx";
  const { status, body } = await patiently(addressOf(word, unit.params(word)), cookie);
  expect([word, status]).toEqual([word, 200]);
  const file = join(config.dataDir, "hostile.docx");
  writeFileSync(file, body);
  const inside = (name: string) => execFileSync("unzip", ["-p", file, name], { encoding: "utf8" });
  expect(faultsOfXml(inside("word/document.xml"))).toEqual([]);
  const targets = inside("word/_rels/document.xml.rels").match(/Target="[^"]*" TargetMode="External"/g) ?? [];
  expect(targets.filter((target) => !target.includes(config.publicUrl.host))).toEqual([]);
  rmSync(file);
  announce({ papers: papers + 1 });
});

test("a planted failure and a planted hole are seen", async () => {
  const text = async ({ request }: Parameters<Door>[0]) => new URLSearchParams(await request.text()).get("name") ?? "";
  const broken: Door = async (args) => {
    if ((await text(args)).includes("'")) throw new Error("planted");
    return new Response(null, { status: 422 });
  };
  const hole: Door = async (args) =>
    new Response(`<!doctype html><p>${await text(args)}`, { headers: { "Content-Type": "text/html" } });
  const route = "u.$unit.debates.$slug.register";
  // Always the same: what a chance seed plants too rarely would be no fault of the service.
  const inputs = fc.sample(spoiled({ name: "x" }), { seed: QUICK_SEED, numRuns: 150 }).map(
    (sent): Input => ({
      what: "planted",
      question: { path: addressOf(route, unit.params(route)), method: "POST", ...bodyOf(sent.pairs, "plain") },
    }),
  );
  for (const [what, action] of Object.entries({ broken, hole })) {
    const one = BUILD.routes[route]!;
    const { default: _, ...rest } = one.module;
    const module = { ...rest, action } as unknown as typeof one.module;
    const planted = await openWeb({ ...BUILD, routes: { ...BUILD.routes, [route]: { ...one, module } } });
    const { faults } = await throwAt(planted, inputs);
    await planted.close();
    const seen = faults.filter((fault) =>
      what === "broken" ? fault.startsWith("500") : fault.includes("in the page"),
    );
    expect([what, seen.length]).toEqual([what, expect.toSatisfy((many: number) => many > 3)]);
  }
  vi.mocked(console.error).mockClear(); // the planted failure was heard
  announce({ "planted failure and hole": "seen" });
});

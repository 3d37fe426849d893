import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./harness/browser";
import { type Mailbox, startMailbox } from "./harness/mailbox";
import { type Service, startService } from "./harness/service";

let mailbox: Mailbox;
let service: Service;

beforeAll(async () => {
  mailbox = await startMailbox();
  service = await startService({ mailbox });
});
afterAll(async () => {
  await service?.stop();
  await mailbox?.stop();
});

test("the built server is alive, ready and alone", async () => {
  const [alive, ready] = await Promise.all([fetch(`${service.url}/healthz`), fetch(`${service.url}/readyz`)]);
  expect([alive.status, ready.status]).toEqual([200, 200]);
  expect(service.log()).toContain(service.url);
});

test("the first page can be read with and without JavaScript, on a phone and at a desk", async () => {
  const browser = await openBrowser(service);
  for (const screen of ["phone", "desk"] as const) {
    for (const javaScript of [true, false]) {
      const person = await browser.person({ screen, javaScript });
      await person.visit("/login", { name: "login" });
      await person.close();
    }
  }
  const problems = browser.problems();
  await browser.close();
  expect(problems).toEqual([]);
});

test("a letter arrives as its reader sees it, unless the server is told to refuse", async () => {
  const transport = createTransport({ url: mailbox.url });
  const letter = {
    from: "debata@policja.test",
    to: { name: "Burmistrz Ząbków", address: "burmistrz@gmina.test" },
    subject: "Zaproszenie na debatę",
    text: "Odpowiedź: http://127.0.0.1:1/i/abc.",
    html: '<p>Żółć <a href="http://127.0.0.1:1/i/abc">odpowiedz</a></p>',
    icalEvent: { method: "REQUEST", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" },
  };
  mailbox.refuseNext(450);
  await expect(transport.sendMail(letter)).rejects.toMatchObject({ responseCode: 450 });
  await transport.sendMail(letter);
  const mail = await mailbox.waitFor({ to: "burmistrz@gmina.test", subject: /debatę/ });
  expect(mail).toMatchObject({ subject: letter.subject, links: ["http://127.0.0.1:1/i/abc"] });
  expect(mail.calendar).toContain("BEGIN:VCALENDAR");
  transport.close();
});

/** What the harness is for is proved on a page that has every fault it looks for. */
test("a faulty page is found out", async () => {
  const faulty = createServer((request, response) => {
    const policy = "default-src 'self'; connect-src *";
    response.setHeader("Content-Security-Policy", policy);
    if (request.url === "/broken.js") return void response.writeHead(404).end();
    if (request.url === "/talk.js")
      return void response
        .writeHead(200, { "Content-Type": "text/javascript" })
        .end(
          "console.error('oh'); fetch('http://127.0.0.1:9/').catch(() => {}); setTimeout(() => { throw new Error('ouch') })",
        );
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(`<!doctype html><title>Błędy</title>
      <script src="/broken.js"></script><script src="/talk.js"></script><script>1</script>
      <main style="width: 1px"><img src="/broken.js"><table><td>${"bardzodługiesłowo".repeat(20)}</table>undefined</main>`);
  }).listen(0, "127.0.0.1");
  await once(faulty, "listening");
  const browser = await openBrowser({ ...service, url: `http://127.0.0.1:${(faulty.address() as AddressInfo).port}` });
  const person = await browser.person();
  await person.visit("/");
  const problems = browser.problems().join("\n");
  await browser.close();
  faulty.close();

  for (const found of [
    /axe html-has-lang/,
    /axe image-alt \(360 px, dark\)/,
    /console error: oh/,
    /console error: .*Content Security Policy/,
    /error in a script: ouch/,
    /404 for GET \/broken\.js/,
    /asks a stranger: http:\/\/127\.0\.0\.1:9/,
    /scrolls \d+ px sideways at 1280 px/,
    /prints „undefined”/,
  ])
    expect(problems).toMatch(found);
});

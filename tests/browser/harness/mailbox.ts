import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const WAIT_MS = 30_000;

export type Mail = ParsedMail & { recipient: string; links: string[]; calendar: string | undefined };
type Wanted = { to: string; subject?: string | RegExp };

export type Mailbox = Awaited<ReturnType<typeof startMailbox>>;

/** A real SMTP server that takes everything, and keeps it for the test to read as its recipient would. */
export async function startMailbox() {
  const mails: Mail[] = [];
  const taken = new Set<Mail>();
  const refusals: number[] = [];

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo(_address, _session, answer) {
      const responseCode = refusals.shift();
      answer(responseCode ? Object.assign(new Error("Not now"), { responseCode }) : undefined);
    },
    onData(stream, { envelope }, answer) {
      const recipients = envelope.rcptTo.map(({ address }) => address);
      keep(stream, recipients).then(() => answer(), answer);
    },
  });
  const keep = async (stream: NodeJS.ReadableStream, recipients: string[]) => {
    const mail = await simpleParser(await buffer(stream));
    for (const recipient of recipients) mails.push({ ...mail, recipient, ...contents(mail) });
  };
  server.on("error", () => {}); // a sender that hangs up in the middle of a letter is its own business
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;

  /** The oldest letter to this person that no test has read yet; waits for it, and says what came instead. */
  async function waitFor({ to, subject }: Wanted) {
    const fits = (mail: Mail) =>
      mail.recipient === to && !taken.has(mail) && (!subject || Boolean(mail.subject?.match(subject)));
    for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline; await sleep(50)) {
      const mail = mails.find(fits);
      if (mail) taken.add(mail);
      if (mail) return mail;
    }
    const came = mails.map((mail) => `${mail.recipient}: ${mail.subject}${taken.has(mail) ? " (read)" : ""}`);
    throw new Error(`No letter to ${to}${subject ? ` about ${subject}` : ""}. There are:\n${came.join("\n")}`);
  }

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    waitFor,
    /** The next recipients are refused with this SMTP code: 450 for later, 550 for never. */
    refuseNext: (code: number, times = 1) => void refusals.push(...Array(times).fill(code)),
    stop: () => new Promise<void>((closed) => server.close(closed)),
  };
}

/** The links a person would click, once each, in the order of the text; and the calendar entry that came along. */
function contents({ text = "", html, attachments }: ParsedMail) {
  const written = text.match(/https?:\/\/[^\s<>"„”)]+/g) ?? [];
  const anchored = [...(html || "").matchAll(/href="(https?:[^"]+)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
  const calendar = attachments.find(({ contentType }) => contentType === "text/calendar")?.content.toString("utf8");
  return { links: [...new Set([...written.map((link) => link.replace(/[.,;]$/, "")), ...anchored])], calendar };
}

import { config } from "./config.server";

type Outgoing = {
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  calendar?: { method: string; text: string };
  /** Where one POST, without a page, ends letters of this kind (RFC 8058). */
  unsubscribe?: string;
};

/** Hands letters to the SMTP server of SMTP_URL; undefined when there is none. Recipients are objects: no header can be smuggled in. */
export function openMailer() {
  const url = config.smtpUrl;
  if (!url) return undefined;
  let opened: ReturnType<typeof openTransport> | undefined;
  const deliver = async ({ messageId, to, subject, text, html, calendar, unsubscribe }: Outgoing) => {
    opened ??= openTransport(url);
    const transport = await opened;
    await transport.sendMail({
      from: { name: "Debata", address: config.mailFrom },
      to,
      subject,
      text,
      html,
      messageId: `<${messageId}>`,
      headers: {
        "Auto-Submitted": "auto-generated",
        ...(unsubscribe && {
          "List-Unsubscribe": `<${unsubscribe}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
      },
      icalEvent: calendar && { method: calendar.method, filename: "debata.ics", content: calendar.text },
    });
  };
  return { deliver, close: () => opened?.then((transport) => transport.close()) };
}

/** The library is read with the first letter: 10 MB that a service without one has no use for. */
async function openTransport(url: string) {
  const { createTransport } = await import("nodemailer");
  return createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

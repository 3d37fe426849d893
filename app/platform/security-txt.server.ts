import type { RequestHandler } from "express";
import { config } from "./config.server";

const VALID_DAYS = 180;
const DAY_MS = 86_400_000;

/** RFC 9116. It expires half a year from today, so a service that is still looked after always says something new. */
export function securityTxt(now: Date, { contact, policy }: { contact: string; policy?: string }) {
  const expires = new Date((Math.floor(now.getTime() / DAY_MS) + VALID_DAYS) * DAY_MS);
  return [
    `Contact: ${contact.includes("@") && !contact.includes(":") ? `mailto:${contact}` : contact}`,
    `Expires: ${expires.toISOString().replace(".000", "")}`,
    "Preferred-Languages: pl, en",
    `Canonical: ${new URL("/.well-known/security.txt", config.publicUrl).href}`,
    ...(policy ? [`Policy: ${policy}`] : []),
    "",
  ].join("\n");
}

/** Without a contact there is nothing to say, and a file without one would be none. */
export const answerSecurityTxt: RequestHandler = (_request, response, next) => {
  const { securityContact: contact, securityPolicy: policy } = config;
  if (!contact) return next();
  response.type("text/plain; charset=utf-8").send(securityTxt(new Date(), { contact, policy }));
};

/** Said at the start, until somebody has set it. */
export const securityNotes = (contact = config.securityContact) =>
  contact
    ? []
    : ["Nobody is named who hears of weaknesses: set SECURITY_CONTACT, and /.well-known/security.txt says it."];

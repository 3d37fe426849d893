import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const environment = z.object({
  /** The one address people know us by: links, the allowed Host and the allowed Origin come from it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must be an address such as https://debata.example" }).optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number("must be a number").int().min(0).max(65_535, "must be a port, at most 65535").default(3000),
  /** Folder of the database file, the secret and finished documents. */
  DATA_DIR: z.string().min(1).default("data"),
  /** Makes the private links; whoever has it can make them all. */
  APP_SECRET: z.string().min(32, "must be at least 32 characters, e.g. from `openssl rand -hex 32`").optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be an address such as smtp://user:password@host:587" })
    .optional(),
  MAIL_FROM: z.email("must be an e-mail address").default("debata@localhost.localdomain"),
  /** auto: load the demo into an empty database. */
  DEMO: z.enum(["auto", "off"], "must be auto or off").default("auto"),
  /** How many proxies of our own stand in front; their X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z.coerce.number("must be a number").int().min(0).max(5).default(0),
  /** Who hears of weaknesses: an e-mail address or an https address. */
  SECURITY_CONTACT: z
    .union([z.email(), z.url({ protocol: /^(?:https|mailto)$/ })], "must be an e-mail address or an https address")
    .optional(),
  SECURITY_POLICY: z.url({ protocol: /^https$/, error: "must be an https address" }).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

const parsed = environment.safeParse(process.env);
if (!parsed.success) {
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  console.log(`Debata cannot start. Wrong settings: ${faults.join("; ")}. The README lists all settings.`);
  process.exit(2);
}
const env = parsed.data;

/** One address for one machine is enough to try; anything public needs PUBLIC_URL. */
const publicUrl = new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`);

export const config = {
  publicUrl,
  host: env.HOST,
  port: env.PORT,
  dataDir: env.DATA_DIR,
  secret: env.APP_SECRET ?? keptSecret(env.DATA_DIR),
  smtpUrl: env.SMTP_URL,
  mailFrom: env.MAIL_FROM,
  demo: env.DEMO,
  trustedProxies: env.TRUSTED_PROXIES,
  securityContact: env.SECURITY_CONTACT,
  securityPolicy: env.SECURITY_POLICY,
  logLevel: env.LOG_LEVEL,
};

/** On one machine the secret is made once and kept beside the database, readable by its owner only. */
function keptSecret(folder: string) {
  const file = join(folder, "secret");
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Service } from "./service";

const run = promisify(execFile);
export const PASSWORD = "zielona lampa na biurku";

/** Founds a unit as an operator does: with the script, on the machine of the service. `own`: what is not as in Łężyce. */
export async function foundUnit(service: Service, own: Record<string, string> = {}) {
  const options = {
    name: "Komenda Powiatowa Policji w Łężycach",
    "short-name": "KPP w Łężycach",
    slug: "kpp-lezyce",
    email: "admin@lezyce.test",
    "admin-name": "Koordynatorka debat",
    department: "Wydział Prewencji",
    locality: "Łężyce",
    "locality-in": "w Łężycach",
    address: "ul. Świętokrzyska 1, Łężyce",
    phone: "600 100 200",
    "head-office": "Komendant Powiatowy Policji w Łężycach",
    ...own,
  };
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, ...service.settings, DEBATA_PASSWORD: PASSWORD } as unknown as NodeJS.ProcessEnv;
  const { stdout } = await run(process.execPath, ["build/server/create-unit.mjs", ...words], { env });
  return { slug: options.slug, admin: options.email, said: stdout };
}

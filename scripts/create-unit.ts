// For the operator's shell: makes a unit and its first admin, or adds an admin to a unit that exists.
//   npm run create-unit -- --name "Komenda Powiatowa Policji w …" --slug kpp-wierzbinow --email admin@policja.example
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { judgePassword, ownWordsOf, renewPassword } from "~/domain/organizations/commands.account.server";
import { inviteMember } from "~/domain/organizations/commands.members.server";
import { takeSecondFactorOff } from "~/domain/organizations/commands.second-factor.server";
import { addMember, createUnit, placeUnit } from "~/domain/organizations/commands.server";
import { findAccountByEmail } from "~/domain/organizations/gate.account.server";
import { openUnit, operatorScope } from "~/domain/organizations/gate.server";
import { passwordRefusals } from "~/domain/organizations/messages.account.pl";
import { adminSchema, newPassword, newUnitSchema } from "~/domain/organizations/schema";
import { database } from "~/platform/db.server";
import { absolute, pathOf } from "~/platform/links.server";
import { hashPassword } from "~/platform/password.server";

const USAGE = `Makes a unit and its first admin:
  npm run create-unit -- --name "Komenda Powiatowa Policji w …" --slug kpp-wierzbinow --email admin@policja.example
    prints a link with which the admin sets a password. With a password given, the account is ready at once.
    Also: --short-name --department --locality --locality-in --address --phone --unit-email --head-office
          --data-officer --minutes-pattern --admin-name --admin-rank
Adds an admin to a unit that exists (without --name):
  npm run create-unit -- --slug kpp-wierzbinow --email second@policja.example
Puts a unit under another, whose members then read its figures (no texts, no names):
  npm run create-unit -- --slug kpp-wierzbinow --parent kwp-nadwislanska
    --parent can also be given when the unit is made; the unit above has to be there already.
Sets a new password for somebody:
  npm run create-unit -- --new-password-for somebody@policja.example
Lets the password of somebody be enough again, who has lost the phone and the recovery codes:
  npm run create-unit -- --no-second-factor-for somebody@policja.example
    Make sure that it is them who ask. It is written into the log of their units, and they get a letter.
A password is read from the environment (DEBATA_PASSWORD) or, with --password-stdin, from the standard input.`;

const OPTIONS = {
  name: "name",
  slug: "slug",
  "short-name": "shortName",
  department: "department",
  locality: "locality",
  "locality-in": "localityIn",
  address: "address",
  phone: "phone",
  "unit-email": "email",
  "head-office": "headOffice",
  "data-officer": "dataOfficer",
  "minutes-pattern": "minutesPattern",
} as const;
const OTHERS = ["email", "admin-name", "admin-rank", "new-password-for", "no-second-factor-for", "parent"] as const;

class Refusal extends Error {}

const values: Record<string, string | boolean | undefined> = readArguments();
try {
  await database.migrate();
  console.log(await run());
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await database.close();
}

async function run() {
  const locked = values["no-second-factor-for"];
  if (typeof locked === "string") return letInWithPassword(locked);
  const password = await givenPassword();
  const forgetful = values["new-password-for"];
  if (typeof forgetful === "string") return setPassword(forgetful, password);
  const parent = typeof values.parent === "string" ? await unitCalled(values.parent) : undefined;
  if (parent && values.name === undefined && values.email === undefined) return place(await existingUnit(), parent);
  const admin = check(adminSchema, { email: values.email, name: values["admin-name"], rank: values["admin-rank"] });
  const scope = operatorScope(values.name === undefined ? await existingUnit() : await newUnit());
  if (parent) console.log(await place(scope.organizationId, parent));
  if (password === undefined) {
    const invited = await inviteMember(scope, { email: admin.email, role: "admin" });
    if (!invited.ok) throw new Refusal(`${admin.email} is a member of this unit already.`);
    return `The admin sets a password here, within 7 days:\n${absolute(pathOf("member", invited.value.id))}`;
  }
  const units = [{ name: String(values.name ?? ""), shortName: String(values["short-name"] ?? ""), locality: "" }];
  await judge(password, ownWordsOf({ ...admin, units }));
  const passwordHash = await hashPassword(password);
  const name = admin.name || admin.email;
  await addMember(scope, { ...admin, name, role: "admin", passwordHash });
  return `${admin.email} can sign in: ${absolute("/login")}`;
}

async function newUnit() {
  const given = Object.entries(OPTIONS).flatMap(([option, column]) =>
    values[option] ? [[column, values[option]]] : [],
  );
  const value = check(newUnitSchema, {
    shortName: values.name,
    minutesPattern: "{numer}/{rok}",
    ...Object.fromEntries(given),
  });
  const created = await createUnit(value);
  if (!created.ok) throw new Refusal(`There is a unit ${values.slug} already. Leave out --name to add an admin to it.`);
  console.log(`The unit has been made: ${absolute(`/u/${values.slug}`)}`);
  return created.value.id;
}

async function place(id: string, parent: Awaited<ReturnType<typeof unitCalled>>) {
  const placed = await placeUnit(operatorScope(id), parent.id);
  if (!placed.ok) throw new Refusal(`${parent.name} cannot stand above a unit that stands above it.`);
  return `The unit stands under ${parent.name}, whose members read its figures from now on.`;
}

async function unitCalled(slug: string) {
  const found = await openUnit(slug).catch(() => undefined);
  if (!found) throw new Refusal(`There is no unit "${slug}" to stand above it.`);
  return { id: found.unit.id, name: found.unit.name };
}

async function existingUnit() {
  const found = await openUnit(String(values.slug ?? "")).catch(() => undefined);
  if (!found) throw new Refusal(`There is no unit "${values.slug ?? ""}". Give --name to make it.\n\n${USAGE}`);
  return found.unit.id;
}

async function setPassword(email: string, password: string | undefined) {
  if (password === undefined) throw new Refusal("Give the password in DEBATA_PASSWORD or with --password-stdin.");
  const account = await findAccountByEmail(email);
  if (account) await judge(password, ownWordsOf(account));
  const passwordHash = await hashPassword(password);
  const entry = { action: "password_reset_done", actor: "system" } as const;
  const userId = await renewPassword(email.toLowerCase(), passwordHash, new Date(), entry).catch(() => undefined);
  if (!userId) throw new Refusal(`Nobody has an account with ${email}.`);
  return `${email} has a new password and is signed out everywhere.`;
}

async function letInWithPassword(email: string) {
  const account = await findAccountByEmail(email);
  const taken = account && (await takeSecondFactorOff(account));
  if (!taken) throw new Refusal(`Nobody has an account with ${email}.`);
  if (!taken.ok) throw new Refusal(`${email} has no second factor.`);
  return `${email} is signed out everywhere, and signs in with the password alone until a second factor is set up anew.`;
}

async function judge(password: string, own: string[]) {
  const judged = await judgePassword(password, own);
  if (!judged.ok) throw new Refusal(passwordRefusals[judged.reason]);
}

async function givenPassword() {
  const given = values["password-stdin"]
    ? (await text(process.stdin)).replace(/\r?\n$/, "")
    : process.env.DEBATA_PASSWORD;
  return given === undefined || given === "" ? undefined : check(newPassword, given);
}

type Checked<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };

function check<T>(schema: { safeParse(value: unknown): Checked<T> }, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal(result.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim()).join("\n"));
}

function readArguments(): Record<string, string | boolean | undefined> {
  const strings = [...Object.keys(OPTIONS), ...OTHERS].map((name) => [name, { type: "string" }] as const);
  try {
    const parsed = parseArgs({
      options: { ...Object.fromEntries(strings), "password-stdin": { type: "boolean" }, help: { type: "boolean" } },
    });
    if (Object.keys(parsed.values).length > 0 && !parsed.values.help) return parsed.values;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
  process.exit(1);
}

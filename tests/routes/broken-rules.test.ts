import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "~/platform/db.server";
import { errorsOf } from "~/platform/forms.server";
import { refuse } from "~/platform/outcome";
import { dialect } from "~db/dialect";
import { formsOf, routesWithForms } from "../setup/bad-input";
import { pathOf } from "../setup/cells";
import { FILES, type Form, readyFor } from "../setup/filled-forms";
import { aFullUnit, type FullUnit } from "../setup/matrix";
import { fieldsIn, formIn, isForgotten, isSaid, misplaced, sentBy, typedNames, valueIn } from "../setup/returned-form";
import { type Asked, alternatives, FORM_RULES, watched } from "../setup/rules-of-forms";
import { ADDRESSES, visit } from "../setup/site";

// The other half of bad-input.test.ts: there nothing good comes in, here everything is good but one field.

let unit: FullUnit;
beforeAll(async () => {
  unit = await aFullUnit("zzqx");
});

/** What breaks a rule of some field; of those that a field refuses, one for each of its sentences is sent. */
const BREAKS: (string | undefined)[] = [
  ...[undefined, "", "ą".repeat(301), "ą".repeat(5_000), "ą".repeat(70_000), "kot", "a@"],
  ...["31.02.2026", "32.13", "1.01.0001", "25:61", "2:30", "-1", "99999999", "1,5", "0"],
];

/** Files have their own tests, and a phrase that is not there is put nowhere. */
const ANYTHING = /^(?:file|evidence|phrase-.*)$/;

const isPageless = (route: string) => /autosave|persons_\.copy/.test(route);
/** Buttons without anything to fill in. */
const WITHOUT_RULES = ["logout", "b.$token_.link", "o.$unit.outbox.$message"];

type Sent = { html: string; status: number; location: string | null };
async function send(path: string, cookie: string, fields: Form): Promise<Sent> {
  const hasFile = Object.values(fields).some((value) => value in FILES);
  const answer = await visit(path, { cookie, fields: hasFile ? withFiles(fields) : fields });
  return { html: await answer.text(), status: answer.status, location: answer.headers.get("Location") };
}

function withFiles(fields: Form) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, FILES[value] ?? value);
  return body;
}

/** All that happens is undone, so that each form finds the unit as it was. */
const undone = (work: () => Promise<void>) =>
  inTransaction(async () => {
    await work();
    return refuse("undone");
  });

type Filled = { path: string; cookie: string; fields: Form; typed: string[]; boxes: string[] };

/** As somebody finds it who has opened the page: with its version, and the row it is about. */
async function fill(route: string, form: Form): Promise<Filled> {
  const ready = await readyFor(form, unit);
  const address = pathOf(ADDRESSES.find((one) => one.route === route)?.path ?? "", {
    ...unit.params(route),
    ...ready.params,
  });
  const [path, cookie] = [address + (ready.query ?? ""), ready.cookie ?? unit.people.admin.cookie];
  const fields = { ...form, ...ready.fields };
  if (ready.typed || isPageless(route)) return { path, cookie, fields, typed: ready.typed ?? [], boxes: [] };
  const shown = await visit(path, { cookie });
  const page = formIn(await shown.text(), fields);
  if (!page) throw new Error(`${path} shows no such form: ${JSON.stringify(fields)}`);
  return {
    path,
    cookie,
    fields: { ...sentBy(page), ...fields },
    typed: typedNames(page),
    boxes: typedNames(page, "checkbox"),
  };
}

const without = (fields: Form, name: string) =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

/** As readFields gives it to the schema. */
const asRead = (fields: Form) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => (name.endsWith("[]") ? [name.slice(0, -2), [value]] : [name, value])),
  );

/** One rule of one field broken, once for each sentence that the schema has for it. */
function broken(schema: Asked["schema"], { fields, typed, boxes }: Filled, done: Set<string>) {
  return typed.flatMap((name) => {
    if ((fields[name] ?? "") in FILES) return [];
    // What a box brings is ours; it is there or not.
    const breaks = boxes.includes(name) ? [undefined] : BREAKS;
    return breaks.flatMap((bad) => {
      const sent = bad === undefined ? without(fields, name) : { ...fields, [name]: bad };
      const { error } = schema.safeParse(asRead(sent));
      const [at, ...others] = Object.entries(error ? errorsOf(error) : {});
      const rule = at && `${typed} ${name} ${at[1].message.replace(/\d[\d\s]*|„.*”/gs, "")}`;
      if (rule === undefined || others.length > 0 || done.has(rule)) return [];
      done.add(rule);
      return [{ name, sent }];
    });
  });
}

/** What a reader of the answer would miss. */
function faultsOf({ html, status }: Sent, asked: Asked[], { name: brokenName, sent }: { name: string; sent: Form }) {
  const errors = asked.findLast((one) => one.errors)?.errors;
  if (!errors) return []; // the door has filled it in by itself
  if (status !== 422) return [`${status} instead of 422`];
  const form = formIn(html, { ...sent, [brokenName]: sent[brokenName] ?? "" });
  if (!form) return ["the form did not come back"];
  const faults: string[] = [];
  for (const [at, { message }] of Object.entries(errorsOf(errors))) {
    const [plain = "", index = "0"] = at.split(".");
    const field = fieldsIn(form, plain)[0] ?? fieldsIn(form, `${plain}[]`)[Number(index)];
    if (!/^[\p{Lu}„].*[.?!”]$/su.test(message)) faults.push(`no sentence: ${message}`);
    const wrong = field ? misplaced(field, message) : isSaid(form, message) ? undefined : `nobody is told: ${message}`;
    if (wrong) faults.push(wrong);
  }
  for (const [name, value] of Object.entries(sent)) {
    const fields = fieldsIn(form, name);
    if (isForgotten(fields)) continue;
    if (name === brokenName && !fields.some(({ type }) => type === "text" || type === "textarea")) continue; // an unknown choice
    const back = valueIn(fields);
    if (back?.replace(/\r?\n/g, "\n") !== value)
      faults.push(`${name} came back as ${JSON.stringify(back?.slice(0, 60))}`);
  }
  return faults;
}

const taken: Asked[] = [];
const alertOf = (html: string) => /role="alert".*?<\/div>/s.exec(html)?.[0].replace(/<[^>]*>/g, " ");

describe("a form that is filled in well is taken, and one broken rule is said beside its field", () => {
  const routes = routesWithForms.filter((route) => !WITHOUT_RULES.includes(route));
  test.each(routes.map((route) => ({ route })))("$route", async ({ route }) => {
    const faults: string[] = [];
    const [done, typed, refused] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const form of formsOf(route, unit)) {
      const what = JSON.stringify(form).slice(0, 120);
      let schema: Asked["schema"] | undefined;
      await undone(async () => {
        const { path, cookie, fields } = await fill(route, form);
        const { result, asked } = await watched(() => send(path, cookie, fields));
        if (result.status >= 400) faults.push(`${what}: not taken, ${result.status} ${alertOf(result.html)}`);
        else taken.push(...asked.filter(({ errors }) => !errors));
        schema = asked.at(-1)?.schema;
      });
      await undone(async () => {
        if (!schema || dialect === "postgres") return; // what a schema refuses never reaches a database
        const page = await fill(route, form);
        for (const name of page.typed) if (!page.boxes.includes(name)) typed.add(name);
        for (const one of broken(schema, page, done)) {
          refused.add(one.name);
          const { result, asked } = await watched(() => send(page.path, page.cookie, one.sent));
          const found = isPageless(route) ? [] : faultsOf(result, asked, one);
          faults.push(
            ...found.map(
              (fault) => `${what}, ${one.name} = ${JSON.stringify(one.sent[one.name]?.slice(0, 20))}: ${fault}`,
            ),
          );
        }
      });
    }
    expect(faults).toEqual([]);
    expect(
      [...typed].filter((name) => !refused.has(name) && !ANYTHING.test(name)),
      "takes anything",
    ).toEqual([]);
  });
});

test("no form of the product was left out", () => {
  const left = Object.entries(FORM_RULES).flatMap(([name, schema]) =>
    alternatives(schema).flatMap((one, index) => {
      const isTaken = taken.some(
        (read) => read.schema === schema && [read.fields, read.value].some((each) => one.safeParse(each).success),
      );
      return isTaken ? [] : [`${name} ${index}`];
    }),
  );
  expect(left).toEqual([]);
});

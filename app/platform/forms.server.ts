import { randomUUID } from "node:crypto";
import type * as z from "zod";
import type { FormErrors, FormFields } from "./forms";
import { messages } from "./messages.pl";

/** A fresh key for a form that is about to be shown. */
export const newFormKey = () => randomUUID();

/** The body as plain fields: a name that ends in [] gives a list, and a file counts for nothing. */
export const readFields = async (request: Request) => fieldsOf(await bodyOf(request));

/** The same with one file; the guard has seen to it that the body is small enough to be held. */
export async function readFieldsAndFile(request: Request, name: string) {
  const body = await bodyOf(request);
  const sent = body.get(name);
  const file = sent && typeof sent !== "string" && (sent.size > 0 || sent.name) ? sent : undefined;
  return { ...fieldsOf(body), file };
}

const bodyOf = (request: Request) =>
  request.formData().catch(() => {
    throw new Response(messages.unreadableForm, { status: 400, statusText: "Bad Request" });
  });

function fieldsOf(body: FormData) {
  const texts = new Map<string, string>();
  const lists = new Map<string, string[]>();
  // One walk: to ask for each name by itself makes a body of a hundred thousand names stop the service for minutes.
  for (const [name, sent] of body) {
    const values = typeof sent === "string" ? [sent.replaceAll("\0", "")] : []; // PostgreSQL fails on a NUL byte
    if (name.endsWith("[]")) {
      const list = lists.get(name.slice(0, -2)) ?? [];
      list.push(...values);
      lists.set(name.slice(0, -2), list);
    } else if (values[0] !== undefined && !texts.has(name)) texts.set(name, values[0]);
  }
  const fields: FormFields = Object.fromEntries([...texts, ...lists]);
  const { _key, _version, ...rest } = fields;
  return {
    fields: rest,
    /** Same key, one effect, same answer. */
    key: typeof _key === "string" && /^[\w-]{8,64}$/.test(_key) ? _key : newFormKey(),
    /** The version of the record that the form was filled in over. */
    version: typeof _version === "string" && /^\d{1,9}$/.test(_version) ? Number(_version) : undefined,
  };
}

/** Reads a form through the same schema that the browser used; `fields` gives people back what they typed. */
export async function parseForm<S extends z.ZodType>(request: Request, schema: S) {
  return parseFields(await readFields(request), schema);
}

export function parseFields<S extends z.ZodType>(read: ReturnType<typeof fieldsOf>, schema: S) {
  // For what no screen of ours sends, and no field has a sentence for: zod's own words are English.
  const result = schema.safeParse(read.fields, { error: () => messages.unreadableField });
  if (result.success) return { ok: true, value: result.data as z.output<S>, ...read } as const;
  return { ok: false, errors: errorsOf(result.error), ...read } as const;
}

export function errorsOf({ issues }: z.ZodError): FormErrors {
  const errors: FormErrors = {};
  for (const { path, message, code } of issues) errors[path.join(".") || "root"] ??= { type: code, message };
  return errors;
}

import { randomUUID } from "node:crypto";
import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import type * as z from "zod";
import type { FormErrors, FormFields } from "./forms";
import { messages } from "./messages.pl";
import { keepTyped } from "./trouble.server";

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

/** `bytes` is undefined where the file was longer than allowed; `name` is what the sender called it. */
export type SentFile = { name: string; bytes: Uint8Array | undefined };
const MOST_TEXT_BYTES = 3 * 1024 * 1024;
const MOST_HELD_FILES = 6;

/**
 * The same with any number of files called `name`, read as they come: what is longer than `mostBytes` each, or one of too
 * many, is counted and let go, so a file of any size gets a sentence beside its field instead of filling our memory.
 */
export async function readFieldsAndFiles(request: Request, name: string, mostBytes: number) {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/"))
    return { ...(await readFields(request)), files: [] };
  const files: SentFile[] = [];
  let textBytes = 0;
  const body = await parseMultipart(request, async (part) => {
    const isFile = part.filename !== undefined;
    const roomForFile = files.length < MOST_HELD_FILES ? mostBytes : -1;
    const bytes = await holdAtMost(part.data, isFile ? roomForFile : MOST_TEXT_BYTES - textBytes);
    if (!isFile) {
      if (!bytes) throw new RangeError("More text than any form has room for");
      textBytes += bytes.length;
      return new TextDecoder().decode(bytes);
    }
    // A field that nobody has filled in comes as a file without a name and without content.
    if (part.name === name && (part.filename || bytes?.length !== 0)) files.push({ name: part.filename ?? "", bytes });
    return undefined;
  }).catch(() => {
    throw new Response(messages.unreadableForm, { status: 400, statusText: "Bad Request" });
  });
  return { ...fieldsOf(body), files };
}

async function holdAtMost(data: AsyncIterable<Uint8Array>, most: number) {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of data) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length <= most ? new Uint8Array(Buffer.concat(chunks)) : undefined;
}

const bodyOf = (request: Request) =>
  request.formData().catch(() => {
    throw new Response(messages.unreadableForm, { status: 400, statusText: "Bad Request" });
  });

function fieldsOf(body: FormData) {
  keepTyped(body);
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

import { AsyncLocalStorage } from "node:async_hooks";
import { type ActionFunction, json, type LoaderFunction, type ServerBuild } from "@remix-run/node";
import { troubleOf } from "~db/errors";
import type { FormFields } from "./forms";
import { log, withoutValues } from "./log.server";
import { messages } from "./messages.pl";
import { type KeptForm, RETRY_AFTER_S, statusOfTrouble } from "./trouble";

const typed = new AsyncLocalStorage<{ body?: FormData }>();

/** Called by whoever reads the form of a request: should saving fail, its author gets it back. */
export function keepTyped(body: FormData) {
  const request = typed.getStore();
  if (request) request.body = body;
}

/**
 * Every door of the build, so that no route has to think of it: when the database cannot answer, a loader answers 503
 * (507 when the disk is full), and an action does so with all that was typed, for one more try with the same key.
 */
export function withTroubleAnswered(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, action } = route?.module ?? {};
    const doors = { ...(loader && { loader: calm(loader) }), ...(action && { action: forgiving(action) }) };
    return [id, route && { ...route, module: { ...route.module, ...doors } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

const calm =
  (loader: LoaderFunction): LoaderFunction =>
  async (args) => {
    try {
      return await loader(args);
    } catch (error) {
      throw answerTo(error) ?? error;
    }
  };

const forgiving =
  (action: ActionFunction): ActionFunction =>
  (args) =>
    typed.run({}, async () => {
      try {
        return await action(args);
      } catch (error) {
        throw troubleOf(error) ? answerTo(error, keptForm(await bodyOf(args.request))) : error;
      }
    });

const MOST_KEPT_BYTES = 3 * 1024 * 1024;

/** Where already the gate could not ask the database, the form has not been read yet. */
async function bodyOf(request: Request) {
  const known = typed.getStore()?.body;
  if (known || request.bodyUsed || Number(request.headers.get("Content-Length") ?? 0) > MOST_KEPT_BYTES) return known;
  return request.formData().catch(() => undefined);
}

function answerTo(error: unknown, keptForm?: KeptForm) {
  const trouble = troubleOf(error);
  if (!trouble) return undefined;
  log.error({ error: withoutValues(error) }, "the database cannot answer");
  const [status, headers] = [statusOfTrouble(trouble), { "Retry-After": RETRY_AFTER_S, "Cache-Control": "no-store" }];
  return json({ message: messages.busy, keptForm }, { status, headers });
}

/** A password is never written into a page, not even for its owner; without it the form is worth nothing. */
const SECRET = /password|^(?:again|code|current|sealed)$|^totp|recovery/i;
export const isSecretField = (name: string) => SECRET.test(name);

function keptForm(body: FormData | undefined): KeptForm | undefined {
  if (!body || [...body.keys()].some(isSecretField)) return undefined;
  const fields: FormFields = {};
  const files = new Set<string>();
  for (const [name, value] of body) {
    if (typeof value !== "string") files.add(name);
    else if (name.endsWith("[]")) fields[name] = [...(fields[name] ?? []), value];
    else fields[name] ??= value;
  }
  return { fields, files: [...files] };
}

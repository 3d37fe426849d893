import { fieldOf } from "../rules";
import type { Answer, Sent, Theirs } from "../rules.autosave";

const PATIENCE_MS = 20_000;
/** What a browser lets a page send after it was left. */
const KEEPALIVE_BYTES = 60_000;

type Place = { key: string; place: string; suggestion: string };

/** The fields of the editor's form for one part, and what the server said. */
export async function postPart(address: string, { key, place, suggestion }: Place, sent: Sent): Promise<Answer> {
  const fields = { _key: sent.key, [place]: sent.text, [fieldOf.version(place)]: String(sent.version) };
  const body = new URLSearchParams(fields);
  if (sent.internal) body.set(fieldOf.internal(place), "on");
  if (sent.version === 0) body.set(fieldOf.seen(place), suggestion);
  if (sent.wanted) body.set("save", place);
  try {
    const response = await fetch(address, {
      method: "POST",
      body,
      redirect: "manual",
      keepalive: body.toString().length < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return await answerOf(response, key, place);
  } catch {
    return { kind: "trouble", trouble: "offline" };
  }
}

type Body = {
  reason?: string;
  saved?: { key: string; version: number }[];
  stale?: (Theirs & { key: string })[];
  errors?: Record<string, { message: string }>;
  at?: string;
};

async function answerOf(response: Response, key: string, place: string): Promise<Answer> {
  if (response.type === "opaqueredirect") return { kind: "trouble", trouble: "signed_out" };
  if (response.status === 403 || response.status === 404) return { kind: "trouble", trouble: "not_allowed" };
  if (![200, 409, 422].includes(response.status)) return { kind: "trouble", trouble: "offline" };
  const { reason, saved = [], stale = [], errors, at = "" } = (await response.json()) as Body;
  if (errors) return { kind: "trouble", trouble: "invalid", complaint: errors[place]?.message };
  if (reason === "frozen") return { kind: "trouble", trouble: "frozen" };
  const theirs = stale.find((part) => part.key === key);
  if (theirs) return { kind: "stale", theirs };
  return { kind: "saved", version: saved.find((part) => part.key === key)?.version, at };
}

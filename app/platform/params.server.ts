import type { Gone } from "./gone";

/** A part of an address that names something. Anything that cannot be a name of ours is simply not found. */
export function nameIn(part: string | undefined) {
  if (!part || !/^[\p{L}\p{N}_.-]{1,120}$/u.test(part)) throw new Response(null, { status: 404 });
  return part;
}

/** A number in the query string, else nothing. */
export function numberIn(text: string | null, max = 1_000_000) {
  return text && /^\d{1,9}$/.test(text) ? Math.min(Number(text), max) : undefined;
}

/** A word from a closed list in the query string, else nothing. */
export function wordIn<const W extends readonly string[]>(text: string | null, words: W): W[number] | undefined {
  return words.find((word) => word === text);
}

/** What is not in the scope does not exist. */
export function notFound(): never {
  throw new Response(null, { status: 404 });
}

/** Only for whoever has the right key to what is over: to anybody else it does not exist. */
export function sayGone(gone: Gone): never {
  throw Response.json({ gone }, { status: 410 });
}

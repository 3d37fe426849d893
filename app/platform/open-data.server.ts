import { warsawDate } from "./time";

/** What a new version of the program says may differ, though nothing in the unit has changed. */
const STARTED = Date.now().toString(36);

/**
 * Answers a program that comes again with 304, without making the answer, as long as the unit has seen no event and the
 * day is the same: deadlines pass at midnight.
 */
export async function answerUnlessKnown(
  request: Request,
  revision: number | undefined,
  make: () => Promise<Response> | Response,
  now = new Date(),
) {
  const etag = `W/"${STARTED}-${revision ?? 0}-${warsawDate(now)}"`;
  const headers = { ETag: etag, "Cache-Control": "no-cache" };
  const known = request.headers.get("If-None-Match")?.split(",") ?? [];
  if (known.some((tag) => tag.trim() === etag)) return new Response(null, { status: 304, headers });
  const response = await make();
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Sends parts as they are made and asked for, so that memory does not grow with the answer. */
export function streamOf(parts: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return?.();
    },
  });
}

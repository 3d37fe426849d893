import { disposition } from "./pdf-response.server";

type Kept = { fileName: string; mediaType: string; bytes: Buffer; sha256?: string };
type Options = { cacheControl?: string; request?: Request };

/** What came from outside. Pictures that we have drawn ourselves open in the browser; all else is only downloaded. */
export function fileResponse({ fileName, mediaType, bytes, sha256 }: Kept, { cacheControl, request }: Options = {}) {
  const tag = sha256 && `"${sha256.slice(0, 32)}"`;
  const headers = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": cacheControl ?? "no-store",
    ...(cacheControl && tag && { ETag: tag }),
  };
  if (cacheControl && tag && request?.headers.get("If-None-Match") === tag)
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      "Content-Type": mediaType,
      "Content-Disposition": disposition(fileName, mediaType === "image/jpeg" ? "inline" : "attachment"),
      "Content-Length": String(bytes.length),
    },
  });
}

export const SERVER = "build/server/index.js";

/**
 * As the server is started everywhere. By itself V8 gives up to 48 MB to what is new and short-lived, and takes none of
 * it back; this cannot be said any more when a process runs.
 */
export const SERVER_FLAGS = ["--max-semi-space-size=4"];

export const SERVER = "build/server/index.js";

/**
 * As the server is started everywhere. By itself V8 gives up to 48 MB to what is new and short-lived, takes none of it
 * back, and lets the rest grow to several times what is in use before it looks; both at once, because with a smaller
 * nursery alone the rest grows more. The first cannot be said any more when a process runs.
 */
export const SERVER_FLAGS = ["--max-semi-space-size=8", "--heap-growing-percent=100"];

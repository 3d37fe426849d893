/**
 * Tells open pages that they are old, by server-sent events. What there is to see stays with the page: a stream carries
 * only a pulse, a short text that differs from the page's own when the page is old. One look at the database serves all
 * who follow the same thing, in every process, however many servers there are.
 */
type Pulse = () => Promise<string>;
type Watch = { listeners: Set<(pulse: string) => void>; last: string; timer: NodeJS.Timeout };

const LOOK_MS = 400;
const HEARTBEAT_MS = 20_000;
const MOST_STREAMS = 1500;
/** A hall behind one address, each with one page. */
const MOST_OF_NETWORK = 600;

export function createStreams({ lookMs = LOOK_MS, most = MOST_STREAMS, mostOfNetwork = MOST_OF_NETWORK } = {}) {
  const watches = new Map<string, Watch>();
  const ends = new Set<() => void>();
  const networks = new Map<string, number>();
  let isClosed = false;

  /**
   * 200 and an endless answer, or 503 when there are too many; the page then asks again by itself. Whoever does not ask
   * for a stream gets the pulse of this moment as text.
   */
  async function follow(key: string, pulse: Pulse, { signal, headers }: Request, network = "") {
    if (!headers.get("Accept")?.includes("text/event-stream"))
      return new Response(await pulse(), { headers: { "Content-Type": "text/plain", "Cache-Control": "no-store" } });
    const ofNetwork = networks.get(network) ?? 0;
    if (isClosed || ends.size >= most || ofNetwork >= mostOfNetwork || signal.aborted)
      return new Response(null, { status: 503, headers: { "Retry-After": "5" } });
    let end = () => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const send = (text: string) => controller.enqueue(encoder.encode(text));
        const tell = (value: string) => send(`event: pulse\ndata: ${value}\n\n`);
        const beat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MS);
        networks.set(network, ofNetwork + 1);
        const leave = listen(key, pulse, tell);
        end = () => {
          if (!ends.delete(end)) return;
          clearInterval(beat);
          leave();
          const left = (networks.get(network) ?? 1) - 1;
          if (left > 0) networks.set(network, left);
          else networks.delete(network);
          signal.removeEventListener("abort", end);
          try {
            controller.close();
          } catch {
            // The reader has gone first.
          }
        };
        ends.add(end);
        signal.addEventListener("abort", end);
        send("retry: 2000\n\n");
      },
      cancel: () => end(),
    });
    return new Response(body, {
      headers: {
        "Content-Type": "text/event-stream; charset=utf-8",
        // Compression would hold the events back, and so would a proxy's buffer.
        "Cache-Control": "no-store, no-transform",
        "X-Accel-Buffering": "no",
      },
    });
  }

  function listen(key: string, pulse: Pulse, tell: (pulse: string) => void) {
    const watch = watches.get(key) ?? begin(key, pulse);
    watch.listeners.add(tell);
    if (watch.last) tell(watch.last);
    return () => {
      watch.listeners.delete(tell);
      if (watch.listeners.size > 0) return;
      clearTimeout(watch.timer);
      watches.delete(key);
    };
  }

  function begin(key: string, pulse: Pulse) {
    const watch: Watch = { listeners: new Set(), last: "", timer: setTimeout(look, 0) };
    watches.set(key, watch);
    async function look() {
      // A database that is busy for a moment is asked again; the pages stand as they are.
      const now = await pulse().catch(() => watch.last);
      if (now !== watch.last) {
        watch.last = now;
        for (const tell of watch.listeners) tell(now);
      }
      if (watches.get(key) === watch) watch.timer = setTimeout(look, lookMs);
    }
    return watch;
  }

  /** Ends every stream and begins no more, so that the process can go. Pages come back by themselves. */
  function close() {
    isClosed = true;
    for (const end of [...ends]) end();
  }

  return { follow, close, count: () => ends.size };
}

const encoder = new TextEncoder();
const streams = createStreams();
export const { follow: followPulse, close: closeStreams } = streams;

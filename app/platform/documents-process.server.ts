// One process that draws. A document that asks too much ends it, and nothing else: a thread out of memory can end us all.
import { type ChildProcess, fork } from "node:child_process";
import type { Socket } from "node:net";
import { constants, setPriority } from "node:os";
import type { DocumentAnswer, DocumentTask } from "./documents-worker";

/** The process is gone; `isMemory` when it had asked for more than it may have. */
export class DrawerDied extends Error {
  override name = "DrawerDied";
  constructor(
    readonly isMemory: boolean,
    how: string,
  ) {
    super(isMemory ? `it needed too much memory (${how})` : `it ended (${how})`);
  }
}

export type Drawer = {
  readonly file: string;
  isAlive: () => boolean;
  /** One at a time. Given up, it ends the process: nothing else stops an endless loop. */
  draw: (task: DocumentTask, signal: AbortSignal) => Promise<Buffer>;
  end: () => Promise<void>;
};

const alive = new Set<ChildProcess>();
// Whoever draws notices that its channel has closed when it is done; in an endless loop, never.
process.on("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

/**
 * A small nursery: documents are large and short, and what was drawn is thrown away as a whole. And V8 looks for what
 * can go when a fifth more is in use than after its last look: 10 MB less, for no CPU that could be measured.
 */
const NURSERY_MB = 2;
const GROWS_BY_PERCENT = 20;
const FIRST_WORDS = 4_000;

export function startDrawer(file: string, oldSpaceMb: number): Drawer {
  const child = fork(file, [], {
    serialization: "advanced",
    execArgv: [
      `--max-old-space-size=${oldSpaceMb}`,
      `--max-semi-space-size=${NURSERY_MB}`,
      `--heap-growing-percent=${GROWS_BY_PERCENT}`,
    ],
    // It sees no secret and no database.
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  alive.add(child);
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(0, FIRST_WORDS);
  });
  const ended = new Promise<DrawerDied>((resolve) => {
    // "close": only then has it said everything.
    child.once("close", (code, signal) => {
      alive.delete(child);
      resolve(deathOf(said, signal ?? `code ${code}`));
    });
    child.on("error", (error) => {
      if (child.pid === undefined) alive.delete(child);
      if (child.pid === undefined) resolve(new DrawerDied(false, error.message));
    });
  });
  letPagesFirst(child);
  holdProcess(child, false);

  return {
    file,
    isAlive: () => child.connected && !child.killed && child.exitCode === null && child.signalCode === null,
    async draw(task, signal) {
      signal.throwIfAborted();
      holdProcess(child, true);
      const stop = () => child.kill("SIGKILL");
      signal.addEventListener("abort", stop, { once: true });
      try {
        const answered = new Promise<DocumentAnswer>((resolve) => child.once("message", resolve as () => void));
        if (child.connected) child.send(task, () => undefined); // a channel that breaks is a process that ends
        const answer = await Promise.race([answered, ended]);
        if (answer instanceof DrawerDied) throw signal.aborted ? signal.reason : answer;
        if ("error" in answer) throw new Error(answer.error);
        const { buffer, byteOffset, byteLength } = answer.bytes;
        return Buffer.from(buffer, byteOffset, byteLength);
      } finally {
        signal.removeEventListener("abort", stop);
        child.removeAllListeners("message");
        holdProcess(child, false);
      }
    },
    async end() {
      child.kill("SIGKILL"); // it keeps nothing that could be lost
      await ended;
    },
  };
}

/** Of what it says on its way down only the kind of error is told: the rest may quote a document. */
const deathOf = (said: string, how: string) =>
  new DrawerDied(/heap out of memory|FATAL ERROR/.test(said), /\bERR_[A-Z_]+\b/.exec(said)?.[0] ?? how);

function letPagesFirst({ pid }: ChildProcess) {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not let us: then it draws as all others work.
  }
}

/** A process that waits for work is no reason for ours to go on. */
function holdProcess(child: ChildProcess, isHeld: boolean) {
  const does = isHeld ? "ref" : "unref";
  child[does]();
  child.channel?.[does]();
  (child.stderr as Socket | null)?.[does]();
}

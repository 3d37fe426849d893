const { stdout } = process;

export const seconds = (/** @type {number} */ since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Says what is going on, and for how long: a counting line on a terminal, one line in a log. */
export async function showing(/** @type {string} */ what, /** @type {() => Promise<any>} */ work) {
  const since = performance.now();
  const line = () => `${what} … ${Math.round((performance.now() - since) / 1000)} s`;
  const timer = stdout.isTTY && setInterval(() => stdout.write(`\r${line()}`), 1000);
  stdout.write(stdout.isTTY ? `\r${line()}` : `${what} …\n`);
  try {
    const result = await work();
    stdout.write(stdout.isTTY ? `\r${what}: ${seconds(since)}\x1b[K\n` : `${what}: ${seconds(since)}\n`);
    return result;
  } catch (error) {
    stdout.write("\n");
    throw error;
  } finally {
    clearInterval(timer || undefined);
  }
}

/** A reason to stop that is meant for people: printed without a stack. Scripts may read `code`. */
export class Stop extends Error {
  constructor(/** @type {string} */ message, code = 1) {
    super(message);
    this.code = code;
  }
}

/** Runs a script; a `Stop` becomes its sentence and its exit code. */
export async function main(/** @type {() => Promise<unknown>} */ script) {
  try {
    await script();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exit(error instanceof Stop ? error.code : 1);
  }
}

export const lastLines = (/** @type {string} */ text, /** @type {number} */ count) =>
  text.trimEnd().split("\n").slice(-count).join("\n");

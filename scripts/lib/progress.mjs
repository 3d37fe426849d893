const { stdout } = process;

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Says what is going on, and for how long: a counting line on a terminal, one line in a log. */
export async function showing(what, work) {
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

/** A reason to stop that is meant for people: printed without a stack. */
export class Stop extends Error {}

/** Runs a script; a `Stop` becomes its sentence and exit code 1. */
export async function main(script) {
  try {
    await script();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exit(1);
  }
}

export const lastLines = (text, count) => text.trimEnd().split("\n").slice(-count).join("\n");

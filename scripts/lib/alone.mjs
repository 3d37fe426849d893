import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const folder = createHash("sha256").update(process.cwd()).digest("hex").slice(0, 16);
const lock = join(tmpdir(), `debata-${folder}.lock`);

/** Two npm commands in one folder destroy the install and two builds mix their files: the second waits for the first. */
export async function alone(work) {
  let told = false;
  while (!taken()) {
    const owner = Number(readLock());
    if (!isAlive(owner)) rmSync(lock, { force: true });
    else if (!told) console.log(`Waiting for another "npm start" or "npm test" in this folder (process ${owner}) …`);
    told = true;
    await sleep(300);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function readLock() {
  try {
    return readFileSync(lock, "utf8");
  } catch {
    return ""; // its owner has just finished
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM"; // alive, but somebody else's
  }
}

import { existsSync } from "node:fs";
import { run } from "./run.mjs";

/** Debian's packages, installed now if we may: undefined when all went well, else what to tell the person. */
export async function installFromDebian(packages, isThere) {
  const prefix = await rightToInstall();
  if (!prefix) return `Missing: ${packages.join(", ")}.`;
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, "apt-get", ...args];
    return run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  };
  const updated = await apt("update");
  const installed = await apt("install", "-y", "--no-install-recommends", ...packages);
  if (installed.ok && isThere()) return undefined;
  return `${updated.output}${installed.output}\nDebian's ${packages.join(", ")} could not be installed.`;
}

/** What to write before apt-get: nothing as root, `sudo -n` where no password is asked, undefined where we may not. */
async function rightToInstall() {
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  if (process.getuid?.() === 0) return [];
  const sudo = await run("sudo", ["-n", "true"]).catch(() => ({ ok: false }));
  return sudo.ok ? ["sudo", "-n"] : undefined;
}

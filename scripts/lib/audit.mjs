import { runNpm } from "./run.mjs";

const REFUSED = ["high", "critical"];

/** Known weaknesses of the packages that serve. A registry that does not answer is told, and stops nobody. */
export async function audit() {
  const { output } = await runNpm(["audit", "--omit=dev", "--json", "--loglevel=error"]);
  return decideAudit(output);
}

/**
 * @param {string} output
 * @returns {{ ok: boolean, detail: string, output?: string }}
 */
export function decideAudit(output) {
  const found = findingsIn(output);
  if (!found) return { ok: true, detail: "not reachable: the registry does not answer questions about weaknesses" };
  const grave = Object.entries(found).filter(([, { severity }]) => REFUSED.includes(severity));
  const rest = Object.keys(found).length - grave.length;
  if (grave.length === 0) return { ok: true, detail: rest ? `nothing high, ${rest} below` : "nothing known" };
  const lines = grave.map(([name, { severity, range, fixAvailable }]) => {
    return `${name} ${range}: ${severity}${fixAvailable ? ", there is a fix" : ""}`;
  });
  return { ok: false, detail: `${grave.length} high or critical`, output: lines.join("\n") };
}

/** @returns {Record<string, { severity: string, range: string, fixAvailable: unknown }> | undefined} */
function findingsIn(/** @type {string} */ output) {
  try {
    const { vulnerabilities, metadata } = JSON.parse(output.slice(output.indexOf("{")));
    return metadata?.vulnerabilities ? vulnerabilities : undefined;
  } catch {
    return undefined; // no answer at all
  }
}

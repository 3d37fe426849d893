import { readFileSync } from "node:fs";
import { lastLines, Stop } from "./progress.mjs";
import { runNpm } from "./run.mjs";

/**
 * @typedef {{ name: string, version: string, purl: string, "bom-ref": string }} Component
 * @typedef {{ ref: string, dependsOn: string[] }} Link
 * @typedef {{ bomFormat: string, specVersion: string, metadata: { component: { name: string } }, components: Component[], dependencies: Link[] }} Bill
 */

/**
 * What npm knows, cut to what serves by the lock itself: with `--omit=dev` npm also leaves out what serves and is a
 * dependency of a tool, too (express, react, zod …). The folder's name is not the product's. @returns {Promise<Bill>}
 */
export async function billOfMaterials() {
  const words = ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application", "--package-lock-only"];
  const { ok, output } = await runNpm([...words, "--loglevel=error"]);
  if (!ok) throw new Stop(`npm sbom failed:\n${lastLines(output, 10)}`);
  const bill = JSON.parse(output.slice(output.indexOf("{")));
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  const own = bill.metadata.component["bom-ref"];
  Object.assign(bill.metadata.component, { name, version });
  const serves = whatServes();
  const refs = new Set([own]);
  bill.components = bill.components.filter((/** @type {Component} */ { name, version, "bom-ref": ref }) => {
    return serves.has(`${name}@${version}`) && refs.add(ref);
  });
  bill.dependencies = bill.dependencies
    .filter((/** @type {Link} */ { ref }) => refs.has(ref))
    .map((/** @type {Link} */ { ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  return bill;
}

function whatServes() {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const names = Object.entries(packages).flatMap(([path, { version, dev, devOptional, name }]) => {
    return path === "" || dev || devOptional ? [] : [`${name ?? path.replace(/^.*node_modules\//, "")}@${version}`];
  });
  return new Set(names);
}

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decideAudit } from "../../scripts/lib/audit.mjs";
import { billOfMaterials } from "../../scripts/lib/sbom.mjs";

test("the bill of materials is CycloneDX and names exactly what is installed to serve", async () => {
  const bill = await billOfMaterials();
  expect(bill).toMatchObject({
    bomFormat: "CycloneDX",
    specVersion: expect.stringMatching(/^1\.[4-9]$/),
    serialNumber: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    version: 1,
    metadata: { component: { name: "debata", type: "application" } },
  });
  for (const { name, version, purl } of bill.components)
    expect(decodeURIComponent(purl), name).toBe(`pkg:npm/${name}@${version}`);
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const named = new Map(bill.components.map(({ name, version }) => [name, version]));
  for (const [name, version] of Object.entries(dependencies)) expect(named.get(name), name).toBe(version);
  expect(
    Object.keys(devDependencies).filter((name) => /vitest|playwright|biome/.test(name) && named.has(name)),
  ).toEqual([]);
  const refs = new Set(bill.dependencies.map(({ ref }) => ref));
  expect(refs.size).toBeGreaterThan(Object.keys(dependencies).length);
});

const finding = (severity: string) => ({ severity, range: "<1.2.3", fixAvailable: true });
const answer = (vulnerabilities: object) =>
  `npm warn something\n${JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { vulnerabilities: {} } })}`;

test("a known weakness that is high or critical stops, a lower one is counted, and a registry that says nothing is told", () => {
  expect(decideAudit(answer({}))).toEqual({ ok: true, detail: "nothing known" });
  expect(decideAudit(answer({ a: finding("moderate") }))).toEqual({ ok: true, detail: "nothing high, 1 below" });
  expect(decideAudit(answer({ a: finding("low"), b: finding("high"), c: finding("critical") }))).toMatchObject({
    ok: false,
    output: "b <1.2.3: high, there is a fix\nc <1.2.3: critical, there is a fix",
  });
  for (const silence of ["", "no", '{"message":"405 Method Not Allowed","statusCode":405}'])
    expect(decideAudit(silence)).toMatchObject({ ok: true, detail: expect.stringContaining("not reachable") });
});

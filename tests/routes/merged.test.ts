import { beforeEach, expect, test } from "vitest";
import { getPaper } from "~/domain/minutes/queries.server";
import { admitMotion, mergeMotion } from "~/domain/motions/commands.moderation.server";
import { getMotion } from "~/domain/motions/queries.server";
import { getReportFacts } from "~/domain/tasks/queries.report.server";
import { visibleIn } from "~/domain/tasks/rules.report";
import { hideMotion } from "../setup/factories.evaluation";
import { anAdmittedMotion, anOpenDebate } from "../setup/factories.motions";
import { aMember } from "../setup/factories.organizations";
import { visit } from "../setup/site";

/** Two residents, one matter: whoever was merged says the same in words of their own. */
const WORDS = "Sąsiad z parteru sprzedaje narkotyki.";
let office: Awaited<ReturnType<typeof anOffice>>;
async function anOffice() {
  const { scope, unit, cookie } = await aMember();
  const debateId = await anOpenDebate(scope);
  const lead = await anAdmittedMotion(scope, debateId, { text: "Ciemno w parku." });
  const merged = await anAdmittedMotion(scope, debateId, { text: WORDS });
  await mergeMotion(scope, merged.id, { into: lead.id });
  const pageOf = ({ number }: { number: string }) => `/u/${unit.slug}/tracker/${number.replaceAll("/", "-")}`;
  return { scope, unit, cookie, debateId, lead, merged, pageOf };
}
beforeEach(async () => {
  office = await anOffice();
});

/** Whether everybody reads it: at its own address, in the minutes, in the report. */
async function readers() {
  const { scope, debateId, merged, pageOf } = office;
  const page = await visit(pageOf(merged));
  return {
    page: page.status === 200 && (await page.text()).replaceAll("\u00a0", " ").includes(WORDS),
    minutes: JSON.stringify(await getPaper(scope, debateId, "public")).includes(WORDS),
    report: JSON.stringify(visibleIn("public", await getReportFacts(scope, debateId))).includes(WORDS),
  };
}

test("what was merged into a matter is hidden with it, and shown with it again", async () => {
  const { scope, debateId, lead, merged, pageOf } = office;
  const [everybody, nobody] = [
    { page: true, minutes: true, report: true },
    { page: false, minutes: false, report: false },
  ];
  expect(await readers()).toEqual(everybody);
  await hideMotion(scope, lead.id);
  expect(await readers()).toEqual(nobody);
  expect((await visit(pageOf(merged))).status, "as if it were not there").toBe(404);
  expect(JSON.stringify(await getPaper(scope, debateId, "internal"))).toContain(WORDS);

  const { textPublic, place, category, kmzb } = await getMotion(scope, lead.id);
  await admitMotion(scope, lead.id, { textPublic, place, category, kmzb, sensitivity: "public", looked: true });
  expect(await readers()).toEqual(everybody);
  expect((await (await visit(pageOf(lead))).text()).replaceAll("\u00a0", " ")).toContain("zgłosiło: 2 osoby");
});

test("whoever leads others is not given back to one author, or the others would lead nowhere", async () => {
  const { unit, cookie, scope, lead } = office;
  const fields = { o: "return", motionId: lead.id, reason: "Proszę opisać miejsce." };
  const refused = await visit(`/o/${unit.slug}/motions`, { cookie, fields });
  expect(refused.status).toBe(409);
  expect((await refused.text()).replaceAll("\u00a0", " ")).toContain("Z tym wnioskiem połączono inne");
  expect(await getMotion(scope, lead.id)).toMatchObject({ status: "admitted" });
});

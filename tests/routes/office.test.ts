import { describe, expect, test } from "vitest";
import * as landing from "~/routes/_index";
import * as office from "~/routes/o.$unit";
import * as todayPage from "~/routes/o.$unit._index";
import * as accessibility from "~/routes/u.$unit.accessibility";
import * as privacy from "~/routes/u.$unit.privacy";
import { aUnit } from "../setup/factories";
import { aMember, doorArgs } from "../setup/factories.organizations";

const argsFor = (slug: string, cookie?: string) => ({
  ...doorArgs(`/o/${slug}`, { cookie, params: { unit: slug } }),
  context: {},
});

describe("the office", () => {
  test("shows each role the sections it may open", async () => {
    const sections = [];
    for (const role of ["admin", "organizer", "clerk", "viewer"] as const) {
      const { unit, cookie } = await aMember(role);
      const page = await office.loader(argsFor(unit.slug, cookie));
      sections.push([page.me.role, page.sections.includes("outbox"), page.sections.includes("settings")]);
    }
    expect(sections).toEqual([
      ["administrator", true, true],
      ["organizator", true, false],
      ["protokolant", false, false],
      ["czytelnik", false, false],
    ]);
  });

  test("tells who one is and what waits, and offers a new debate to those who plan", async () => {
    const { unit, cookie } = await aMember("organizer", { name: "Katarzyna Wiśniewska-Brzęczyszczykiewicz" });
    const viewer = await aMember("viewer", { unit });
    expect(await office.loader(argsFor(unit.slug, cookie))).toMatchObject({
      unit: { name: "KPP w Testowie", slug: unit.slug },
      me: { name: "mł. asp. Katarzyna Wiśniewska-Brzęczyszczykiewicz" },
      counts: { today: 0, motions: 0, tasks: 0 },
    });
    expect(await todayPage.loader(argsFor(unit.slug, cookie))).toMatchObject({ mayPlan: true, matters: [] });
    expect(await todayPage.loader(argsFor(unit.slug, viewer.cookie))).toMatchObject({ mayPlan: false });
  });

  test("each of its doors has its own lock", async () => {
    const [{ unit }, stranger] = [await aMember(), await aMember("admin")];
    for (const { loader } of [office, todayPage]) {
      await expect(loader(argsFor(unit.slug))).rejects.toMatchObject({ status: 302 });
      await expect(loader(argsFor(unit.slug, stranger.cookie))).rejects.toMatchObject({ status: 404 });
    }
  });
});

describe("public pages of the service", () => {
  test("the first page names the units and nothing else of them", async () => {
    const unit = await aUnit({ name: "Komenda w Łące", phone: "44 123 45 67" });
    const { units } = await landing.loader();
    expect(units).toContainEqual({ slug: unit.slug, name: "Komenda w Łące", locality: "Testów" });
  });

  test("the legal pages are the unit's own, and missing where there is no unit", async () => {
    const { slug } = await aUnit();
    expect(await accessibility.loader(argsFor(slug))).toMatchObject({ address: `http://app.test/u/${slug}` });
    expect(await privacy.loader(argsFor(slug))).toMatchObject({ unit: { slug }, cookieName: "session" });
    for (const { loader } of [accessibility, privacy])
      await expect(loader(argsFor("nie-ma"))).rejects.toMatchObject({ status: 404 });
  });
});

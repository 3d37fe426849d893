import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { listMessages } from "~/domain/history/queries.server";
import { allMonths, RETENTION_KINDS, retentionVersion } from "~/domain/privacy/rules.retention";
import { AccessibilityPage, PrivacyPage } from "~/domain/privacy/ui/legal-pages";
import { action as changeNotices, loader as openNotices } from "~/routes/o.$unit.settings.notices";
import { action as askPerson } from "~/routes/o.$unit.settings.persons";
import { action as copyPerson } from "~/routes/o.$unit.settings.persons_.copy";
import { action as changeRetention, loader as openRetention } from "~/routes/o.$unit.settings.retention";
import { loader as accessibility } from "~/routes/u.$unit.accessibility";
import { loader as privacy } from "~/routes/u.$unit.privacy";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { aFullUnit } from "../setup/matrix";

const at = (slug: string, page: string, cookie: string, fields?: Record<string, string>) =>
  doorArgs(`/o/${slug}/settings/${page}`, { cookie, params: { unit: slug }, fields });
const html = (page: Parameters<typeof renderToStaticMarkup>[0]) => renderToStaticMarkup(page);

/** The ids by which declarations are monitored, in the order of the official template. */
const IDS =
  "a11y-deklaracja a11y-wstep a11y-podmiot a11y-url a11y-data-publikacja a11y-data-aktualizacja a11y-status a11y-tresci-niedostepne a11y-data-sporzadzenie a11y-data-przeglad a11y-audytor a11y-kontakt a11y-osoba a11y-telefon a11y-email a11y-procedura a11y-aplikacje a11y-architektura";

test("what a unit writes stands on its public pages at once, as words and not as markup", async () => {
  const { unit, cookie } = await aMember("admin");
  const page = await openNotices(at(unit.slug, "notices", cookie));
  const text = { privacyNote: "Dostawca: <b>X</b>\n\nDrugi akapit", accessibilityNote: "Skany map." };
  const fields = { ...text, accessibilityReviewedOn: "24.03.2026", _version: String(page.version), _key: page.formKey };
  const shown = await changeNotices(at(unit.slug, "notices", cookie, { ...fields, intent: "preview" }));
  expect(shown).toMatchObject({ data: { isPreview: true } });
  expect((await openNotices(at(unit.slug, "notices", cookie))).fields.privacyNote).toBe("");
  expect(await changeNotices(at(unit.slug, "notices", cookie, fields))).toMatchObject({ status: 303 });
  const stale = await changeNotices(at(unit.slug, "notices", cookie, { ...fields, _key: "another-key-1" }));
  expect(stale).toMatchObject({ init: { status: 409 }, data: { errors: { root: {} } } });

  const publicArgs = doorArgs(`/u/${unit.slug}`, { params: { unit: unit.slug } });
  const declaration = html(createElement(AccessibilityPage, await accessibility(publicArgs)));
  const found = [...declaration.matchAll(/id="(a11y-[a-z-]+)"/g)].map(([, id]) => id);
  expect(found.join(" ")).toBe(IDS);
  expect(declaration).toContain('<time id="a11y-data-przeglad" dateTime="2026-03-24">');
  expect(declaration).toContain("Skany map.");
  const notice = html(createElement(PrivacyPage, await privacy(publicArgs)));
  expect(notice).toContain("Dostawca: &lt;b&gt;X&lt;/b&gt;");
  expect(notice).toContain("<p>Drugi akapit</p>");
  expect(notice).toContain("Prezesa Urzędu Ochrony Danych Osobowych");
});

test("periods are chosen within bounds, and the notice says them", async () => {
  const { unit, cookie } = await aMember("admin");
  const usual = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, String(allMonths(null)[kind])]));
  const version = String(retentionVersion(allMonths(null)));
  const send = (fields: Record<string, string>) =>
    changeRetention(at(unit.slug, "retention", cookie, { ...usual, _version: version, ...fields }));
  expect(await send({ registrations: "13" })).toMatchObject({ init: { status: 422 } });
  expect(await send({ kpa_contacts: "12" })).toMatchObject({ init: { status: 422 } });
  expect(await send({ registrations: "2", _version: "1" })).toMatchObject({ init: { status: 409 } });
  expect(await send({ registrations: "2" })).toMatchObject({ status: 303 });
  const page = await openRetention(at(unit.slug, "retention", cookie));
  expect(page.lines[0]).toEqual({ kind: "registrations", months: 2, rows: 0 });
  const { periods } = await privacy(doorArgs(`/u/${unit.slug}`, { params: { unit: unit.slug } }));
  expect(periods[0]).toMatch(/2\smiesiące od zakończenia debaty/);
});

test("an admin looks a person up, hands out a copy, and erases after a question", async () => {
  const { unit, people, ids, scope } = await aFullUnit("rpqx");
  const { cookie } = people.admin;
  const who = "tajnerpqxseatmail@dom.test";
  const send = (fields: Record<string, string>) => askPerson(at(unit.slug, "persons", cookie, fields));
  expect(await send({ who: "kto to" })).toMatchObject({ init: { status: 422 } });
  expect(await send({ who: "nikt@nigdzie.test" })).toMatchObject({ init: { status: 409 } });
  const looked = (await send({ who })) as { data: { fates: { table: string }[] } };
  expect(looked.data.fates.map(({ table }) => table)).toContain("registrations");
  expect(await send({ who, do: "ask" })).toMatchObject({
    data: { isAsking: true, words: expect.arrayContaining([who]) },
  });

  const copy = (await copyPerson(at(unit.slug, "persons/copy", cookie, { who, do: "export" }))) as Response;
  expect(copy.headers.get("Content-Type")).toBe("application/zip");
  expect(Buffer.from(await copy.arrayBuffer()).includes("dane.json")).toBe(true);

  const erased = (await send({ who, do: "erase", _key: "erase-key-1" })) as Response;
  expect(erased.status).toBe(303);
  expect(((await send({ who, do: "erase", _key: "erase-key-1" })) as Response).status ?? 409).toBeDefined();
  expect(JSON.stringify(await listMessages(scope))).not.toContain(who);
  expect(await send({ who })).toMatchObject({ init: { status: 409 } });
  expect(ids.registration).toBeTruthy();
});

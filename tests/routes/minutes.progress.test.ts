import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { getDebate } from "~/domain/debates/queries.server";
import { savePart } from "~/domain/minutes/commands.server";
import * as internalPdf from "~/routes/o.$unit.debates.$id.minutes[.]pdf";
import * as publicPdf from "~/routes/u.$unit.debates.$slug.minutes[.]pdf";
import { aHeldDebate, minutesOf } from "../setup/factories.minutes-held";
import { aMember, doorArgs } from "../setup/factories.organizations";

const PATIENCE_MS = 1_000;
const TAB = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8", "Sec-Fetch-Dest": "document" };

/** The second after which a browser is told to come back is over at once. */
function withoutPatience() {
  const wait = globalThis.setTimeout;
  return vi
    .spyOn(globalThis, "setTimeout")
    .mockImplementation(((run: () => void, ms?: number, ...rest: unknown[]) =>
      wait(run, ms === PATIENCE_MS ? 0 : ms, ...(rest as []))) as typeof setTimeout);
}

/** Or the document of the test before would be taken from the shelf. */
const unlikeAnyOther = () => ({ key: "survey", text: randomUUID(), internal: false }) as const;

async function anOffice() {
  const member = await aMember("organizer");
  const { debateId } = await aHeldDebate(member.scope);
  await savePart(member.scope, debateId, 0, unlikeAnyOther(), "Ktoś");
  const path = `/o/${member.unit.slug}/debates/${debateId}/minutes`;
  const ask = (headers: Record<string, string>, tail = "") => {
    const args = doorArgs(`${path}.pdf${tail}`, { params: { unit: member.unit.slug, id: debateId } });
    const request = new Request(args.request.url, { headers: { Cookie: member.cookie, ...headers } });
    return internalPdf.loader({ ...args, request });
  };
  return { ...member, debateId, path, ask };
}

describe("a document that takes longer than a second", () => {
  test("shows a tab a calm page that comes back by itself, and then the document", async () => {
    const { ask, path } = await anOffice();
    const clock = withoutPatience();
    const first = await ask(TAB, "?wersja=publiczna");
    expect(first.status).toBe(202);
    expect(Number(first.headers.get("Refresh"))).toBeGreaterThan(0);
    expect(first.headers.get("Cache-Control")).toBe("no-store");
    expect(first.headers.get("Content-Disposition")).toBeNull();
    const page = await first.text();
    expect(page).toContain("<h1>Przygotowujemy dokument…</h1>");
    expect(page).toContain('role="status"');
    expect(page).toContain(`href="${path}.pdf?wersja=publiczna"`);
    for (const refused of ["<script", "style=", "<style", "http-equiv"]) expect(page).not.toContain(refused);
    clock.mockRestore();

    let answer = first;
    while (answer.status === 202) answer = await ask(TAB, "?wersja=publiczna");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect(answer.headers.get("Refresh")).toBeNull();
  });

  test.each([
    ["curl", { Accept: "*/*" }],
    ["a script", { ...TAB, "Sec-Fetch-Dest": "empty" }],
    ["a frame", { ...TAB, "Sec-Fetch-Dest": "iframe" }],
    ["a program that says nothing", {}],
  ])("lets %s wait for the document itself", async (_, headers) => {
    const { ask } = await anOffice();
    withoutPatience();
    const answer = await ask(headers as Record<string, string>);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  });

  test("is not kept by anybody's cache while it is the page, though the public document is", async () => {
    const member = await aMember("organizer");
    const { debateId } = await aHeldDebate(member.scope);
    await savePart(member.scope, debateId, 0, unlikeAnyOther(), "Ktoś");
    await minutesOf(member.scope, debateId, new Date("2026-03-25T10:00:00Z"), true);
    const { slug } = await getDebate(member.scope, debateId);
    const args = doorArgs("/u/x", { params: { unit: member.unit.slug, slug } });
    const request = () => new Request(args.request.url, { headers: TAB });
    const clock = withoutPatience();
    const first = await publicPdf.loader({ ...args, request: request() });
    clock.mockRestore();
    expect([first.status, first.headers.get("Cache-Control")]).toEqual([202, "no-store"]);
    let answer = first;
    while (answer.status === 202) answer = await publicPdf.loader({ ...args, request: request() });
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=300");
  });
});

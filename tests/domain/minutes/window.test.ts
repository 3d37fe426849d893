import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { listMessages } from "~/domain/history/queries.server";
import { acceptRemark, proposeChange, rejectRemark } from "~/domain/minutes/commands.remarks.server";
import { approveMinutes, savePart } from "~/domain/minutes/commands.server";
import { closeWindow, extendWindow, openWindow } from "~/domain/minutes/commands.window.server";
import { openReader } from "~/domain/minutes/gate.server";
import { getReader, getReaderPage, listReaders } from "~/domain/minutes/queries.reader.server";
import { countRemarks, listRemarks } from "~/domain/minutes/queries.remarks.server";
import { findMinutes, listMinutesParts, listPartTexts } from "~/domain/minutes/queries.server";
import { workOutboxOff } from "~/jobs.server";
import { inTransaction, write } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { calendarDate } from "~/platform/time";
import { motions } from "~db/schema";
import { aHeldDebate } from "../../setup/factories.minutes-held";
import { ASKED, anOpenWindow, aPresentGuest, aPresentSubstitute, note } from "../../setup/factories.readers";

const CLERK = "Protokolant";
const DURING = new Date("2026-03-21T09:00:00Z");
const OVER = new Date("2026-03-25T23:00:00Z");

/** A motion that turns out to be for the police only. */
const hide = (id: string) =>
  inTransaction(async () => {
    const [row] = await write
      .update(motions)
      .set({ sensitivity: "police_only" })
      .where(eq(motions.id, id))
      .returning({ number: motions.number });
    return row?.number ?? "";
  });

type Window = Awaited<ReturnType<typeof anOpenWindow>>;
const propose = async ({ link, readerId, item }: Window, original: string, proposed: string, partKey = item) => {
  const made = await proposeChange(link, readerId, { partKey, original, proposed, reason: "Tak było." }, DURING);
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
};

describe("the window", () => {
  test("asks everybody who was there by a letter with a link of their own", async () => {
    const { scope, debateId } = await aHeldDebate();
    await aPresentGuest(scope, debateId);
    await aPresentSubstitute(scope, debateId);
    const { id: absent } = await aPresentGuest(scope, debateId, { email: "nie@przyszedl.test" });
    await note(absent, { presence: "absent" });
    await aPresentGuest(scope, debateId, { email: "" });
    expect(await openWindow(scope, debateId, 5, ASKED)).toMatchObject({ ok: true, value: { readers: 2 } });
    expect(await findMinutes(scope, debateId)).toMatchObject({ status: "in_correction" });
    await workOutboxOff(undefined, ASKED);
    const letters = (await listMessages(scope)).filter(({ kind }) => kind === "minutes_window");
    expect(letters.map(({ recipientEmail }) => recipientEmail).sort()).toEqual([
      "sekretarz@gmina.test",
      "wojt@gmina.test",
    ]);
  });

  test("the same link stays good when it is opened again, and dies with the person behind it", async () => {
    const window = await anOpenWindow();
    const { scope, debateId, token, guest } = window;
    await closeWindow(scope, debateId, DURING);
    await openWindow(scope, debateId, 3, DURING);
    expect((await openReader(token)).readerId).toBe(window.readerId);
    await closeWindow(scope, debateId, DURING);
    await note(guest.id, { email: "inny@gmina.test" });
    await openWindow(scope, debateId, 3, DURING);
    await expect(openReader(token)).rejects.toMatchObject({ status: 404 });
    const [reader] = await listReaders(scope, debateId);
    expect((await openReader(tokenOf("reader", window.readerId, reader?.generation))).readerId).toBe(window.readerId);
  });

  test("is moved by a letter, and is not asked for when it is closed before the letter is written", async () => {
    const { scope, debateId } = await anOpenWindow();
    expect(await extendWindow(scope, debateId, calendarDate("2026-03-31"), DURING)).toMatchObject({ ok: true });
    await workOutboxOff(undefined, DURING);
    expect((await listMessages(scope)).map(({ kind }) => kind).sort()).toEqual([
      "minutes_window",
      "minutes_window_moved",
    ]);
    const other = await anOpenWindow();
    await closeWindow(other.scope, other.debateId, DURING);
    await workOutboxOff(undefined, DURING);
    expect(await listMessages(other.scope)).toEqual([]);
  });

  test("a clerk goes on writing meanwhile", async () => {
    const { scope, debateId, item } = await anOpenWindow();
    expect(await savePart(scope, debateId, 0, { key: item, text: "Dalej." }, CLERK)).toMatchObject({ ok: true });
  });
});

describe("the page behind the link", () => {
  test("shows the draft while it is open, and a sentence afterwards", async () => {
    const window = await anOpenWindow();
    const { scope, debateId, link, readerId } = window;
    await savePart(scope, debateId, 0, { key: window.item, text: "Przeprowadzono dyskusję." }, CLERK);
    await savePart(scope, debateId, 0, { key: "survey", text: "TAJNE", internal: true }, CLERK);
    const page = await getReaderPage(link, readerId, DURING);
    expect(page.isOpen).toBe(true);
    expect(JSON.stringify(page)).toContain("Przeprowadzono dyskusję.");
    expect(JSON.stringify(page)).not.toContain("TAJNE");
    const over = await getReaderPage(link, readerId, OVER);
    expect(over.isOpen).toBe(false);
    expect(JSON.stringify(over)).not.toContain("Przeprowadzono");
    const late = { partKey: window.item, original: "x", proposed: "y", reason: "" };
    expect(await proposeChange(link, readerId, late, OVER)).toEqual({ ok: false, reason: "closed" });
    await approveMinutes(scope, debateId, { approvedBy: "Komendant" }, DURING);
    expect(await getReaderPage(link, readerId, DURING)).toMatchObject({ isOpen: false, status: "approved" });
    expect(await proposeChange(link, readerId, late, DURING)).toEqual({ ok: false, reason: "closed" });
  });

  test("a text that gives a hidden motion away is closed as long as it does", async () => {
    const window = await anOpenWindow();
    const { scope, debateId, link, readerId, item, motionId } = window;
    const number = await hide(motionId);
    await savePart(scope, debateId, 0, { key: item, text: `Omówiono ${number}.` }, CLERK);
    await savePart(scope, debateId, 0, { key: "findings", text: `Ustalono ${number}.` }, CLERK);
    const page = JSON.stringify(await getReaderPage(link, readerId, DURING));
    expect(page).not.toMatch(/Omówiono|Ustalono/);
    expect(page).not.toContain(number);
    await savePart(scope, debateId, 1, { key: item, text: "Omówiono [[to]]." }, CLERK);
    expect(JSON.stringify(await getReaderPage(link, readerId, DURING))).toContain("Omówiono [utajniono].");
  });

  test("a part that guests do not read, or that is not there, gets no remark", async () => {
    const { link, readerId, scope, debateId } = await anOpenWindow();
    await savePart(scope, debateId, 0, { key: "survey", text: "TAJNE", internal: true }, CLERK);
    for (const partKey of ["survey", "distribution", "item:00000000-0000-4000-8000-000000000000", "section:time"])
      expect(await proposeChange(link, readerId, { partKey, original: "", proposed: "x", reason: "" }, DURING)).toEqual(
        { ok: false, reason: "unknown_part" },
      );
  });
});

describe("a decision", () => {
  test("accepted: the paragraph is changed as an ordinary save, and the guest is told", async () => {
    const window = await anOpenWindow();
    const { scope, debateId, item } = window;
    await savePart(scope, debateId, 0, { key: item, text: "Pierwszy.\nDrugi.\nTrzeci." }, CLERK);
    const id = await propose(window, "Drugi.", "Drugi, poprawiony.");
    expect(await acceptRemark(scope, debateId, id, { note: "" }, CLERK, DURING)).toMatchObject({ ok: true });
    expect(await listMinutesParts(scope, debateId)).toMatchObject([
      { text: "Pierwszy.\nDrugi, poprawiony.\nTrzeci.", version: 2, editedBy: CLERK },
    ]);
    expect(await listPartTexts(scope, debateId, item)).toHaveLength(2);
    expect(await acceptRemark(scope, debateId, id, { note: "" }, CLERK)).toMatchObject({ reason: "decided" });
    await workOutboxOff(undefined, DURING);
    expect((await listMessages(scope)).filter(({ kind }) => kind === "minutes_remark")).toMatchObject([
      { recipientEmail: "wojt@gmina.test", subject: expect.stringContaining("przyjęta") },
    ]);
  });

  test("also where the text from the record is not saved yet", async () => {
    const window = await anOpenWindow();
    const { scope, debateId, item, link, readerId } = window;
    const page = await getReaderPage(link, readerId, DURING);
    const target = page.isOpen ? page.targets.find(({ key, original }) => key === item && original) : undefined;
    const id = await propose(window, target?.original ?? "", "Po zmianie.");
    expect(await acceptRemark(scope, debateId, id, { note: "" }, CLERK, DURING)).toMatchObject({ ok: true });
    expect((await listMinutesParts(scope, debateId))[0]?.text).toContain("Po zmianie.");
  });

  test("the paragraph has changed: nothing is written until somebody has put both together", async () => {
    const window = await anOpenWindow();
    const { scope, debateId, item } = window;
    await savePart(scope, debateId, 0, { key: item, text: "Drugi." }, CLERK);
    const id = await propose(window, "Drugi.", "Drugi, poprawiony.");
    await savePart(scope, debateId, 1, { key: item, text: "Drugi inaczej." }, CLERK);
    expect(await acceptRemark(scope, debateId, id, { note: "" }, CLERK)).toEqual({ ok: false, reason: "moved" });
    const merged = { text: "Drugi inaczej, poprawiony.", version: 1 };
    expect(await acceptRemark(scope, debateId, id, { note: "", merged }, CLERK)).toEqual({
      ok: false,
      reason: "stale",
    });
    expect(await countRemarks(scope, debateId)).toEqual({ all: 1, open: 1 });
    expect(
      await acceptRemark(scope, debateId, id, { note: "", merged: { ...merged, version: 2 } }, CLERK),
    ).toMatchObject({ ok: true });
    expect((await listMinutesParts(scope, debateId))[0]?.text).toBe(merged.text);
    expect((await listRemarks(scope, debateId))[0]).toMatchObject({ original: "Drugi.", status: "accepted" });
  });

  test("rejected with a reason, once, by whoever is first", async () => {
    const window = await anOpenWindow();
    const { scope, debateId } = window;
    const id = await propose(window, "", "Dopisać.");
    const both = await Promise.all([
      rejectRemark(scope, debateId, id, "Nie padło na sali.", CLERK, DURING),
      acceptRemark(scope, debateId, id, { note: "" }, "Ktoś inny", DURING),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await countRemarks(scope, debateId)).toEqual({ all: 1, open: 0 });
  });

  test("about a table only the decision is kept: its data are mended where they come from", async () => {
    const window = await anOpenWindow();
    const { scope, debateId } = window;
    const id = await propose(window, "", "Byłam ja, nie zastępca.", "section:participants");
    expect(await acceptRemark(scope, debateId, id, { note: "Poprawione." }, CLERK, DURING)).toMatchObject({ ok: true });
    expect(await listMinutesParts(scope, debateId)).toEqual([]);
  });

  test("after approval no text changes any more", async () => {
    const window = await anOpenWindow();
    const { scope, debateId } = window;
    const id = await propose(window, "", "Dopisać.");
    await approveMinutes(scope, debateId, { approvedBy: "Komendant" }, DURING);
    expect(await acceptRemark(scope, debateId, id, { note: "" }, CLERK)).toEqual({ ok: false, reason: "frozen" });
    expect((await getReader(scope, window.readerId)).status).toBe("approved");
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Answer,
  answered,
  type Desk,
  isUnsaved,
  keepMine,
  keptOf,
  nextToSend,
  openDesk,
  refreshed,
  restore,
  sending,
  summaryOf,
  takeTheirs,
  typeOn,
} from "~/domain/minutes/rules.autosave";

const part = (text = "", version = 0) => ({ text, internal: false, version });
const draft = (text: string) => ({ text, internal: false });
const theirs = { ...part("Cudzy", 7), editedBy: "Jan", updatedAt: "2026-03-18T18:00:00Z" };
const saved = (version: number | undefined): Answer => ({ kind: "saved", version, at: "2026-03-18T17:42:00Z" });
const trouble = (trouble: "offline" | "frozen" | "invalid"): Answer => ({ kind: "trouble", trouble });
const send = (desk: Desk, key = "k") => sending(desk, nextToSend(desk, key) ?? { ...part(), key, wanted: false });

describe("one part on a desk", () => {
  const typed = typeOn(openDesk(part("A", 2)), draft("AB"));

  test.each([
    ["nothing typed", openDesk(part("A", 2)), null],
    ["typed", typed, { text: "AB", version: 2, key: "k" }],
    ["on its way: the same again", typeOn(send(typed, "first"), draft("ABC")), { text: "AB", key: "first" }],
    ["no answer: the same again", answered(send(typed, "first"), trouble("offline")), { text: "AB", key: "first" }],
    ["saved", answered(send(typed), saved(3)), null],
    ["saved, typed on", typeOn(answered(send(typed), saved(3)), draft("ABC")), { text: "ABC", version: 3 }],
    ["somebody else was faster", answered(send(typed), { kind: "stale", theirs }), null],
    [
      "mine, after reading both",
      keepMine(answered(send(typed), { kind: "stale", theirs })),
      { text: "AB", version: 7 },
    ],
    ["theirs", takeTheirs(answered(send(typed), { kind: "stale", theirs })), null],
    ["approved meanwhile", answered(send(typed), trouble("frozen")), null],
    ["too long", answered(send(typed), trouble("invalid")), null],
    ["too long, then shorter", typeOn(answered(send(typed), trouble("invalid")), draft("A.")), { text: "A." }],
  ])("%s", (_what, desk, next) => {
    if (next === null) expect(nextToSend(desk, "k")).toBeNull();
    else expect(nextToSend(desk, "k")).toMatchObject(next);
  });

  test("a text from the record is sent only when somebody asks for it", () => {
    expect(nextToSend(openDesk(part("Z zapisu")), "k")).toBeNull();
    expect(nextToSend(openDesk(part("Z zapisu")), "k", true)).toMatchObject({ wanted: true, version: 0 });
  });

  test("a newer text is shown where nobody writes, and nowhere else", () => {
    expect(refreshed(openDesk(part("A", 2)), part("B", 3)).typed.text).toBe("B");
    expect(refreshed(typed, part("B", 3)).typed.text).toBe("AB");
    expect(refreshed(answered(send(typed), saved(3)), part("A", 2)).typed.text).toBe("AB");
    expect(refreshed(openDesk(part("Z zapisu")), part("Z nowego zapisu")).typed.text).toBe("Z nowego zapisu");
  });

  test("what a browser kept comes back with its version and its key", () => {
    const kept = keptOf(answered(send(typed, "first"), trouble("offline")));
    expect(kept && restore(openDesk(part("A", 2)), kept)).toMatchObject({
      typed: { text: "AB" },
      sent: { key: "first" },
    });
    expect(keptOf(answered(send(typed), saved(3)))).toBeNull();
    const same = { typed: draft("A"), version: 1, sent: null };
    expect(restore(openDesk(part("A", 2)), same).version).toBe(2);
  });

  test.each([
    [[], "idle"],
    [[openDesk(part())], "idle"],
    [[openDesk(part()), typed], "unsaved"],
    [[answered(send(typed), saved(3))], "saved"],
    [[typed, answered(send(typed), trouble("offline"))], "trouble"],
    [[answered(send(typed), trouble("offline")), answered(send(typed), { kind: "stale", theirs })], "conflict"],
  ])("summary %#", (desks, state) => {
    expect(summaryOf(desks).state).toBe(state);
  });
});

test("whatever is typed and answered in whatever order: nothing is called saved that was not", () => {
  const step = fc.oneof(
    fc.string().map((text) => ({ do: "type" as const, text })),
    fc.constant({ do: "send" as const }),
    fc.constantFrom("saved", "lost", "stale").map((how) => ({ do: "answer" as const, how })),
    fc.constant({ do: "mine" as const }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let desk = openDesk(part("", 1));
      let [server, typed] = ["", ""];
      for (const [i, one] of steps.entries()) {
        if (one.do === "type") [desk, typed] = [typeOn(desk, draft(one.text)), one.text];
        if (one.do === "mine") {
          if (desk.theirs) server = desk.theirs.text;
          desk = keepMine(desk);
        }
        const next = one.do === "send" ? nextToSend(desk, `k${i}`) : null;
        if (next) desk = sending(desk, next);
        if (one.do === "answer" && desk.sent) {
          if (one.how === "saved") server = desk.sent.text;
          const answer = { saved: saved(desk.version + 1), lost: trouble("offline"), stale: { kind: "stale", theirs } };
          desk = answered(desk, answer[one.how as keyof typeof answer] as Answer);
        }
        expect(desk.typed.text).toBe(typed);
        if (!isUnsaved(desk) && !desk.theirs) expect(server).toBe(typed);
      }
    }),
  );
});

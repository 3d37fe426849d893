import { describe, expect, test } from "vitest";
import { messages } from "~/domain/motions/messages.pl";
import {
  columnsOf,
  decideCapture,
  decideMerge,
  decideMove,
  decideSubmission,
  isPublic,
  MOTION_MOVES,
  MOTION_STATES,
  motionNumber,
  stateOf,
} from "~/domain/motions/rules";
import { DEBATE_STATUSES, MOTION_STATUSES, SENSITIVITIES } from "~db/vocabulary";

test("every move from every state", () => {
  const table = MOTION_STATES.map((state) => {
    const cells = MOTION_MOVES.map((move) => {
      const result = decideMove(state, move);
      return `${move}: ${result.ok ? result.value : `– ${result.reason}`}`;
    });
    return `${state}\n  ${cells.join("\n  ")}`;
  });
  expect(table.join("\n")).toMatchInlineSnapshot(`
    "submitted
      admit: open
      revise: – not_admitted
      return: returned
      merge: merged
      keep_for_police: police_only
      answer: – not_admitted
      refer: – not_admitted
      put_out_of_scope: – not_admitted
      link_task: – not_admitted
      settle: – not_admitted
      report: – not_admitted
    returned
      admit: open
      revise: – is_returned
      return: – is_returned
      merge: – is_returned
      keep_for_police: police_only
      answer: – is_returned
      refer: – is_returned
      put_out_of_scope: – is_returned
      link_task: – is_returned
      settle: – is_returned
      report: – is_returned
    open
      admit: – not_decided
      revise: open
      return: returned
      merge: merged
      keep_for_police: police_only
      answer: answered_on_spot
      refer: referred
      put_out_of_scope: out_of_scope
      link_task: task
      settle: – not_decided
      report: open
    answered_on_spot
      admit: – already_decided
      revise: answered_on_spot
      return: – already_decided
      merge: – already_decided
      keep_for_police: police_only
      answer: answered_on_spot
      refer: referred
      put_out_of_scope: out_of_scope
      link_task: task
      settle: – already_decided
      report: answered_on_spot
    task
      admit: – has_task
      revise: task
      return: – has_task
      merge: – has_task
      keep_for_police: – has_task
      answer: – has_task
      refer: – has_task
      put_out_of_scope: – has_task
      link_task: task
      settle: task
      report: task
    referred
      admit: – already_decided
      revise: referred
      return: – already_decided
      merge: – already_decided
      keep_for_police: police_only
      answer: answered_on_spot
      refer: referred
      put_out_of_scope: out_of_scope
      link_task: referred
      settle: referred
      report: referred
    merged
      admit: – is_merged
      revise: – is_merged
      return: – is_merged
      merge: – is_merged
      keep_for_police: – is_merged
      answer: – is_merged
      refer: – is_merged
      put_out_of_scope: – is_merged
      link_task: – is_merged
      settle: – is_merged
      report: – is_merged
    out_of_scope
      admit: – already_decided
      revise: out_of_scope
      return: – already_decided
      merge: – already_decided
      keep_for_police: police_only
      answer: answered_on_spot
      refer: referred
      put_out_of_scope: out_of_scope
      link_task: task
      settle: – already_decided
      report: out_of_scope
    police_only
      admit: – is_police_only
      revise: police_only
      return: – is_police_only
      merge: – is_police_only
      keep_for_police: – is_police_only
      answer: – is_police_only
      refer: – is_police_only
      put_out_of_scope: – is_police_only
      link_task: police_only
      settle: police_only
      report: – is_police_only"
  `);
});

test("a state and its columns say the same", () => {
  for (const state of MOTION_STATES) expect(stateOf(columnsOf(state))).toBe(state);
});

test("every refusal has its sentence", () => {
  for (const state of MOTION_STATES)
    for (const move of MOTION_MOVES) {
      const result = decideMove(state, move);
      if (!result.ok) expect(messages.refusals[result.reason]).toMatch(/\.$/);
    }
});

describe("when a debate takes motions", () => {
  const motionsCloseAt = new Date("2026-03-25T22:59:59Z");
  const before = new Date("2026-03-25T22:59:58Z");

  test("by its status", () => {
    const rows = DEBATE_STATUSES.map((status) => {
      const online = decideSubmission({ status, motionsCloseAt }, before);
      const staff = decideCapture({ status, announcedAt: before });
      return `${status}: ${online.ok ? "yes" : online.reason} / staff ${staff.ok ? "yes" : staff.reason}`;
    });
    expect(rows).toMatchInlineSnapshot(`
      [
        "draft: not_yet_open / staff not_yet_open",
        "announced: yes / staff yes",
        "live: yes / staff yes",
        "held: yes / staff yes",
        "closed: debate_closed / staff debate_closed",
        "postponed: yes / staff yes",
        "cancelled: called_off / staff called_off",
      ]
    `);
  });

  test("nothing is captured for a debate that was postponed before anybody had heard of it", () => {
    expect(decideCapture({ status: "postponed", announcedAt: null })).toEqual({ ok: false, reason: "not_yet_open" });
  });

  test("until the last moment, and not in it", () => {
    expect(decideSubmission({ status: "held", motionsCloseAt }, before).ok).toBe(true);
    expect(decideSubmission({ status: "held", motionsCloseAt }, motionsCloseAt)).toEqual({
      ok: false,
      reason: "too_late",
    });
  });
});

describe("merging", () => {
  const one = { id: "1", debateId: "d", status: "submitted", outcome: null, sensitivity: "public" } as const;
  const open = { ...one, id: "2", status: "admitted" } as const;

  test.each([
    ["into an admitted one", one, open, "merged"],
    ["into itself", open, open, "into_itself"],
    ["into another debate", one, { ...open, debateId: "e" }, "other_debate"],
    ["into one nobody has admitted", one, { ...open, status: "submitted" } as const, "target_not_admitted"],
    ["into a merged one", one, { ...open, outcome: "merged" } as const, "target_not_admitted"],
    ["into a secret one", one, { ...open, outcome: "police_only" } as const, "target_not_admitted"],
    ["into a task", one, { ...open, outcome: "task" } as const, "merged"],
    ["when it has a task itself", { ...open, id: "3", outcome: "task" } as const, open, "has_task"],
    ["when it is merged already", { ...open, id: "3", outcome: "merged" } as const, open, "is_merged"],
  ])("%s", (_case, motion, target, expected) => {
    const result = decideMerge(motion, target);
    expect(result.ok ? result.value : result.reason).toBe(expected);
  });
});

test("the public sees what is admitted and public, and nothing else", () => {
  const seen = MOTION_STATUSES.flatMap((status) =>
    SENSITIVITIES.filter((sensitivity) => isPublic({ status, sensitivity })).map((s) => `${status} ${s}`),
  );
  expect(seen).toEqual(["admitted public"]);
});

test("numbers", () => {
  expect(motionNumber({ number: 3, year: 2026 }, 7)).toBe("3/2026/07");
  expect(motionNumber({ number: 12, year: 2026 }, 10_000)).toBe("12/2026/10000");
});

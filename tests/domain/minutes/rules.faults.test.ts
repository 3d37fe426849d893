import { expect, test } from "vitest";
import { check } from "~/domain/minutes/messages.check.pl";
import { addressOf, error, groupFaults, warning } from "~/domain/minutes/rules.faults";

const BASE = "/o/kpp/debates/d1/minutes";

test.each([
  [undefined, "/o/kpp/debates/d1/minutes#part-findings"],
  [{ page: "motion", id: "m1" }, "/o/kpp/debates/d1/motions?wniosek=m1#wniosek"],
  [{ page: "presence", id: "g1" }, "/o/kpp/debates/d1/attendance#p-g1"],
  [{ page: "guest", id: "g1" }, "/o/kpp/debates/d1/invitations?osoba=g1#tel"],
  [{ page: "counts" }, "/o/kpp/debates/d1/attendance#count_residents"],
  [{ page: "chair" }, "/o/kpp/debates/d1/edit#chair"],
  [{ page: "minuteTaker" }, "/o/kpp/debates/d1/edit#minuteTaker"],
  [{ page: "plan" }, "/o/kpp/debates/d1/edit#topic"],
  [{ page: "agenda" }, "/o/kpp/debates/d1/agenda#tresc"],
  [{ page: "task", id: "t1" }, "/o/kpp/tasks/t1#tresc"],
  [{ page: "unit" }, "/o/kpp/settings#headOffice"],
] as const)("%j leads to %s", (elsewhere, address) =>
  expect(addressOf({ at: "part-findings", elsewhere }, BASE)).toBe(address),
);

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => warning("guest_without_presence", `${i}`, "s3"));

test.each([
  [0, []],
  [3, [[3, 0, 0]]],
  [4, [[4, 0, 0]]],
  [5, [[3, 2, 0]]],
  [53, [[3, 50, 0]]],
  [200, [[3, 50, 147]]],
])("%i of one kind", (count, expected) =>
  expect(groupFaults(many(count)).map(({ shown, folded, left }) => [shown.length, folded.length, left])).toEqual(
    expected,
  ),
);

test("errors come first, and stay apart from remarks of the same kind", () => {
  const faults = [
    warning("personal_data", "a", "s7"),
    error("personal_data", "b", "s7"),
    warning("not_counted", "", "s3"),
    error("task_missing", "c", "s7"),
  ];
  expect(groupFaults(faults).map(({ level, kind }) => `${level} ${kind}`)).toEqual([
    "error personal_data",
    "error task_missing",
    "warning personal_data",
    "warning not_counted",
  ]);
});

test("what is quoted in the name of an item has the inner quotes", () => {
  const said = check.faults.item_without_text({ subject: "Mapa, „Moja Komenda”" });
  expect(said).toContain("„Mapa, »Moja Komenda«”: tekst");
});

import { expect, test } from "vitest";
import { inboxAddress, readInboxAddress } from "~/domain/motions/rules.inbox";

const AT = "http://app.test/o/kpp/motions";

test("filter and page outlive the choice of a motion", () => {
  const { query } = readInboxAddress(
    `${AT}?q=park&stan=held&kat=LIGHT&przed=12&wniosek=abc&zapisano=1/2026/01&co=admit&x=1`,
  );
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
    q: "park",
    stan: "held",
    kat: "LIGHT",
    przed: "12",
  });
});

test("a save is said once, in words that are ours", () => {
  const address = inboxAddress("/o/kpp/motions", `${AT}?stan=held&wniosek=abc`, {
    number: "3/2026/07",
    choice: "admit",
  });
  expect(readInboxAddress(`http://app.test${address}`)).toMatchObject({
    query: "stan=held",
    saved: { number: "3/2026/07", choice: "admit" },
  });
  for (const odd of ["", "?zapisano=x&co=admit", "?zapisano=3/2026/07", "?zapisano=<b>&co=admit"])
    expect(readInboxAddress(AT + odd).saved).toBeNull();
});

test("what is too long is cut, not carried along", () => {
  expect(readInboxAddress(`${AT}?q=${"x".repeat(5000)}`).query).toHaveLength(202);
});

// @vitest-environment jsdom
import { useActionData } from "@remix-run/react";
import { createRemixStub } from "@remix-run/testing";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { HallDesk as Desk } from "~/domain/evaluation/queries.hall.server";
import { HallDesk } from "~/domain/evaluation/ui/hall-desk";
import type { FormErrors } from "~/platform/forms";
import { ClientNavigation } from "~/ui/anchor";

const VOTES = { done: 0, partly: 0, not_done: 0 };
const SHOWN = {
  debate: { id: "d", status: "live", isEvaluation: true },
  screen: { mode: "ballot", motionId: "m" },
  rows: [],
  current: null,
  open: { id: "m", number: "1/2026/03", text: "Lampa.", place: "", reportText: "", heads: VOTES, phones: VOTES },
} as unknown as Desk;
const SENTENCE = "Proszę podać liczbę całkowitą.";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, "hidden", "get").mockReturnValue(false);
  vi.spyOn(console, "warn").mockImplementation(() => {}); // why: the stub router announces React Router 7
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test("votes are counted anew while a ballot is open, until something typed is refused: its sentence stays", async () => {
  const loader = vi.fn(() => null);
  const Page = () => {
    const refused = useActionData<{ errors: FormErrors }>();
    return (
      <ClientNavigation.Provider value={true}>
        <HallDesk shown={SHOWN} formKey="key-12345" errors={refused?.errors} />
      </ClientNavigation.Provider>
    );
  };
  const action = () => ({ errors: { "heads-done": { type: "custom", message: SENTENCE } } });
  const Stub = createRemixStub([{ id: "hall", path: "/", Component: Page, loader, action }]);
  render(<Stub hydrationData={{ loaderData: { hall: null } }} />);
  await later(6_000);
  expect(loader.mock.calls.length).toBeGreaterThan(1);

  fireEvent.click(screen.getByRole("button", { name: /Zamknij głosowanie/ }));
  await later(100);
  expect(screen.getAllByText(new RegExp(SENTENCE.slice(1))).length).toBe(2);
  await later(30_000);
  expect(screen.getAllByText(new RegExp(SENTENCE.slice(1))).length).toBe(2);
  expect(screen.getByRole("alert").textContent).toContain("Zrealizowano – proszę podać");
});

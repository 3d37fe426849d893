// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newFields } from "~/domain/debates/schema.new";
import { DebateForm } from "~/domain/debates/ui/debate-form";
import { calendarDate } from "~/platform/time";
import { ClientNavigation } from "~/ui/anchor";

const NOW = new Date("2026-11-02T09:00:00Z");
const template = { kind: "initiating", day: calendarDate("2027-03-18"), minutes: 120, chair: "" } as const;

afterEach(cleanup);
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {})); // why: the stub router announces React Router 7

function renderForm(errors?: Record<string, { type: string; message: string }>) {
  const action = vi.fn(async ({ request }: { request: Request }) => {
    sent.push(Object.fromEntries(await request.formData()));
    return null;
  });
  const sent: object[] = [];
  const form = (
    <ClientNavigation.Provider value={true}>
      <DebateForm
        fields={newFields(template, NOW)}
        errors={errors}
        formKey="key-12345"
        version={7}
        evaluable={[]}
        now={NOW}
        submit="Zapisz"
        backHref="/o/x/debates"
        back="Wróć"
      />
    </ClientNavigation.Provider>
  );
  const Page = createRemixStub([{ path: "/", Component: () => form, action }]);
  render(<Page />);
  return { action, sent };
}
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

test("what is wrong is said before it leaves the browser, with the weekday beside each date", async () => {
  const { action } = renderForm();
  expect(document.getElementById("startsOn-h")?.textContent).toMatch(/^czwartek, 18\smarca 2027\sr\.$/);
  type("Koniec", "16:00");
  type("Temat", "Ruch");
  type("Miejsce", "Sala");
  fireEvent.click(screen.getByRole("button", { name: "Zapisz" }));
  expect(await screen.findAllByText(/później niż początek/)).toHaveLength(2);
  expect(action).not.toHaveBeenCalled();
});

test("an empty deadline says which day it means", () => {
  renderForm();
  type("Odpowiedzi zaproszonych do (nieobowiązkowe)", "");
  expect(document.getElementById("answersOn-h")?.textContent).toBe("Puste pole oznacza 11.03.2027 (czwartek).");
});

test("what is right is sent as the form itself, with its key and version", async () => {
  const { action, sent } = renderForm();
  type("Temat", "Ruch");
  type("Miejsce", "Sala");
  fireEvent.click(screen.getByRole("button", { name: "Zapisz" }));
  await vi.waitFor(() => expect(action).toHaveBeenCalled());
  await vi.waitFor(() => expect(sent[0]).toMatchObject({ topic: "Ruch", _key: "key-12345", _version: "7" }));
});

test("a refusal of the server stands beside its field", () => {
  renderForm({ number: { type: "refused", message: "Ten numer już jest." } });
  expect(document.getElementById("number-e")?.textContent).toContain("Ten numer już jest.");
});

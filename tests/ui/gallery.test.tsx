// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { describe, expect, test, vi } from "vitest";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Check, Choices } from "~/ui/choices";
import { ConflictNote } from "~/ui/conflict-note";
import { ErrorSummary } from "~/ui/error-summary";
import { EventMicrodata } from "~/ui/event-microdata";
import { Field, Select, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Filters, Pager } from "~/ui/list-tools";
import { Note } from "~/ui/notes";
import { OfficeShell } from "~/ui/office-shell";
import { CheckRow, Panel, Row } from "~/ui/panel";
import { PublicPage, telephoneLink } from "~/ui/public-page";
import { drawRuns, Qr } from "~/ui/qr";
import { Table } from "~/ui/table";
import { open, renderInStub } from "./open";

const unit = { name: "Komenda Powiatowa Policji w Wierzbinowie", slug: "kpp-wierzbinow", phone: "00 000 00 00" };
const PROBLEM = "Proszę wpisać miejsce.";

describe("fields", () => {
  test("label, hint and error belong to the input", () => {
    const page = open(<Field name="place" label="Gdzie?" hint="Ulica" error={{ message: PROBLEM }} optional />);
    const input = page.get("input#place");
    expect(page.get("label[for=place]").textContent).toBe("Gdzie? (nieobowiązkowe)");
    expect(page.describedBy(input)).toEqual(["Ulica", `Błąd: ${PROBLEM}`]);
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(input.closest(".is-invalid")).not.toBeNull();
  });

  test("a field without hint and error refers to nothing", () => {
    const input = open(<TextArea name="text" label="Co?" defaultValue="Ciemno" />).get("textarea");
    expect([input.getAttribute("aria-describedby"), input.getAttribute("aria-invalid")]).toEqual([null, null]);
    expect(input.textContent).toBe("Ciemno");
  });

  test("what react-hook-form registers reaches the input", () => {
    const ref = vi.fn();
    const registered = { name: "items.0.title", onChange: vi.fn(), onBlur: vi.fn(), ref };
    const page = open(<Field label="Tytuł" {...registered} />);
    expect(page.get("input").getAttribute("name")).toBe("items.0.title");
    expect(page.get("label").getAttribute("for")).toBe("items.0.title");
  });

  test("a select has groups and an empty first choice", () => {
    const options = [
      { value: "a", label: "A" },
      { group: "Inne", options: [{ value: "b", label: "B" }] },
    ];
    const page = open(<Select name="kind" label="Rodzaj" placeholder="Wybierz" options={options} defaultValue="b" />);
    expect(page.all("option").map((option) => option.getAttribute("value"))).toEqual(["", "a", "b"]);
    expect(page.get("optgroup").getAttribute("label")).toBe("Inne");
    expect(page.get("option[selected]").textContent).toBe("B");
  });

  test("radio cards are one named group, whose error is described and whose first input the summary finds", () => {
    const options = [
      { value: "yes", label: "Tak", reveal: <Field name="needs" label="Potrzeby" /> },
      { value: "no", label: "Nie", hint: "Proszę podać powód" },
    ];
    const page = open(<Choices name="answer" label="Odpowiedź" options={options} chosen="no" error={PROBLEM} />);
    const group = page.get("fieldset");
    expect([group.getAttribute("role"), group.getAttribute("aria-invalid")]).toEqual(["radiogroup", "true"]);
    expect(page.get("legend").textContent).toBe("Odpowiedź");
    expect(page.describedBy(group)).toEqual([`Błąd: ${PROBLEM}`]);
    expect(page.get("#answer").getAttribute("value")).toBe("yes");
    expect(page.get("input[checked]").getAttribute("value")).toBe("no");
    expect(page.describedBy(page.get("#answer-no"))).toEqual(["Proszę podać powód"]);
    // The stylesheet opens a reveal that stands right after its choice.
    expect(page.get("label[for=answer] + .reveal input").id).toBe("needs");
  });

  test("a list of checkboxes is sent as needs[] and called needs", () => {
    const options = [
      { value: "chair", label: "Wózek" },
      { value: "sign", label: "Tłumacz" },
    ];
    const page = open(<Choices name="needs[]" type="checkbox" label="Potrzeby" options={options} chosen={["sign"]} />);
    expect(page.all("input").map(({ id }) => id)).toEqual(["needs", "needs-sign"]);
    expect(page.get("input[checked]").getAttribute("name")).toBe("needs[]");
  });

  test("a single checkbox carries its hint and error", () => {
    const page = open(<Check name="consent" label="Zgadzam się" hint="Tylko w tej sprawie" error={PROBLEM} />);
    expect(page.describedBy(page.get("input"))).toEqual(["Tylko w tej sprawie", `Błąd: ${PROBLEM}`]);
  });
});

describe("errors", () => {
  test("the summary links to each field, says how many, and can take the focus", () => {
    const errors = {
      place: { type: "x", message: PROBLEM },
      items: [{ title: { type: "y", message: "Za długi.", ref: { message: "not an error" } } }],
    };
    const page = open(<ErrorSummary errors={errors} labels={{ place: "Gdzie?" }} />);
    const box = page.get("[role=alert]");
    expect([box.id, box.getAttribute("tabindex")]).toEqual(["wynik", "-1"]);
    expect(page.get("h2").textContent).toBe("Trzeba poprawić 2\u00a0pola");
    expect(page.all("a").map((link) => [link.getAttribute("href"), link.textContent])).toEqual([
      ["#place", "Gdzie? – proszę wpisać miejsce."],
      ["#items.0.title", "Za długi."],
    ]);
  });

  test("a refusal of the whole form is the heading", () => {
    const page = open(<ErrorSummary errors={{ root: { type: "refused", message: "Czas minął." } }} />);
    expect(page.get("h2").textContent).toBe("Czas minął.");
    expect(page.all("a")).toEqual([]);
  });

  test("in a live page the summary takes the focus after sending, not while somebody goes through the fields", () => {
    const errors = { place: { type: "x", message: PROBLEM } };
    const { unmount } = render(<ErrorSummary errors={errors} />);
    expect(document.activeElement).toBe(screen.getByRole("alert"));
    unmount();

    const form = (shown: object) => (
      <form onSubmit={(event) => event.preventDefault()}>
        <ErrorSummary errors={shown} />
        <Field name="place" label="Gdzie?" />
        <Button>Zapisz</Button>
      </form>
    );
    const { rerender } = render(form({}));
    const button = screen.getByRole("button");
    fireEvent.input(screen.getByLabelText("Gdzie?"));
    button.focus();
    rerender(form(errors));
    expect(document.activeElement).toBe(button);

    rerender(form({}));
    fireEvent.click(button);
    rerender(form(errors));
    expect(document.activeElement).toBe(screen.getByRole("alert"));
    cleanup();
  });

  test("no errors, no summary", () => {
    expect(open(<ErrorSummary errors={undefined} />).html).toBe("");
    expect(open(<ErrorSummary errors={{}} />).html).toBe("");
  });

  test("a conflict shows both texts and leaves out what is equal", () => {
    const fields = [
      { label: "Treść", mine: "11 wniosków", theirs: "12 wniosków" },
      { label: "Miejsce", mine: "GOK", theirs: "GOK" },
    ];
    const page = open(<ConflictNote fields={fields} savedBy="Anna Lis, 12:44" />);
    expect(page.all("section").map((section) => section.textContent)).toEqual([
      "Państwa wersjaniezapisanaTreść11 wniosków",
      "Wersja zapisanaAnna Lis, 12:44Treść12 wniosków",
    ]);
  });
});

describe("content", () => {
  test("a table keeps its roles when it becomes cards", () => {
    type Task = { id: string; title: string; owner: string };
    const columns = [
      { label: "Zadanie", cell: (task: Task) => task.title },
      { label: "Podmiot", cell: (task: Task) => task.owner },
      { label: "Działanie", hideLabel: true, cell: () => <Button about="Z1">Zmień</Button> },
    ];
    const rows = [{ id: "1", title: "Kontrole", owner: "Straż Miejska" }];
    const page = open(<Table caption="Zadania" columns={columns} rows={rows} rowKey={({ id }) => id} />);
    expect(page.get("caption").textContent).toBe("Zadania");
    expect(page.get("[role=rowheader]").textContent).toBe("Kontrole");
    expect(page.all("td").map((cell) => cell.getAttribute("data-label"))).toEqual(["Podmiot", null]);
    expect(page.all("tr, th, td").filter((part) => !part.hasAttribute("role"))).toEqual([]);
    expect(page.get("td button").textContent).toBe("Zmień – Z1");
  });

  test("a panel is a region with its heading's name", () => {
    const page = open(
      <Panel title="Zadania" count={2}>
        <Row badge={{ tone: "late", text: "Po terminie" }} title="Przejście przy ul. Kościelnej" href="/x" />
      </Panel>,
    );
    const id = page.get("section").getAttribute("aria-labelledby") ?? "";
    expect(page.byId(id).textContent).toBe("Zadania 2");
    expect(page.get(".rows__title a").textContent).toBe("Przejście przy ul.\u00a0Kościelnej");
  });

  test("a step says its state in a word, too", () => {
    expect(open(<CheckRow state="bad" title="Czas" />).text).toBe("Do poprawienia: Czas");
    expect(open(<Badge tone="late">Po terminie 12 dni</Badge>).text).toBe("Po terminie 12 dni");
  });

  test("paging shows the way that does not exist, but not as a link", () => {
    const page = open(<Pager older="?po=1" />);
    expect(page.all("a").map((link) => link.textContent)).toEqual(["Starsze"]);
    expect(page.get("[aria-disabled]").textContent).toBe("Nowsze");
    expect(open(<Pager />).html).toBe("");
  });

  test("filters are a GET form for searching", () => {
    const form = open(<Filters label="Filtry">{null}</Filters>).get("form");
    expect([form.getAttribute("method"), form.getAttribute("role")]).toEqual(["get", "search"]);
  });

  test("a QR code draws each run of dark modules once", () => {
    const matrix = { size: 3, data: [1, 1, 0, 0, 0, 0, 1, 0, 1] };
    expect(drawRuns(matrix)).toBe("M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z");
    expect(
      open(<Qr matrix={matrix} label="Kod" />)
        .get("svg")
        .getAttribute("viewBox"),
    ).toBe("-4 -4 11 11");
  });

  test("an event is readable by machines without any script", () => {
    const page = open(
      <EventMicrodata
        name={"Debata „Bezpieczni” </script>"}
        startsAt="2026-03-18T17:00:00+01:00"
        status="postponed"
        url="http://app.test/u/x"
        organizer={{ name: unit.name, url: "http://app.test/u/x" }}
        place={{ name: "GOK", address: "ul. Kolejowa 4" }}
      />,
    );
    expect(page.get("[itemtype='https://schema.org/Event'] > [itemprop=name]").getAttribute("content")).toContain("„");
    expect(page.get("[itemprop=eventStatus]").getAttribute("href")).toBe("https://schema.org/EventPostponed");
    expect(page.all("script")).toEqual([]);
  });
});

describe("pages", () => {
  const inApp = (element: ReactElement) => {
    const App = createRemixStub([{ path: "/", Component: () => element }]);
    return open(renderInStub(<App />));
  };
  const office = { unit, me: { name: "Anna Lis", role: "protokolant" } };

  test("a public page: skip link, landmarks, the unit's foot, plain links", () => {
    const page = open(
      <PublicPage
        unit={unit}
        current="debates"
        emergency
        crumbs={[{ label: "Debaty", href: "/u/x" }, { label: "3/2026" }]}
      >
        <h1>Debata</h1>
        <PostForm formKey="key-12345678" version={3}>
          <Button>Zapisz</Button>
        </PostForm>
      </PublicPage>,
    );
    expect(page.get("a.skip").getAttribute("href")).toBe(`#${page.get("main").id}`);
    expect(page.get(".head__nav [aria-current=page]").textContent).toBe("Debaty");
    expect(page.get(".crumbs [aria-current=page]").textContent).toBe("Tu jesteś: 3/2026");
    expect(page.all("footer a").map((link) => link.getAttribute("href"))).toEqual([
      "tel:+48000000000",
      "/u/kpp-wierzbinow/accessibility",
      "/u/kpp-wierzbinow/privacy",
      "/u/kpp-wierzbinow/calendar.ics",
    ]);
    expect(page.all("input[type=hidden]").map((input) => input.getAttribute("name"))).toEqual(["_key", "_version"]);
    // The browser moves the focus to the answer, because the address says where it stands.
    expect(page.get("form").getAttribute("action")).toBe(
      `#${open(<Note status>Zapisano.</Note>).get("[role=status]").id}`,
    );
    expect(page.html).not.toContain("data-discover");
  });

  test("telephone links carry the country", () => {
    expect(telephoneLink("47 845 12 34")).toBe("tel:+48478451234");
    expect(telephoneLink("+48 600 000 000")).toBe("tel:+48600000000");
    expect(telephoneLink("112")).toBe("tel:112");
  });

  test("the office: navigation with counts, logout by POST, only office pages open in place", () => {
    const page = inApp(
      <OfficeShell {...office} current="tasks" counts={{ today: 7, tasks: 0 }}>
        <Row title="Protokół" href="/o/kpp-wierzbinow/debates/1/minutes.pdf" />
        <Row title="Strona publiczna" href="/u/kpp-wierzbinow" />
      </OfficeShell>,
    );
    expect(page.all(".nav a").map((link) => [link.getAttribute("href"), link.textContent])).toEqual([
      ["/o/kpp-wierzbinow", "Dziś7 do zrobienia"],
      ["/o/kpp-wierzbinow/debates", "Debaty"],
      ["/o/kpp-wierzbinow/motions", "Wnioski"],
      ["/o/kpp-wierzbinow/tasks", "Zadania"],
      ["/o/kpp-wierzbinow/directory", "Katalog"],
      ["/o/kpp-wierzbinow/reports", "Raporty"],
      ["/o/kpp-wierzbinow/outbox", "Skrzynka nadawcza"],
      ["/o/kpp-wierzbinow/settings", "Ustawienia"],
    ]);
    expect(page.get(".nav [aria-current=page]").textContent).toBe("Zadania");
    expect(page.get("form[action='/logout']").getAttribute("method")).toBe("post");
    expect(page.all("main [data-discover]")).toEqual([]);
    expect(page.all(".nav [data-discover]")).toHaveLength(8);
  });
});

import { readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";

const steps = (name: string) =>
  readFileSync(`db/migrations/sqlite/${name}.sql`, "utf8").split("--> statement-breakpoint").join("\n");

/** SQLite rebuilds a table to change a check; what stood in it must come through, with the new columns' defaults. */
test("0002 keeps the tasks and the history that were there", () => {
  const database = new Sqlite(":memory:");
  database.pragma("foreign_keys = OFF");
  database.exec(steps("0000_start"));
  database.exec(steps("0001_documents"));
  const fill = (table: string, row: Record<string, string | number | null>) =>
    database
      .prepare(
        `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row)
          .map(() => "?")
          .join()})`,
      )
      .run(...Object.values(row));
  const made = { organization_id: "u", created_at: 1, updated_at: 1 };
  const task = { id: "t", debate_id: "d", sequence: 1, title: "Lustro", owner_body_id: "b", due_on: "2026-05-01" };
  fill("tasks", { ...made, ...task, due_basis: "courtesy", state: "in_progress", result: "Trwa", heard_at: 7 });
  const entry = { id: "e", organization_id: "u", task_id: "t", kind: "report", text: "Zamówiono", at: 7 };
  fill("task_entries", { ...entry, actor: "body:b", author: "Kierownik" });

  // As the migration runs it: in one transaction, in which the pragmas of the file change nothing.
  database.transaction(() => database.exec(steps("0002_promises")))();
  expect(database.prepare("SELECT * FROM tasks").get()).toMatchObject({
    ...task,
    state: "in_progress",
    result: "Trwa",
    heard_at: 7,
    first_heard_at: 7,
    progress: 0,
    proposed_due_on: null,
    proposed_reason: "",
    disowned_at: null,
  });
  expect(database.prepare("SELECT * FROM task_entries").get()).toMatchObject({
    ...entry,
    author: "Kierownik",
    author_post: "",
    progress: null,
  });
});

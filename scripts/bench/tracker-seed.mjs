// Fills a database that already holds the demo with so many matters of one unit, each with a task, as the commands would
// have stored them: raw, because this is a bench and no history. Three quarters are followed; what is owed runs out
// between a year ago and in half a year. A million rows take half a minute: SQLite makes them itself.
import BetterSqlite3 from "better-sqlite3";

const DEBATES = 50;
const BODIES = 40;
const YEAR = `(2001 + i % ${DEBATES} / 4)`;
const NUMBER = `(100 + i % ${DEBATES} % 4)`;
const SEQUENCE = `(1 + i / ${DEBATES})`;
const STATES = ["accepted", "reported_done", "confirmed", "needs_funds", "refused", "new", "in_progress", "confirmed"];

const ids = (kind, i) => `${kind}-${String(i).padStart(8, "0")}`;
const id = (kind, number = "i") => `printf('${kind}-%08d', ${number})`;

/** What the rows are told from: all that depends on the number `i` of a matter, by a fixed mixing of its bits. */
const matters = (size) => `
  with recursive numbers (i) as (select 0 union all select i + 1 from numbers where i + 1 < ${size}),
  mixed as (select i, (i * 2654435761) % 4294967296 as r from numbers),
  states as (select i, r, r % 5 <> 0 as followed, case r % ${STATES.length}
    ${STATES.map((state, at) => `when ${at} then '${state}'`).join(" ")} end as state from mixed),
  matters as (select *, followed and state in ('accepted', 'new', 'in_progress') as owed,
    date('now', (-365 + (r >> 8) % 545) || ' days') as due_on,
    case when not followed then null when state = 'confirmed' then 'done' when state = 'refused' then 'refused' end
      as settlement from states),
  tracked as (select *, case when not followed then 'answered' when settlement is not null then settlement
    when state = 'needs_funds' then 'funds' when state = 'reported_done' then 'reported' else 'running' end as track
    from matters)`;

export const UNIT = "kpp-wierzbinow";

/** Fills `file`, indexes last. */
export function seedTracker(file, size) {
  const db = new BetterSqlite3(file);
  for (const setting of ["journal_mode = WAL", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -400000"])
    db.pragma(setting);
  const org = db.prepare("select id from organizations where slug = ?").pluck().get(UNIT);
  const sample = (table) => db.prepare(`select * from ${table} where organization_id = ? limit 1`).get(org);
  const categories = categoriesIn(db);
  const insert = (table, own, from) => {
    const row = sample(table);
    const names = Object.keys(row);
    const values = names.map((name) => own[name] ?? `@${name}`);
    db.prepare(`insert into ${table} (${names}) ${from} select ${values} from tracked`).run(
      Object.fromEntries(names.filter((name) => own[name] === undefined).map((name) => [name, row[name]])),
    );
  };
  const numbered = (many) =>
    `with recursive tracked (i) as (select 0 union all select i + 1 from tracked where i + 1 < ${many})`;

  db.transaction(() => {
    const kept = new Set(["motions", "tasks", "task_motions", "motion_bodies"]);
    const indexes = db
      .prepare("select name, tbl_name, sql from sqlite_master where type = 'index' and sql is not null")
      .all()
      .filter(({ tbl_name }) => kept.has(tbl_name));
    for (const { name } of indexes) db.exec(`drop index "${name}"`);
    insert(
      "debates",
      {
        id: id("d"),
        slug: "'bench-' || i",
        code: "'BENCH' || i",
        year: "2001 + i / 4",
        number: "100 + i % 4",
        announced_at: "1700000000000",
        evaluates_debate_id: "null",
        topic: "'Debata ' || i",
      },
      numbered(DEBATES),
    );
    insert("bodies", { id: id("b"), name: "'Podmiot ' || i", desk_token_hash: id("t") }, numbered(BODIES));
    for (const table of ["motion_bodies", "tracker_counts"])
      db.prepare(`delete from ${table} where organization_id = ?`).run(org);
    db.prepare("update motions set track_state = null, track_due_on = null where organization_id = ?").run(org);

    insert(
      "motions",
      {
        id: id("m"),
        code_hash: id("m"),
        debate_id: id("d", `i % ${DEBATES}`),
        sequence: SEQUENCE,
        number: `printf('%d/%d/%02d', ${NUMBER}, ${YEAR}, ${SEQUENCE})`,
        category: `case r % ${categories.length} ${categories.map((word, at) => `when ${at} then '${word}'`).join(" ")} end`,
        status: "'admitted'",
        sensitivity: "'public'",
        outcome: "case when followed then 'task' else 'answered_on_spot' end",
        settlement: "settlement",
        merged_into_id: "null",
        referred_to_body_id: "null",
        agenda_item_id: "null",
        reported_at_debate_id: "null",
        place: "'Ulica ' || ((r >> 12) % 400)",
        place_key: "'u' || ((r >> 12) % 400) || 'x'",
        text_public:
          "'Sprawa ' || i || ': latarnie przy tej ulicy nie świecą od miesiąca, wieczorem jest tam zupełnie ciemno.'",
        search: "'sprawa ' || i || ' latarnie ulicy swieca miesiaca wieczorem ciemno ulica'",
        submitted_at: "1700000000000 + i % 1000 * 3600000",
        debate_rank: `-(${YEAR} * 10000 + ${NUMBER})`,
        track_state: "track",
        track_due_on: "case when owed then due_on end",
        follow_state: "null",
      },
      matters(size),
    );
    insert(
      "tasks",
      {
        id: id("z"),
        debate_id: id("d", `i % ${DEBATES}`),
        sequence: SEQUENCE,
        owner_body_id: id("b", `(r >> 4) % ${BODIES}`),
        due_on: "due_on",
        state: "state",
        refusal_reason: "case when state = 'refused' then 'Brak podstaw.' else '' end",
        budget_year: "case when state = 'needs_funds' then 2030 end",
        transferred_to_id: "null",
        internal: "0",
        result: "'Trwają prace.'",
      },
      matters(size),
    );
    db.prepare(
      `insert into task_motions (organization_id, task_id, motion_id)
       ${matters(size)} select ?, ${id("z")}, ${id("m")} from tracked`,
    ).run(org);
    db.prepare(
      `insert into motion_bodies (organization_id, body_id, debate_rank, sequence, motion_id) ${matters(size)}
       select ?, ${id("b", `(r >> 4) % ${BODIES}`)}, -(${YEAR} * 10000 + ${NUMBER}), ${SEQUENCE}, ${id("m")}
       from tracked where followed`,
    ).run(org);
    db.prepare(
      `insert into tracker_counts (organization_id, state, due_on, many)
       select organization_id, track_state, coalesce(track_due_on, ''), count(*) from motions
       where organization_id = ? and track_state is not null group by 2, 3`,
    ).run(org);
    for (const { sql } of indexes) db.exec(sql);
  })();
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

const categoriesIn = (db) => db.prepare("select distinct category from motions order by 1").pluck().all();

/** What the bench asks. */
export function pathsOf(file) {
  const db = new BetterSqlite3(file, { readonly: true });
  const categories = categoriesIn(db);
  db.close();
  return {
    "first page": "",
    "page in the middle": "po=102-2007-9",
    debate: `deb=${ids("d", 17)}`,
    body: `podmiot=${ids("b", 17)}`,
    category: `kat=${categories[3]}`,
    "state: running": "stan=running",
    "state: late": "stan=late",
    "state: refused": "stan=refused",
    place: "miejsce=u17x",
    "body and state": `podmiot=${ids("b", 17)}&stan=done`,
    "state and category": `stan=reported&kat=${categories[2]}`,
    words: "q=latarnie+123",
  };
}

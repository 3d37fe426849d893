// For the operator's shell: what the nightly run will forget, or the run itself.
//   npm run retention -- --dry-run
import { parseArgs } from "node:util";
import { operatorScope } from "~/domain/organizations/gate.server";
import { replayErasures } from "~/domain/privacy/commands.replay.server";
import { runDailyRetention, runRetention } from "~/domain/privacy/commands.retention.server";
import { listUnitIds, previewRetention } from "~/domain/privacy/queries.retention.server";
import { database } from "~/platform/db.server";
import { listErasures } from "~/platform/erasures.server";

const USAGE = `Forgets personal data whose time is over, as each unit has set it. The service does it every night by itself.
  npm run retention -- --dry-run            says what would be forgotten, and changes nothing
  npm run retention -- --unit kpp-wierzbinow   only one unit
  npm run retention                         does it now
  npm run retention -- --replay-erasures    after an older copy of the database has come back: erases again whoever
                                            was erased since (DATA_DIR/erasures.jsonl), then does the run`;

const { values } = parseArgs({
  options: {
    "dry-run": { type: "boolean" },
    unit: { type: "string" },
    "replay-erasures": { type: "boolean" },
    help: { type: "boolean" },
  },
});
if (values.help) console.log(USAGE);
else {
  try {
    await database.migrate();
    await run();
  } finally {
    await database.close();
  }
}

async function run() {
  const units = (await listUnitIds()).filter(({ slug }) => !values.unit || slug === values.unit);
  if (units.length === 0) {
    console.error(values.unit ? `There is no unit "${values.unit}".` : "There is no unit yet.");
    process.exitCode = 1;
  }
  for (const { id, slug } of units) {
    const scope = operatorScope(id);
    if (values["dry-run"]) {
      for (const { kind, months, rows } of await previewRetention(scope))
        console.log(`${slug}  ${kind.padEnd(18)} ${String(months).padStart(3)} months  ${rows} rows due`);
      continue;
    }
    if (values["replay-erasures"]) {
      const hashes = listErasures().flatMap(({ unit, person }) => (unit === id ? [person] : []));
      console.log(`${slug}: ${await replayErasures(scope, hashes)} people erased again`);
    }
    const done = (await runDailyRetention(scope)) ?? (await runRetention(scope));
    const lines = Object.entries(done).map(([kind, rows]) => `${kind} ${rows}`);
    console.log(`${slug}: ${lines.length ? lines.join(", ") : "nothing was due"}`);
  }
}

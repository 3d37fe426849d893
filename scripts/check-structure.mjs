// The house rules that neither the compiler nor the linter knows. Each was once an accident, here or elsewhere.
import { checkDoors } from "./structure/doors.mjs";
import { checkMigrations } from "./structure/migrations.mjs";
import { checkRooms } from "./structure/rooms.mjs";
import { readTree } from "./structure/tree.mjs";
import { checkWords } from "./structure/words.mjs";

const files = readTree(process.argv[2] ?? ".");
const complaints = [checkRooms, checkDoors, checkWords, checkMigrations].flatMap((check) => check(files));

for (const complaint of complaints) console.error(complaint);
if (complaints.length === 0) console.log(`${files.length} files keep the house rules`);
process.exitCode = complaints.length ? 1 : 0;

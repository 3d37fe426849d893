// What the campaign „drain” needs of the product beside the server. Bundled by whoever starts it.
//   seed | tell
import { eq } from "drizzle-orm";
import { hallTokenOf } from "~/domain/evaluation/gate.server";
import { database, inTransaction, read, write } from "~/platform/db.server";
import { debates, events, messages, motions, registrations } from "~db/schema";
import { addDebate, addUnit } from "./campaign-unit";

const CODE = "WBN3C";

async function seed() {
  await database.migrate();
  const { unit, organizationId, cookie } = await addUnit();
  const hall = await addDebate(organizationId, 1, "announced");
  const live = await addDebate(organizationId, 2, "live");
  await inTransaction(
    async () => void (await write.update(debates).set({ code: CODE }).where(eq(debates.id, live.id))),
  );
  const screen = hallTokenOf("screen", { id: live.id, code: CODE }, 1);
  console.log(JSON.stringify({ unit, cookie, hall, live, screen }));
}

async function tell() {
  const letters = await read
    .select({ messageId: messages.messageId, status: messages.status, next: messages.nextAttemptAt })
    .from(messages);
  const texts = (await read.select({ text: motions.textRaw }).from(motions)).map(({ text }) => text);
  const names = (await read.select({ name: registrations.name }).from(registrations)).map(({ name }) => name);
  const waiting = (await read.select({ at: events.deliveredAt }).from(events)).filter(({ at }) => at === null).length;
  console.log(JSON.stringify({ letters, texts, names, waiting }));
}

if (process.argv[2] === "seed") await seed();
if (process.argv[2] === "tell") await tell();
await database.close();

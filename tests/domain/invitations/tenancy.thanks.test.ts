import { expect, test } from "vitest";
import { setPresence } from "~/domain/attendance/commands.presence.server";
import { listWhoCame } from "~/domain/invitations/queries.thanks.server";
import { aUnit } from "../../setup/factories";
import { anInvitation, aSubstitute, someone } from "../../setup/factories.invitations";

test("who came is known to the own unit only: in person, or whom they sent", async () => {
  const guest = await anInvitation({ bodyName: "Urząd A", name: "Anna Nowak" });
  const { scope, debateId } = guest;
  const other = await aSubstitute({ scope, debateId, bodyName: "Urząd B" });
  const away = await anInvitation({ scope, debateId, bodyName: "Urząd C" });
  await setPresence(scope, guest.invitation.id, "present");
  await setPresence(scope, other.invitation.id, "present_by_substitute");
  await setPresence(scope, away.invitation.id, "excused");
  expect(await listWhoCame(scope, debateId)).toMatchObject([
    { personName: "Anna Nowak", inPerson: true, substitute: null },
    { bodyName: "Urząd B", inPerson: false, substitute: { name: someone.name, post: someone.post } },
  ]);
  expect(await listWhoCame(scope, debateId, other.invitation.id)).toHaveLength(1);
  expect(await listWhoCame(scope, debateId, away.invitation.id)).toEqual([]);
  expect(await listWhoCame((await aUnit()).scope, debateId)).toEqual([]);
});

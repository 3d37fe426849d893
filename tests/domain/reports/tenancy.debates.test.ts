import { expect, test } from "vitest";
import { answerInvitation } from "~/domain/invitations/commands.server";
import { momentOf } from "~/domain/reports/messages.events.pl";
import { loadDebateFigures } from "~/domain/reports/queries.debates.server";
import { aUnit } from "../../setup/factories";
import { anInvitation } from "../../setup/factories.invitations";
import { aMotion } from "../../setup/factories.motions";

test("the numbers beside a debate are counted in one's own unit only", async () => {
  const { scope, debateId, link, invitation } = await anInvitation();
  await anInvitation({ scope, debateId });
  await anInvitation({ scope, debateId, sent: false });
  await answerInvitation(link, invitation.id, { status: "accepted", needs: "" });
  await aMotion(scope, debateId, {}, new Date());

  const none = { debateId: "unknown" };
  const figures = await loadDebateFigures(scope, [debateId, none.debateId]);
  expect(figures.get(debateId)).toEqual({ answers: { answered: 1, of: 2 }, motions: 1 });
  expect(figures.get(none.debateId)).toEqual({});
  const { scope: stranger } = await aUnit();
  expect((await loadDebateFigures(stranger, [debateId])).get(debateId)).toEqual({});
  expect((await loadDebateFigures(scope, [])).size).toBe(0);
});

test("an event is told in the words of its room, with who did it; an unknown one is left out", () => {
  const now = new Date("2026-03-06T12:00:00Z");
  const event = {
    id: "1",
    action: "debate_cancelled",
    actor: "user:1",
    actorName: "Anna Lis",
    data: { reason: "powódź" },
    occurredAt: new Date("2026-03-06T09:24:00Z"),
  };
  expect(momentOf(event, now)).toEqual({
    key: "1",
    title: "Odwołano debatę: powódź",
    who: "Anna Lis · dziś, 10:24",
  });
  const byLink = { ...event, action: "invitation_accepted", actor: "invitation:1", actorName: null };
  expect(momentOf(byLink, now)?.who).toMatch(/^przez link z\s*zaproszenia · /);
  expect(momentOf({ ...event, action: "seen_nowhere" }, now)).toBeUndefined();
});

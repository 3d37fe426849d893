import type { DebatePlan } from "~/domain/debates/rules";
import { answerInvitation, invite, sendInvitations } from "~/domain/invitations/commands.server";
import { findSubstitute, getInvitation } from "~/domain/invitations/queries.server";
import { tokenOf } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import type { Scope } from "~/platform/scope";
import { aDebate, anOfficeHolder } from "./factories.debates";

type Options = Parameters<typeof anOfficeHolder>[1] & {
  scope?: Scope;
  /** Another guest of the same debate. */
  debateId?: string;
  debate?: Partial<DebatePlan>;
  sent?: boolean;
  now?: Date;
};

/** What the holder of an invitation's link may do. */
export const asInvitee = (scope: Scope, id: string) => mintScope(scope.organizationId, `invitation:${id}`);
export const asSubstitute = (scope: Scope, id: string) => mintScope(scope.organizationId, `substitute:${id}`);

/** A guest of an announced debate, asked by letter unless `sent` is false; `token` opens the page behind the link. */
export async function anInvitation(options: Options = {}) {
  const { sent = true, now = new Date(), debate: plan, debateId: known, ...holder } = options;
  const made = known ? undefined : await aDebate(plan, { scope: options.scope, now, announced: true });
  const scope = options.scope ?? made?.scope;
  const debateId = known ?? made?.debate.id;
  if (!scope || !debateId) throw new Error("A debate of another unit needs its scope");
  const { officeId, bodyId } = await anOfficeHolder(scope, holder);
  const invited = await invite(scope, debateId, [{ officeId }], now);
  if (!invited.ok) throw new Error(`Not invited: ${invited.reason}`);
  const [id = ""] = invited.value.ids;
  if (sent) await sendInvitations(scope, debateId, [id], now);
  return {
    scope,
    debateId,
    officeId,
    bodyId,
    invitation: await getInvitation(scope, id),
    token: tokenOf("invitation", id),
    link: asInvitee(scope, id),
  };
}

export const someone = {
  status: "substituted",
  name: "Józef Gżegżółka",
  post: "Zastępca Burmistrza",
  email: "jozef@um.test",
} as const;

/** An invitation whose guest has named a substitute behind the link. */
export async function aSubstitute(
  options: Options & { named?: Partial<Record<"name" | "post" | "email", string>> } = {},
) {
  const { named, ...rest } = options;
  const guest = await anInvitation(rest);
  const answered = await answerInvitation(guest.link, guest.invitation.id, { ...someone, ...named }, rest.now);
  if (!answered.ok) throw new Error(`Not named: ${answered.reason}`);
  const substitute = await findSubstitute(guest.scope, guest.invitation.id);
  if (!substitute) throw new Error("Nobody was named");
  return {
    ...guest,
    substitute,
    substituteToken: tokenOf("substitute", substitute.id),
    substituteLink: asSubstitute(guest.scope, substitute.id),
  };
}

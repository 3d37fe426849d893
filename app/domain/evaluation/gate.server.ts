import { timingSafeEqual } from "node:crypto";
import { and, eq, ne, sql } from "drizzle-orm";
import { overSince } from "~/domain/debates/rules.life";
import { sayExpired } from "~/domain/organizations/queries.server";
import { isLinkOver } from "~/platform/link-lives";
import { hashToken, type LinkPurpose, tidyCode, tokenOf } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { notFound } from "~/platform/params.server";
import { prepared } from "~/platform/prepared.server";
import { debates, organizations, screens } from "~db/schema";
import { vote } from "./messages.ballot.pl";
import { screen } from "./messages.screen.pl";

/** Letters of a debate's code, which stand before the secret ones and tell whose screen it is. */
const CODE_LETTERS = 5;

const EXPIRED = { screen: screen.expired, ballot: vote.expired };

/** The address on the projector's computer. A draft may be rehearsed; what was called off shows nothing. */
export const openScreen = (token: string | undefined) => open("screen", token);

/** The address that the hall scans; one for the whole evening. */
export const openBallotBox = (token: string | undefined) => open("ballot", token);

const evening = prepared((from) =>
  from
    .select({
      debate: debates,
      generation: screens.generation,
      unit: { name: organizations.name, slug: organizations.slug },
    })
    .from(debates)
    .innerJoin(organizations, eq(organizations.id, debates.organizationId))
    .leftJoin(screens, eq(screens.debateId, debates.id))
    .where(and(eq(debates.code, sql.placeholder("code")), ne(debates.status, "cancelled"))),
);

/** The database holds neither the letters nor their hash: they are made from our secret and compared. */
async function open(purpose: LinkPurpose & ("screen" | "ballot"), token: string | undefined, now = new Date()) {
  const typed = tidyCode((token ?? "").slice(0, 60)).replaceAll("-", "");
  const [found] = await evening({ code: typed.slice(0, CODE_LETTERS) });
  if (!found) return notFound();
  const { debate, unit } = found;
  const expected = hallTokenOf(purpose, debate, found.generation ?? 1);
  if (!isSame(typed, expected.replaceAll("-", ""))) return notFound();
  const scope = mintScope(debate.organizationId, "public");
  if (isLinkOver(purpose, overSince(debate), now)) return sayExpired(scope, { lead: EXPIRED[purpose] });
  return { scope, debate, unit, token: expected };
}

/** „WBN3C-K7MX4Q”: the debate's own code, then what nobody guesses. */
export function hallTokenOf(
  purpose: "screen" | "ballot",
  { id, code }: { id: string; code: string },
  generation: number,
) {
  const secret = tokenOf(purpose, id, generation);
  return `${code}-${purpose === "ballot" ? secret.replaceAll("-", "") : secret}`;
}

/** Over hashes of one length, so that the time tells nothing about the letters. */
const isSame = (a: string, b: string) => timingSafeEqual(Buffer.from(hashToken(a)), Buffer.from(hashToken(b)));

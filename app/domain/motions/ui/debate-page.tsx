import { LinkButton } from "~/ui/button";
import { PublicPage } from "~/ui/public-page";
import { debatePage } from "../messages.page.pl";
import type { DebatePageData } from "../queries.page.server";
import { DebateAfter } from "./debate-after";
import { DebateBefore } from "./debate-before";
import { DebateHero, DebateMicrodata, isOver } from "./debate-hero";
import type { MatterCounts, Progress } from "./public-motions";

type Props = DebatePageData & { origin: string; hasMinutes: boolean; counts: MatterCounts; progress?: Progress };

/** One address for the life of a debate: first an invitation, afterwards an account of what came of it. */
export function DebatePage(props: Props) {
  const { unit, debate, maySubmit, mayRegister } = props;
  const path = `/u/${unit.slug}/debates/${debate.slug}`;
  const over = isOver(debate);
  return (
    <PublicPage
      unit={unit}
      current="debates"
      hero={<DebateHero {...props} />}
      actionsLabel={debatePage.takePartShort}
      actions={
        !over && (maySubmit || mayRegister) ? (
          <>
            {maySubmit && <LinkButton href={`${path}/motions/new`}>{debatePage.submit}</LinkButton>}
            {mayRegister && (
              <LinkButton look="primary" href={`${path}/register`}>
                {debatePage.register}
              </LinkButton>
            )}
          </>
        ) : undefined
      }
    >
      <DebateMicrodata {...props} />
      {over ? <DebateAfter {...props} path={path} /> : <DebateBefore {...props} path={path} />}
    </PublicPage>
  );
}

import type { FormErrors } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { ErrorSummary } from "~/ui/error-summary";
import { joinClasses } from "~/ui/join-classes";
import { Empty, Note } from "~/ui/notes";
import { PlainPage } from "~/ui/public-page";
import { HALL_VERDICTS } from "~db/vocabulary";
import { answers, vote } from "../messages.ballot.pl";
import type { VotePageData } from "../queries.vote.server";

type Props = { shown: VotePageData; unitName: string; path: string; errors?: FormErrors };

/** Three big buttons in somebody's hand; each is a form of its own request, so nothing has to be loaded first. */
export function VotePage({ shown, unitName, path, errors }: Props) {
  return (
    <PlainPage narrow unitName={unitName}>
      <ErrorSummary errors={errors} kept={false} />
      <h1 className="vh">{vote.title}</h1>
      <div data-follow={`${path}/events`} data-pulse={shown.pulse} data-spread="500" aria-live="polite" tabIndex={-1}>
        <Question {...shown} path={path} />
      </div>
      <noscript>
        <p className="mt">
          <a href={path}>{vote.again}</a>
        </p>
      </noscript>
    </PlainPage>
  );
}

function Question({ ballot, isLive, isOver, path }: VotePageData & { path: string }) {
  if (!ballot)
    return (
      <Empty title={isOver ? vote.over : isLive ? vote.waiting : vote.early}>
        <p>{isOver ? vote.overText : vote.waitingText}</p>
      </Empty>
    );
  const { id, number, place, text, mine } = ballot;
  return (
    <div className="stack">
      <p className="eyebrow">{[vote.motion(number), place].filter(Boolean).join(" · ")}</p>
      <h2>{typeset(text)}</h2>
      {mine && (
        <Note tone="good" status>
          <p>
            <strong>{vote.saved(mine)}</strong> {vote.change}
          </p>
        </Note>
      )}
      <form method="post" action={path} className="vote stack" aria-label={vote.question}>
        <input type="hidden" name="ballotId" value={id} />
        <p>{vote.question}</p>
        {HALL_VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="submit"
            className={joinClasses("btn btn--wide", mine === verdict && "btn--primary")}
            name="verdict"
            value={verdict}
            aria-pressed={mine === verdict}
          >
            {mine === verdict && "✓ "}
            {answers[verdict]}
          </button>
        ))}
      </form>
      <p className="small muted">{vote.anonymous}</p>
    </div>
  );
}

import { typeset } from "~/platform/language";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form-pieces";
import { shortVotes, votesLine } from "../messages.ballot.pl";
import { messages } from "../messages.pl";
import { desk } from "../messages.screen.pl";
import type { HallDeskRow } from "../queries.hall.server";
import { addVotes, sumOf } from "../rules.ballot";
import { SteerButton } from "./steer-button";

type Props = { row: HallDeskRow; formKey: string; isShown: boolean; mayOpen: boolean };

/** One motion: what the hall said of it, and what may be done next. Keys act on the one that is shown. */
export function DeskRow({ row, formKey, isShown, mayOpen }: Props) {
  const { id, number, place, text, ballot, heads, phones } = row;
  return (
    <li className={isShown ? "is-new" : undefined} aria-current={isShown ? "step" : undefined}>
      <b className="taken__no">{Number(number.split("/").at(-1))}</b>
      <div className="stack stack--s">
        <div>
          <p className="rows__title">{typeset(text)}</p>
          <p className="rows__sub">{[number, place].filter(Boolean).join(" · ")}</p>
        </div>
        {(row.hallVerdict || ballot !== "none") && (
          <p className="cluster">
            <VerdictBadge row={row} />
            {ballot === "closed" && (
              <span className="small muted">
                {shortVotes(addVotes(heads, phones))} · {votesLine(sumOf(heads), sumOf(phones))}
              </span>
            )}
          </p>
        )}
        <div className="cluster">
          <SteerButton formKey={formKey} mode="slide" motionId={id} about={number} small>
            {desk.slide}
          </SteerButton>
          {ballot !== "open" && mayOpen && (
            <PostForm formKey={formKey} className="" hidden={{ intent: "open", motionId: id }}>
              <Button small about={number} data-key={isShown ? "open" : undefined} kbd={isShown ? "O" : undefined}>
                {ballot === "closed" ? desk.again : desk.vote}
              </Button>
            </PostForm>
          )}
          {ballot === "closed" && (
            <SteerButton
              formKey={formKey}
              mode="result"
              motionId={id}
              about={number}
              small
              dataKey={isShown ? "result" : undefined}
              kbd={isShown ? "W" : undefined}
            >
              {desk.result}
            </SteerButton>
          )}
        </div>
      </div>
    </li>
  );
}

const VerdictBadge = ({ row }: { row: HallDeskRow }) =>
  row.ballot === "open" ? (
    <Badge tone="live">{desk.modes.ballot}</Badge>
  ) : (
    row.hallVerdict && <Badge tone={TONES[row.hallVerdict]}>{messages.verdicts[row.hallVerdict]}</Badge>
  );

const TONES = { done: "done", partly: "part", not_done: "stop" } as const;

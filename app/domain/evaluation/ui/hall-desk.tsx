import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Facts } from "~/ui/facts";
import { PostForm } from "~/ui/form-pieces";
import { Empty } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { HALL_VERDICTS } from "~db/vocabulary";
import { answers } from "../messages.ballot.pl";
import { desk } from "../messages.screen.pl";
import type { HallDesk as Desk } from "../queries.hall.server";
import { ClosingForm } from "./closing-form";
import { DeskRow } from "./desk-row";
import { SteerButton } from "./steer-button";
import { useFreshCount, useHallKeys } from "./use-hall-keys";

type Props = { shown: Desk; formKey: string; fields?: FormFields; errors?: FormErrors };

/** From here somebody leads the hall through the promises: slide, question, result. */
export function HallDesk({ shown, formKey, fields, errors }: Props) {
  const { debate, rows, open, current, screen } = shown;
  useHallKeys();
  // To look again would take away the sentence about what was typed wrong.
  useFreshCount(open !== null && !errors);
  const isLive = debate.status === "live";
  return (
    <div className="stack">
      <ErrorSummary errors={errors} labels={LABELS} />
      <div className="cols">
        <div className="stack">
          <Now {...shown} formKey={formKey} />
          {open && <ClosingForm row={open} formKey={formKey} fields={fields} errors={errors} />}
          {rows.length === 0 ? (
            <Empty title={desk.motions}>
              <p>{debate.isEvaluation ? desk.none : desk.notEvaluation}</p>
            </Empty>
          ) : (
            <Panel
              title={desk.motions}
              count={rows.length}
              aside={!isLive && <span className="small muted">{desk.notLive}</span>}
            >
              <ol className="taken">
                {rows.map((row) => (
                  <DeskRow
                    key={row.id}
                    row={row}
                    formKey={formKey}
                    isShown={row.id === current?.id}
                    mayOpen={isLive && open === null}
                  />
                ))}
              </ol>
            </Panel>
          )}
        </div>
        <aside className="stack" aria-label={desk.screenAddress}>
          <Addresses {...shown} formKey={formKey} />
          {screen.mode !== "blank" && rows.length > 0 && <p className="small muted">{desk.keys}</p>}
        </aside>
      </div>
    </div>
  );
}

const HEADS = HALL_VERDICTS.map((verdict) => [`heads-${verdict}`, answers[verdict]] as const);
const LABELS = { ...Object.fromEntries(HEADS), note: desk.note };

/** What the hall sees now, and the two buttons that are pressed all evening. */
function Now({ screen, current, previousId, nextId, rows, formKey }: Desk & { formKey: string }) {
  return (
    <section className="now" aria-label={desk.now}>
      <div>
        <p>
          {desk.now}: {desk.modes[screen.mode]}
          {current && ` · ${current.number}`}
        </p>
        <h2>{typeset(current?.text ?? desk.modes[screen.mode])}</h2>
      </div>
      <div className="cluster">
        <SteerButton formKey={formKey} mode="slide" motionId={previousId} dataKey="previous" kbd="←">
          {desk.previous}
        </SteerButton>
        <SteerButton formKey={formKey} mode="slide" motionId={nextId} dataKey="next" kbd="→">
          {current || rows.length === 0 ? desk.next : desk.first}
        </SteerButton>
        <SteerButton formKey={formKey} mode="agenda" dataKey="agenda" kbd="P">
          {desk.showAgenda}
        </SteerButton>
        <SteerButton formKey={formKey} mode="blank" dataKey="blank" kbd="B">
          {desk.showBlank}
        </SteerButton>
      </div>
    </section>
  );
}

function Addresses({ screenPath, screenAddress, voteAddress, debate, formKey }: Desk & { formKey: string }) {
  return (
    <Panel title={desk.title} padded>
      <div className="stack">
        <p className="small">{desk.intro}</p>
        <p>
          <LinkButton href={screenPath} target="_blank" rel="noopener">
            {desk.open}
          </LinkButton>
        </p>
        <Facts
          items={[
            { term: desk.screenAddress, value: <span className="num">{screenAddress}</span> },
            ...(debate.isEvaluation
              ? [{ term: desk.voteAddress, value: <span className="num">{voteAddress}</span> }]
              : []),
          ]}
        />
        <PostForm formKey={`${formKey}-renew`} className="stack stack--s" hidden={{ intent: "renew" }}>
          <Button small>{desk.renew}</Button>
          <p className="small muted">{desk.renewHint}</p>
        </PostForm>
      </div>
    </Panel>
  );
}

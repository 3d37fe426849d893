import { typeset } from "~/platform/language";
import { formatTime } from "~/platform/time";
import { joinClasses } from "~/ui/join-classes";
import { Qr } from "~/ui/qr";
import { HALL_VERDICTS } from "~db/vocabulary";
import { answers, countedVotes, votesLine } from "../messages.ballot.pl";
import { screen, slideLine } from "../messages.screen.pl";
import type { HallScreenData } from "../queries.screen.server";
import type { SlideLine } from "../rules.slide";

type Props = { shown: HallScreenData; follow: string };
type View = HallScreenData["view"];

/** The big screen: read from the last row, without a mouse, without an account. */
export function HallScreen({ shown, follow }: Props) {
  return (
    <main className={`hall--${shown.view.as}`} data-follow={follow} data-pulse={shown.pulse} tabIndex={-1}>
      <Shown {...shown} />
      {shown.side && <Side {...shown.side} />}
    </main>
  );
}

function Shown(shown: HallScreenData) {
  const { view } = shown;
  switch (view.as) {
    case "agenda":
      return <Agenda {...shown} view={view} />;
    case "slide":
      return <SlideView {...view} />;
    case "ballot":
      return <Ballot {...view} />;
    case "result":
      return <Result {...view} />;
    case "blank":
      return <h1 className="vh">{shown.topic}</h1>;
  }
}

const clockText = (seconds: number) =>
  `${seconds < 0 ? "−" : ""}${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, "0")}`;

function Agenda({ view, topic, number, startsAt }: HallScreenData & { view: Extract<View, { as: "agenda" }> }) {
  const { current, motions, next } = view;
  const day = new Date(startsAt);
  return (
    <>
      <header className="hall__now">
        <div>
          <p>{current ? screen.now(current.no, current.of, day) : screen.waiting(number, day)}</p>
          <h1>{typeset(current?.title ?? topic)}</h1>
        </div>
        {current && (
          <div className="hall__time">
            <p>{current.secondsLeft < 0 ? screen.over : screen.left}</p>
            <b role="timer" data-left={current.secondsLeft}>
              {clockText(current.secondsLeft)}
            </b>
          </div>
        )}
      </header>
      {motions.length > 0 ? (
        <ol className="hall__list" aria-label={screen.lastMotions}>
          {motions.map(({ number: no, place, text }, i) => (
            <li key={no} className={i === 0 ? "is-new" : undefined}>
              <b>{Number(no.split("/").at(-1))}</b>
              <div>
                <strong>{typeset(text)}</strong>
                {place && <span>{typeset(place)}</span>}
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <ol className="hall__list hall__list--plan" aria-label={screen.next}>
          {next.map(({ title, startsAt: at }) => (
            <li key={`${title} ${String(at)}`}>
              <b>{formatTime(new Date(at))}</b>
              <div>
                <strong>{typeset(title)}</strong>
              </div>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function SlideView({ no, of, slide }: Extract<View, { as: "slide" }>) {
  return (
    <>
      <header className="hall__now">
        <div>
          <p>
            {screen.slide(no, of, slide.number)}
            {slide.isPriority && ` · ${screen.priority}`}
          </p>
          <Title text={slide.text} />
          {slide.place && <p>{typeset(slide.place)}</p>}
        </div>
      </header>
      <div className={joinClasses("hall__slide", isDense(slide) && "is-dense")}>
        <Column title={screen.promised} lines={slide.promised} />
        <Column title={screen.done} lines={slide.done} none={screen.nothingDone} />
        <Column title={screen.missing} lines={slide.missing} none={screen.nothingMissing} />
      </div>
    </>
  );
}

/** What somebody has said at length is set smaller; the hall has to see all of it. */
const LONG_TEXT = 120;
const Title = ({ text }: { text: string }) => (
  <h1 className={text.length > LONG_TEXT ? "is-long" : undefined}>{typeset(text)}</h1>
);

const MOST_LETTERS = 170;
const isDense = ({ promised, done, missing }: Extract<View, { as: "slide" }>["slide"]) =>
  [promised, done, missing].some((lines) => lines.map(slideLine).join(" ").length > MOST_LETTERS);

function Column({ title, lines, none = "–" }: { title: string; lines: readonly SlideLine[]; none?: string }) {
  return (
    <section>
      <h2>{title}</h2>
      {lines.length === 0 && <p className="muted">{none}</p>}
      <ul>
        {lines.map((line) => (
          <li key={slideLine(line)}>{typeset(slideLine(line))}</li>
        ))}
      </ul>
    </section>
  );
}

function Asked({ head, text, place }: { head: string; text: string; place: string }) {
  return (
    <header className="hall__now">
      <div>
        <p>{head}</p>
        <Title text={text} />
        {place && <p>{typeset(place)}</p>}
      </div>
    </header>
  );
}

function Ballot({ number, text, place, votes }: Extract<View, { as: "ballot" }>) {
  return (
    <>
      <Asked head={screen.ballot(number)} text={text} place={place} />
      <div className="hall__ask">
        <h2>{screen.question}</h2>
        <ul className="hall__answers">
          {HALL_VERDICTS.map((verdict) => (
            <li key={verdict} className={`is-${verdict}`}>
              {answers[verdict]}
            </li>
          ))}
        </ul>
        <p>
          <b>{countedVotes(votes)}</b> {screen.votesSoFar} · {screen.byHand}
        </p>
      </div>
    </>
  );
}

/** Bars for the eyes; the same rows are a table for everybody. */
function Result({ number, text, place, heads, phones, total, verdict }: Extract<View, { as: "result" }>) {
  const most = Math.max(1, total.done, total.partly, total.not_done);
  return (
    <>
      <Asked head={screen.result(number)} text={text} place={place} />
      <div className="hall__ask">
        <table className="hall__bars">
          <caption className="vh">{screen.resultTable}</caption>
          <thead className="vh">
            <tr>
              <th>{screen.answer}</th>
              <th>{screen.votes}</th>
            </tr>
          </thead>
          <tbody>
            {HALL_VERDICTS.map((answer) => (
              <tr key={answer} className={`is-${answer}${answer === verdict ? " is-verdict" : ""}`}>
                <th scope="row">{answers[answer]}</th>
                <td>
                  <meter min={0} max={most} value={total[answer]} aria-hidden="true" />
                  <b>{total[answer]}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{heads + phones > 0 ? votesLine(heads, phones) : countedVotes(0)}</p>
      </div>
    </>
  );
}

function Side({ kind, address, qr }: NonNullable<HallScreenData["side"]>) {
  const [, host, code] = /^(.*\/)(.*)$/.exec(address) ?? [];
  return (
    <aside className="hall__side" aria-label={kind === "vote" ? screen.voteBy : screen.submit}>
      <Qr matrix={qr} label={`Kod QR: ${address}`} />
      <h2>{kind === "vote" ? screen.voteBy : screen.submit}</h2>
      <p>
        {screen.scan}{" "}
        <b>
          {host}
          <wbr />
          <span>{code}</span>
        </b>
      </p>
      {kind === "submit" && (
        <p>
          {screen.emergency} <b>112</b>
        </p>
      )}
    </aside>
  );
}

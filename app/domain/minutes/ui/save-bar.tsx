import { useBlocker } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Anchor } from "~/ui/anchor";
import { Button } from "~/ui/button";
import { autosave as words } from "../messages.autosave.pl";
import { phrases } from "../messages.phrases.pl";
import { messages } from "../messages.pl";
import type { Summary } from "../rules.autosave";
import { type Autosave, useSummary, useTold } from "./use-autosave";
import { useIsLive } from "./use-is-live";

export function SaveBar({ autosave, phrasesHref }: { autosave: Autosave; phrasesHref: string }) {
  const summary = useSummary(autosave);
  const isLive = useIsLive();
  return (
    <div className="savebar">
      <button type="submit" className="btn btn--primary">
        {messages.editor.saveAll}
      </button>
      {isLive && (
        <span className={summary.state === "trouble" || summary.state === "conflict" ? "small" : "small muted"}>
          {saying(summary, autosave.isKeeping)}
        </span>
      )}
      {summary.trouble === "signed_out" && (
        <a href="/login" target="_blank" rel="noreferrer" className="small">
          {words.signIn}
        </a>
      )}
      {isLive && <Keys phrasesHref={phrasesHref} />}
      <Told autosave={autosave} />
      <Leaving autosave={autosave} />
    </div>
  );
}

function saying({ state, trouble, savedAt }: Summary, isKeeping: boolean) {
  if (state === "trouble" && trouble) return words.trouble[trouble](isKeeping);
  if (state === "conflict" || state === "unsaved" || state === "idle" || state === "trouble")
    return { conflict: words.conflict, unsaved: words.unsaved, idle: words.idle, trouble: "" }[state];
  return savedAt ? words.saved(new Date(savedAt)) : words.idle;
}

/** Said aloud only when somebody asked for a save, or when it stopped or began to work again: not every few seconds. */
function Told({ autosave }: { autosave: Autosave }) {
  const told = useTold(autosave);
  const [text, setText] = useState("");
  useEffect(() => {
    if (told.times > 0) setText(saying(autosave.summary(), autosave.isKeeping));
  }, [told, autosave]);
  return (
    <span className="vh" role="status">
      {text}
    </span>
  );
}

/** Another page of the office: first it is saved; when that fails, whoever leaves has been told. */
function Leaving({ autosave }: { autosave: Autosave }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && autosave.hasUnsaved(),
  );
  const { state } = blocker;
  const [isStuck, setStuck] = useState(false);
  useEffect(() => {
    if (state !== "blocked") return setStuck(false);
    void autosave.saveAll().then((isDone) => (isDone ? blocker.proceed?.() : setStuck(true)));
  }, [state, autosave]);
  if (!isStuck || state !== "blocked") return null;
  return (
    <div role="alert" className="cluster">
      <p>{words.leaving}</p>
      <Button small type="button" onClick={() => blocker.reset()}>
        {words.stay}
      </Button>
      <Button small type="button" look="quiet" onClick={() => blocker.proceed()}>
        {words.leave}
      </Button>
    </div>
  );
}

const KEYS = [
  ["Ctrl + S", words.keys.save],
  ["Alt + Page Down", words.keys.next],
  ["Alt + Page Up", words.keys.previous],
  ["Ctrl + spacja", words.keys.phrase],
  ["Tab", words.keys.place],
  ["Ctrl + [", words.keys.mark],
] as const;

const Keys = ({ phrasesHref }: { phrasesHref: string }) => (
  <details className="small keys">
    <summary>{words.keys.title}</summary>
    <dl className="keys__list">
      {KEYS.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd className="kbd">{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
    <p>{words.markHint}</p>
    <p>
      <Anchor href={phrasesHref}>{phrases.library}</Anchor>
    </p>
  </details>
);

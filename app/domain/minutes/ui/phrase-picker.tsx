import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { foldForSearch } from "~/platform/language";
import { Button } from "~/ui/button";
import { Select } from "~/ui/field";
import { phrases as words } from "../messages.phrases.pl";
import { fieldOf } from "../rules";
import type { FilledPhrase } from "../rules.phrases";
import type { Phrases } from "./use-phrases";

type Props = { picker: Phrases; phrases: FilledPhrase[]; title: string };

export const PhrasePicker = ({ picker, ...props }: Props) =>
  picker.isOpen ? <Search picker={picker} {...props} /> : null;

/** Every word that was typed has to be somewhere in the phrase. */
function matching(phrases: FilledPhrase[], query: string) {
  const asked = foldForSearch(query).split(" ").filter(Boolean);
  return phrases.filter(({ title, text }) => {
    const folded = foldForSearch(`${title} ${text}`);
    return asked.every((word) => folded.includes(word));
  });
}

/** A combobox after the pattern of the ARIA guide: the focus stays in the field, the list is walked with the arrows. */
function Search({ picker, phrases, title }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const found = matching(phrases, query);
  const current = found[Math.min(active, found.length - 1)];
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (current) document.getElementById(`${id}-${current.id}`)?.scrollIntoView({ block: "nearest" });
  }, [current, id]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { key } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) setActive((Math.min(active, found.length - 1) + step + found.length) % Math.max(1, found.length));
    else if (key === "Enter") {
      if (current) picker.insert(current.text);
    } else if (key === "Escape") picker.close(query);
    else if (key === "Backspace" && query === "") picker.close(null);
    else if (key === " " && picker.isSlash && query === "") picker.close(" ");
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="phrases">
      <input
        ref={input}
        type="text"
        className="input"
        role="combobox"
        aria-label={words.searchFor(title)}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current && `${id}-${current.id}`}
        placeholder={words.search}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => picker.abandon(query)}
      />
      <div role="listbox" id={`${id}-list`} aria-label={words.list} className="phrases__list">
        {found.map((phrase) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the combobox
          // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox never have the focus
          <div
            key={phrase.id}
            id={`${id}-${phrase.id}`}
            role="option"
            aria-selected={phrase === current}
            className="phrases__option"
            // Before the field loses the focus, and the list with it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => picker.insert(phrase.text)}
          >
            <b>{phrase.title}</b>
            <span className="small muted">{phrase.text}</span>
          </div>
        ))}
      </div>
      <p className="small muted" role="status">
        {found.length === 0 ? words.none : words.how}
      </p>
    </div>
  );
}

/** Without scripts: the page comes back with the phrase under what was typed. */
export const PhraseChoice = ({ phrases, place, title }: { phrases: FilledPhrase[]; place: string; title: string }) => (
  <noscript>
    <div className="cluster">
      <Select
        name={fieldOf.phrase(place)}
        label={words.choose(title)}
        hideLabel
        placeholder={words.search}
        options={phrases.map(({ id, title: label }) => ({ value: id, label }))}
      />
      <Button small name="phrase" value={place} about={title} formAction={`?#${place}`}>
        {words.insert}
      </Button>
    </div>
  </noscript>
);

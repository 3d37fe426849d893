import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import type { Forms } from "~/platform/language";
import { MARK } from "../rules.marks";
import { placesIn, withForm } from "../rules.phrases";
import { insertText } from "./use-insertion";

/** Where the phrase goes, and whether a „/” called for it, which is a letter like others when no phrase is taken. */
type Spot = { start: number; end: number; isSlash: boolean };
/** The place that is being filled, when it counts something. */
type Filling = { start: number; forms: Forms | null };

/** Phrases and marks of one field, from the keyboard: nothing that was typed is lost when somebody thinks better of it. */
export function usePhrases(field: RefObject<HTMLTextAreaElement>) {
  const [spot, show] = useState<Spot | null>(null);
  // Beside the state, because the list loses the focus, and is told so, before it is drawn again.
  const place = useRef<Spot | null>(null);
  const filling = useRef<Filling | null>(null);

  function setSpot(spot: Spot | null) {
    place.current = spot;
    show(spot);
  }

  function open() {
    const text = field.current;
    if (text) setSpot({ start: text.selectionStart, end: text.selectionEnd, isSlash: false });
  }

  /** Back into the text; what was typed after the „/” goes there with it, unless it was wiped out. */
  function close(typed: string | null) {
    const [text, spot] = [field.current, place.current];
    if (!spot || !text) return;
    setSpot(null);
    if (spot.isSlash && typed !== null) insertText(text, `/${typed}`, spot.start, spot.end);
    else {
      text.focus();
      text.setSelectionRange(spot.start, spot.end);
    }
  }

  /** Somebody went on elsewhere: the same, but the focus is theirs. */
  function abandon(typed: string) {
    const [text, spot] = [field.current, place.current];
    if (!spot || !text) return;
    setSpot(null);
    if (!spot.isSlash) return;
    text.setRangeText(`/${typed}`, spot.start, spot.end, "end");
    text.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  function insert(phrase: string) {
    const [text, spot] = [field.current, place.current];
    if (!spot || !text) return;
    setSpot(null);
    insertText(text, phrase, spot.start, spot.end);
    const [first] = placesIn(phrase);
    if (first) select(spot.start + first.start, spot.start + first.end, first.forms);
  }

  function select(start: number, end: number, forms: Forms | null) {
    field.current?.setSelectionRange(start, end);
    filling.current = { start, forms };
  }

  /** „5” in the place of a number becomes „5 wniosków”. */
  function finishPlace(text: HTMLTextAreaElement, { start, forms }: Filling) {
    const typed = text.value.slice(start, text.selectionEnd);
    if (forms && /^\d{1,6}$/.test(typed)) insertText(text, withForm(Number(typed), forms), start, text.selectionEnd);
  }

  /** True when there is a next place: Tab went there. After the last one Tab leaves the field, as everywhere. */
  function goToNext(text: HTMLTextAreaElement, now: Filling) {
    finishPlace(text, now);
    filling.current = null;
    const next = placesIn(text.value).find(({ start }) => start >= text.selectionEnd);
    if (next) select(next.start, next.end, next.forms);
    return next !== undefined;
  }

  function mark() {
    const text = field.current;
    if (!text) return;
    const { selectionStart: start, selectionEnd: end } = text;
    insertText(text, `${MARK.open}${text.value.slice(start, end)}${MARK.close}`, start, end);
    if (start === end) text.setSelectionRange(start + MARK.open.length, start + MARK.open.length);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { key, altKey, shiftKey, currentTarget: text } = event;
    const ctrlKey = event.ctrlKey || event.metaKey;
    const now = filling.current;
    if (key === "Escape") filling.current = null;
    if (event.nativeEvent.isComposing) return;
    if (ctrlKey && !altKey && (key === " " || key === "[")) {
      event.preventDefault();
      if (key === " ") open();
      else mark();
    } else if (key === "Tab" && now && !ctrlKey && !altKey && !shiftKey) {
      if (goToNext(text, now)) event.preventDefault();
    } else if (key === "/" && !ctrlKey && !altKey && beginsSentence(text)) {
      event.preventDefault();
      setSpot({ start: text.selectionStart, end: text.selectionEnd, isSlash: true });
    }
  }

  return { isOpen: spot !== null, isSlash: spot?.isSlash ?? false, open, close, abandon, insert, mark, onKeyDown };
}

export type Phrases = ReturnType<typeof usePhrases>;

/** „km/h”, „3/2026” and „i / lub” are words; a phrase begins a line or comes after a sentence. */
const beginsSentence = ({ value, selectionStart }: HTMLTextAreaElement) =>
  /(?:^|\n|[.!?:;]\s+|\n[–-] )$/.test(value.slice(Math.max(0, selectionStart - 4), selectionStart));

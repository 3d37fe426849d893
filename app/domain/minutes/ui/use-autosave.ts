import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { EditorPart } from "../queries.editor.server";
import {
  type Answer,
  answered,
  type Desk,
  type Draft,
  isUnsaved,
  keepMine,
  keptOf,
  nextToSend,
  openDesk,
  refreshed,
  restore,
  type Sent,
  type Summary,
  sending,
  summaryOf,
  takeTheirs,
  typeOn,
} from "../rules.autosave";
import { postPart } from "./use-autosave-door";
import { insertText } from "./use-insertion";
import { type Drafts, keptDrafts } from "./use-kept-drafts";

const AFTER_TYPING_MS = 3_000;
const WHILE_TYPING_MS = 30_000;
const RETRY_MS = [3_000, 6_000, 12_000, 30_000] as const;

type Field = { text: HTMLTextAreaElement; internal: HTMLInputElement | null };
type Part = Pick<EditorPart, "key" | "place" | "text" | "internal" | "version" | "suggestion">;

const keyFor = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join("-");

/**
 * Saves the parts of one page, each by itself and one after the other. It lives outside of React, so that a save goes
 * on when the page is left, and typing draws nothing but its own part.
 */
export class Autosave {
  readonly #desks = new Map<string, Desk>();
  readonly #parts = new Map<string, Part>();
  readonly #fields = new Map<string, Field>();
  readonly #busy = new Map<string, Promise<void>>();
  readonly #timers = new Map<string, { due: number; timer: number }>();
  readonly #listeners = new Set<() => void>();
  readonly #drafts: Drafts;
  #failures = 0;
  #summary: Summary = summaryOf([]);
  isKeeping = true;
  /** Changes when there is something to be told. */
  told = { times: 0 };

  constructor(
    readonly address: string,
    shelf: string,
    parts: readonly Part[],
  ) {
    this.#drafts = keptDrafts(shelf);
    for (const part of parts) this.#open(part);
    this.#summary = summaryOf([...this.#desks.values()]);
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly deskOf = (key: string) => this.#desks.get(key);
  readonly summary = () => this.#summary;
  readonly hasUnsaved = () => [...this.#desks.values()].some((desk) => isUnsaved(desk) || desk.theirs);

  #open(part: Part) {
    this.#parts.set(part.key, part);
    this.#desks.set(part.key, openDesk(part));
  }

  /** The page was read again. */
  refresh(parts: readonly Part[]) {
    for (const part of parts) {
      const desk = this.#desks.get(part.key);
      if (!desk) this.#open(part);
      else {
        this.#parts.set(part.key, part);
        this.#change(part.key, refreshed(desk, part));
      }
    }
  }

  /** A field is on the page. What it holds may be newer than what the server sent: typed before the script came. */
  attach(key: string, field: Field) {
    this.#fields.set(key, field);
    const [desk, part] = [this.#desks.get(key), this.#parts.get(key)];
    if (!desk || !part) return;
    const shown = this.#read(key);
    const kept = this.#drafts.find(part.place);
    if (shown && (shown.text !== desk.typed.text || shown.internal !== desk.typed.internal)) this.type(key);
    else if (kept) {
      this.#change(key, restore(desk, kept));
      this.#later(key, 0);
    }
  }

  #read(key: string): Draft | undefined {
    const field = this.#fields.get(key);
    const was = this.#desks.get(key)?.typed.internal ?? false;
    return field && { text: field.text.value, internal: field.internal?.checked ?? was };
  }

  /** Something was typed or ticked. */
  type(key: string) {
    const [desk, typed] = [this.#desks.get(key), this.#read(key)];
    if (!desk || !typed) return;
    this.#change(key, typeOn(desk, typed), false);
    if (!desk.theirs) this.#later(key, AFTER_TYPING_MS);
  }

  /** `draws`: the field shows something else than what was typed into it. */
  #change(key: string, desk: Desk, draws = true) {
    const [before, part, field] = [this.#desks.get(key), this.#parts.get(key), this.#fields.get(key)];
    if (!before || !part || before === desk) return;
    this.#desks.set(key, desk);
    if (draws && field && field.text.value !== desk.typed.text) field.text.value = desk.typed.text;
    if (draws && field?.internal) field.internal.checked = desk.typed.internal;
    this.isKeeping = this.#drafts.keep(part.place, keptOf(desk));
    const summary = summaryOf([...this.#desks.values()]);
    const isNews = summary.state !== this.#summary.state && [summary, this.#summary].some(isTrouble);
    this.#summary = summary;
    if (isNews) this.told = { times: this.told.times + 1 };
    for (const listener of this.#listeners) listener();
  }

  /** Some seconds after the last key, but somebody who writes without a pause is saved, too. */
  #later(key: string, delay: number) {
    const now = Date.now();
    const known = this.#timers.get(key);
    if (known) clearTimeout(known.timer);
    const due = known?.due ?? now + WHILE_TYPING_MS;
    const timer = window.setTimeout(() => void this.save(key), Math.max(0, Math.min(delay, due - now)));
    this.#timers.set(key, { due, timer });
  }

  /** Saves one part as it stands; resolves when there is an answer to what stands there now. */
  async save(key: string, wanted = false): Promise<void> {
    clearTimeout(this.#timers.get(key)?.timer);
    this.#timers.delete(key);
    while (this.#busy.has(key)) await this.#busy.get(key);
    const desk = this.#desks.get(key);
    const sent = desk && nextToSend(desk, keyFor(), wanted);
    if (!desk || !sent) return;
    this.#change(key, sending(desk, sent));
    const work = this.#send(key, sent).finally(() => this.#busy.delete(key));
    this.#busy.set(key, work);
    await work;
  }

  async #send(key: string, sent: Sent) {
    const part = this.#parts.get(key);
    if (!part) return;
    const answer: Answer = await postPart(this.address, part, sent);
    const desk = answered(this.#desks.get(key) ?? openDesk(part), answer);
    this.#change(key, desk);
    if (answer.kind === "trouble") this.#retry();
    else {
      this.#failures = 0;
      if (answer.kind === "saved" && isUnsaved(desk) && !this.#timers.has(key)) this.#later(key, AFTER_TYPING_MS);
    }
  }

  #retry() {
    const delay = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 30_000;
    for (const [key, { trouble }] of this.#desks)
      if (trouble === "offline" || trouble === "signed_out") this.#later(key, delay);
  }

  /** Everything that is not saved yet, and `wanted` even when nothing was typed. True when nothing is left. */
  async saveAll(wanted?: string): Promise<boolean> {
    const due = [...this.#desks].filter(([key, desk]) => key === wanted || isUnsaved(desk)).map(([key]) => key);
    await Promise.all(due.map((key) => this.save(key, key === wanted)));
    // What was typed while an older text was on its way.
    await Promise.all(due.map((key) => this.save(key)));
    return !this.hasUnsaved();
  }

  keepMine(key: string) {
    const desk = this.#desks.get(key);
    if (desk) this.#change(key, keepMine(desk), false);
    return this.save(key);
  }

  takeTheirs(key: string) {
    const desk = this.#desks.get(key);
    if (desk) this.#change(key, takeTheirs(desk));
  }

  /** The other text under one's own, to be merged by hand. */
  append(key: string, text: string) {
    const field = this.#fields.get(key);
    if (!field) return;
    const end = field.text.value.length;
    insertText(field.text, `${end ? "\n" : ""}${text}`, end);
  }

  tell() {
    this.told = { times: this.told.times + 1 };
    for (const listener of this.#listeners) listener();
  }
}

const isTrouble = ({ state }: Summary) => state === "trouble" || state === "conflict";

export function useAutosave(base: string, shelf: string, parts: readonly Part[]) {
  const [autosave] = useState(() => new Autosave(`${base}/autosave`, shelf, parts));
  useEffect(() => autosave.refresh(parts), [autosave, parts]);
  useEffect(() => {
    const saveAll = () => void autosave.saveAll();
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.hasUnsaved()) event.preventDefault();
    };
    const hide = () => {
      if (document.visibilityState === "hidden") saveAll();
    };
    window.addEventListener("online", saveAll);
    window.addEventListener("beforeunload", warn);
    document.addEventListener("visibilitychange", hide);
    return () => {
      saveAll();
      window.removeEventListener("online", saveAll);
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [autosave]);
  return autosave;
}

/** The desk of one part: undefined when the page does not save by itself. */
export function useDesk(autosave: Autosave, key: string) {
  const desk = () => autosave.deskOf(key);
  return useSyncExternalStore(autosave.subscribe, desk, desk);
}

export const useSummary = (autosave: Autosave) =>
  useSyncExternalStore(autosave.subscribe, autosave.summary, autosave.summary);

export function useTold(autosave: Autosave) {
  const told = () => autosave.told;
  return useSyncExternalStore(autosave.subscribe, told, told);
}

/** Ties a field to its part. */
export function useField(autosave: Autosave, key: string) {
  const text = useRef<HTMLTextAreaElement>(null);
  const internal = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (text.current) autosave.attach(key, { text: text.current, internal: internal.current });
  }, [autosave, key]);
  return { text, internal };
}

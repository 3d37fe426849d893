import { useEffect } from "react";

const FIELDS: Record<string, string> = { "/": ".capture [name=text]", G: "#speaker" };

/**
 * The evening is typed, not clicked: "/" goes to the capture line, Ctrl+Enter saves it, G goes to who speaks, and while
 * nothing is being typed N leads to the next item, M notes that a resident speaks, and 1 to 6 press the outcome that shows that key. Without scripts everything is a button.
 */
export function useLiveKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      const typing = target?.matches("input, textarea, select") ?? false;
      if (event.key === "Enter" && event.ctrlKey) return target?.closest("form")?.requestSubmit();
      if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
      const key = event.key.toUpperCase();
      const field = FIELDS[key];
      if (field) {
        event.preventDefault();
        return document.querySelector<HTMLElement>(field)?.focus();
      }
      const button = [...document.querySelectorAll<HTMLElement>("button:has(.kbd)")].find(
        (candidate) => candidate.querySelector(".kbd")?.textContent === key,
      );
      button?.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

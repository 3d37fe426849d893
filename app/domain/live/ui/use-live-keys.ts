import { useEffect } from "react";

/**
 * The evening is typed, not clicked: "/" goes to the capture line, Ctrl+Enter saves it, and while nothing is being typed
 * N leads to the next item and 1 to 6 press the outcome that shows that key. Without scripts everything is a button.
 */
export function useLiveKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      const typing = target?.matches("input, textarea, select") ?? false;
      if (event.key === "Enter" && event.ctrlKey) return target?.closest("form")?.requestSubmit();
      if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === "/") {
        event.preventDefault();
        document.querySelector<HTMLElement>(".capture [name=text]")?.focus();
        return;
      }
      const key = event.key.toUpperCase();
      const button = [...document.querySelectorAll<HTMLElement>("button:has(.kbd)")].find(
        (candidate) => candidate.querySelector(".kbd")?.textContent === key,
      );
      button?.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

import { useEffect } from "react";

/** The visible key next to a button presses it, unless somebody is typing. A script only makes it faster. */
export function useKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key.toUpperCase();
      const button = [...document.querySelectorAll<HTMLElement>("[data-key]")].find(
        ({ dataset }) => dataset.key === key,
      );
      button?.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

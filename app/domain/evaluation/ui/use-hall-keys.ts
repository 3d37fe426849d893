import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** A presenter's remote sends PageUp and PageDown; each key presses the button that carries its name. */
const KEYS: Record<string, string> = {
  ArrowLeft: "previous",
  PageUp: "previous",
  ArrowRight: "next",
  PageDown: "next",
  O: "open",
  Z: "close",
  W: "result",
  P: "agenda",
  B: "blank",
};

/** While nothing is being typed, keys press buttons. Without scripts everything is a button anyway. */
export function useHallKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (target?.matches("input, textarea, select") || event.ctrlKey || event.altKey || event.metaKey) return;
      const name = KEYS[event.key] ?? KEYS[event.key.toUpperCase()];
      const button = name && document.querySelector<HTMLElement>(`button[data-key="${name}"]`);
      if (!button) return;
      event.preventDefault();
      button.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

const LOOK_AGAIN_MS = 2500;

/** While phones vote, the count beside the form follows them. What is being typed stays. */
export function useFreshCount(isOpen: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => {
      if (state === "idle" && !document.hidden) revalidate();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isOpen, revalidate, state]);
}

import { useEffect } from "react";
import { type Autosave, useSummary } from "./use-autosave";

const PAUSE_MS = 2_000;

/**
 * What is missing is looked up again when everything has saved itself and nobody has typed for a moment: the check would
 * go on naming a fault that is mended already. Without a connection it waits for the next save.
 */
export function useQuietCheck(autosave: Autosave, lookAgain: () => void) {
  const { state, savedAt } = useSummary(autosave);
  const savedNow = state === "saved" ? savedAt : null;
  useEffect(() => {
    if (!savedNow) return;
    const timer = setTimeout(() => {
      if (navigator.onLine && !autosave.hasUnsaved()) lookAgain();
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [savedNow, autosave, lookAgain]);
}

import { useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/**
 * A number that grows when a form with this intent has been saved: as the form's key it empties it. Other buttons of
 * the screen load the page anew, too, and must not take away what somebody is typing.
 */
export function useTurn(intent: string, isRefused: boolean) {
  const { state, formData } = useNavigation();
  const [turn, setTurn] = useState(0);
  const isSent = useRef(false);
  useEffect(() => {
    if (formData?.get("intent") === intent) isSent.current = true;
    else if (state === "idle" && isSent.current) {
      isSent.current = false;
      if (!isRefused) setTurn((before) => before + 1);
    }
  }, [state, formData, intent, isRefused]);
  return turn;
}

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** True once scripts run: what only they can do is not shown before. */
export const useIsLive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

import type { Kept } from "../rules.autosave";

/** What this browser keeps for one person and one debate, until it is saved. A browser may forbid it, or be full. */
export type Drafts = ReturnType<typeof keptDrafts>;

export function keptDrafts(shelf: string) {
  const nameOf = (place: string) => `debata:${shelf}:${place}`;
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  return {
    /** False when the browser did not take it: then nobody may be told that the text is safe. */
    keep(place: string, kept: Kept | null): boolean {
      const write = () => {
        if (kept) localStorage.setItem(nameOf(place), JSON.stringify(kept));
        else localStorage.removeItem(nameOf(place));
        return true;
      };
      return attempt(write) ?? false;
    },
    find(place: string): Kept | null {
      const found = attempt(() => JSON.parse(localStorage.getItem(nameOf(place)) ?? "null") as unknown);
      return isKept(found) ? found : null;
    },
  };
}

function isKept(value: unknown): value is Kept {
  const { typed, version, sent } = (value ?? {}) as Partial<Kept>;
  return typeof typed?.text === "string" && typeof version === "number" && typeof sent === "object";
}

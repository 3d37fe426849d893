/**
 * Keeps what follows from a key and a version of its data alone; another version is made anew. The version has to be
 * read before the data: what is saved meanwhile is then seen too early, never too late.
 */
export function remembered<T>(most: number) {
  const kept = new Map<string, { version: string; value: T }>();
  return async (key: string, version: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known?.version === version) return known.value;
    const value = await make();
    kept.delete(key);
    kept.set(key, { version, value });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}

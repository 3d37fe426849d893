/** What is said to whoever holds a link that has expired: what it was, whom to ask, and sometimes how to get a new one. */
export type Gone = {
  lead: string;
  from: { name: string; slug: string; phone: string; email: string };
  renew?: { action: string; label: string; lead: string };
};

/** What an error page finds in the answer that was thrown. */
export function goneOf(data: unknown): Gone | undefined {
  if (typeof data !== "object" || data === null || !("gone" in data)) return undefined;
  return (data.gone ?? undefined) as Gone | undefined;
}

type Linked = { id: string; transferredToId: string | null };

/** All links of the chain to which a task belongs, from the first to the last; a ring, which cannot be, ends it. */
export function chainThrough<Link extends Linked>(links: readonly Link[], id: string): Link[] {
  const byId = new Map(links.map((link) => [link.id, link]));
  const before = new Map(
    links.flatMap((link) => (link.transferredToId ? [[link.transferredToId, link] as const] : [])),
  );
  const [first] = walk(byId.get(id), (link) => before.get(link.id)).slice(-1);
  return walk(first, (link) => byId.get(link.transferredToId ?? ""));
}

function walk<Link extends Linked>(from: Link | undefined, next: (link: Link) => Link | undefined): Link[] {
  const passed: Link[] = [];
  for (let link = from; link && !passed.includes(link); link = next(link)) passed.push(link);
  return passed;
}

/** Each chain once, and only where something was passed on. */
export const wholeChains = <Link extends Linked>(chains: ReadonlyMap<string, Link[]>): Link[][] => [
  ...new Map([...chains.values()].filter((links) => links.length > 1).map((links) => [links[0]?.id, links])).values(),
];

import { Anchor } from "./anchor";
import { messages } from "./messages.pl";
import { typesetNode } from "./typeset-node";

/** The last crumb is the page itself and has no address. */
export type Crumb = { label: string; href?: string };

export function Crumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label={messages.crumbs}>
      <ol>
        {items.map(({ label, href }) =>
          href ? (
            <li key={label}>
              <Anchor href={href}>{typesetNode(label)}</Anchor>
            </li>
          ) : (
            <li key={label} aria-current="page">
              <span className="vh">{messages.youAreHere}</span>
              {typesetNode(label)}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

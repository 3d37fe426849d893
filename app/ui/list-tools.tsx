import { Form } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { Anchor, ClientNavigation } from "./anchor";
import { Button, LinkButton } from "./button";
import { joinClasses } from "./join-classes";
import { messages } from "./messages.pl";

type PagerProps = {
  newer?: string | null;
  older?: string | null;
  newerLabel?: string;
  olderLabel?: string;
  /** e.g. „1–10 z 19”. */
  position?: ReactNode;
  label?: string;
};

/** Paging by key. A direction that does not exist is shown, but is no link. Nothing at all if there is one page only. */
export function Pager({ newer, older, position, label = messages.pages, ...labels }: PagerProps) {
  const { newerLabel = messages.newer, olderLabel = messages.older } = labels;
  if (!newer && !older && !position) return null;
  const links = (newer || older) && (
    <>
      <PagerLink href={newer}>{newerLabel}</PagerLink>
      <PagerLink href={older}>{olderLabel}</PagerLink>
    </>
  );
  return (
    <nav className="pager" aria-label={label}>
      {position ? (
        <>
          <span className="small muted num">{position}</span>
          {links && <span className="cluster">{links}</span>}
        </>
      ) : (
        links
      )}
    </nav>
  );
}

function PagerLink({ href, children }: { href: string | null | undefined; children: string }) {
  if (href) {
    return (
      <Anchor className="btn" href={href}>
        {children}
      </Anchor>
    );
  }
  return (
    <span className="btn" aria-disabled="true">
      {children}
    </span>
  );
}

type FiltersProps = {
  label: string;
  /** Where „Wyczyść” leads; leave out while nothing is filtered. */
  clearHref?: string;
  card?: boolean;
  action?: string;
  /** Another word than „Filtruj”. */
  submit?: string;
  children: ReactNode;
};

/** A GET form of fields: its answer is an address that can be kept and sent. */
export function Filters({ label, clearHref, card, action, submit = messages.filter, children }: FiltersProps) {
  const Tag = useContext(ClientNavigation) ? Form : "form";
  const buttons = (
    <div className="cluster">
      <Button look={card ? "primary" : undefined}>{submit}</Button>
      {clearHref && (
        <LinkButton look="quiet" href={clearHref}>
          {messages.clear}
        </LinkButton>
      )}
    </div>
  );
  return (
    <Tag method="get" action={action} role="search" aria-label={label} className={card ? "card" : "sub"}>
      <div className={joinClasses("filters", !card && "filters--line")}>
        {children}
        {buttons}
      </div>
    </Tag>
  );
}

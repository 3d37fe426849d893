import type { ReactNode } from "react";
import { Anchor, ClientNavigation, useLinksInPlace } from "./anchor";
import { Brand } from "./brand";
import { type Crumb, Crumbs } from "./crumbs";
import { joinClasses } from "./join-classes";
import { messages } from "./messages.pl";
import { SkipLink } from "./skip-link";
import { typesetNode } from "./typeset-node";

export type OfficeSection = keyof typeof messages.officeNav;

type Props = {
  unit: { name: string; slug: string };
  me: { name: string; role: string };
  counts?: Partial<Record<OfficeSection, number>>;
  current?: OfficeSection;
  /** What this role may open; without it everything. */
  sections?: readonly OfficeSection[];
  /** Moderation, the evening and the minutes use the whole width. */
  full?: boolean;
  /** The page of one's own account stands beside the name, not in the menu. */
  isAccount?: boolean;
  /** Where no unit is open: those that could be. */
  units?: readonly { name: string; slug: string }[];
  children: ReactNode;
};

const PATHS: Record<OfficeSection, string> = {
  today: "",
  debates: "/debates",
  motions: "/motions",
  tasks: "/tasks",
  directory: "/directory",
  reports: "/reports",
  outbox: "/outbox",
  settings: "/settings",
};
export const OFFICE_SECTIONS = Object.keys(PATHS) as OfficeSection[];

/** Which section an address of the office belongs to: /o/:unit/debates/… is „Debaty”. */
export const sectionOf = (path: string) => {
  const [, , , section = ""] = path.split("/");
  return OFFICE_SECTIONS.find((name) => PATHS[name] === (section && `/${section}`));
};

export function OfficeShell({ unit, me, counts = {}, sections = OFFICE_SECTIONS, full, children, ...where }: Props) {
  const { current, isAccount, units = [] } = where;
  const home = `/o/${unit.slug}`;
  useLinksInPlace();
  return (
    <ClientNavigation.Provider value={true}>
      <SkipLink />
      <div className="shell">
        <header className="side">
          <Brand href={home} />
          {unit.name && <p className="side__unit">{typesetNode(unit.name)}</p>}
          <nav className="nav" aria-label={messages.mainNav}>
            {OFFICE_SECTIONS.filter((section) => sections.includes(section)).map((section) => (
              <Anchor
                key={section}
                href={home + PATHS[section]}
                aria-current={section === current ? "page" : undefined}
              >
                {messages.officeNav[section]}
                <Count value={counts[section]} isHot={section === "today"} />
              </Anchor>
            ))}
            {units.map(({ name, slug }) => (
              <Anchor key={slug} href={`/o/${slug}`}>
                {typesetNode(name)}
              </Anchor>
            ))}
          </nav>
          <form className="side__me" method="post" action="/logout">
            <p>
              {me.name}
              <br />
              {me.role}
            </p>
            <a href="/account" aria-current={isAccount ? "page" : undefined}>
              {messages.account}
            </a>
            <button type="submit">{messages.logout}</button>
          </form>
        </header>
        <main className={joinClasses("work", full && "work--full")} id="tresc" tabIndex={-1}>
          {children}
        </main>
      </div>
    </ClientNavigation.Provider>
  );
}

function Count({ value, isHot }: { value: number | undefined; isHot: boolean }) {
  if (!value) return null;
  return (
    <b className={joinClasses(isHot && "is-hot")}>
      {value}
      <span className="vh"> {messages.toDo}</span>
    </b>
  );
}

type TopBarProps = { title: ReactNode; sub?: ReactNode; actions?: ReactNode; crumbs?: readonly Crumb[] };

export function TopBar({ title, sub, actions, crumbs }: TopBarProps) {
  return (
    <div className="top">
      <div>
        {crumbs && <Crumbs items={crumbs} />}
        <h1>{typesetNode(title)}</h1>
        {sub && <div className="top__sub">{sub}</div>}
      </div>
      {actions && <div className="cluster">{actions}</div>}
    </div>
  );
}

export type Tab = { href: string; label: string; current?: boolean; count?: number };

export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav className="tabs sub" aria-label={label}>
      {items.map(({ href, label, current, count }) => (
        <Anchor key={href} href={href} aria-current={current ? "page" : undefined}>
          {label}
          {count !== undefined && <span className="count">{count}</span>}
        </Anchor>
      ))}
    </nav>
  );
}

/** Stays at the bottom of the screen while a long form is edited. */
export const Savebar = ({ children }: { children: ReactNode }) => <div className="savebar">{children}</div>;

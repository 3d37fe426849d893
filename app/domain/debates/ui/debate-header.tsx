import { LinkButton } from "~/ui/button";
import { Tabs, TopBar } from "~/ui/office-shell";
import type { DebateStatus } from "~db/vocabulary";
import { page } from "../messages.form.pl";
import { numberOf } from "../messages.pl";
import { DebateBadge } from "./status-badge";

export type DebateHead = {
  id: string;
  topic: string;
  number: number;
  year: number;
  status: DebateStatus;
  statusReason: string;
  venueName: string;
  datePending: boolean;
  /** „środa, 18 marca 2026 r., godz. 17.00” */
  term: string;
  publicPath: string | null;
  isEvaluation: boolean;
};

type Props = { debate: DebateHead; base: string; path: string; mayOrganize: boolean };

const TABS = {
  overview: "",
  agenda: "/agenda",
  invitations: "/invitations",
  attendance: "/attendance",
  motions: "/motions",
  live: "/live",
  minutes: "/minutes",
  tasks: "/tasks",
  documents: "/documents",
  evaluation: "/evaluation",
  hall: "/hall",
} as const;
/** Where earlier promises are settled, and the big screen on which that is shown. */
const OF_EVALUATION = ["evaluation", "hall"];

/** Title, state and tabs of one debate; all pages below it stand under this. */
export function DebateHeader({ debate, base, path, mayOrganize }: Props) {
  const own = `${base}/${debate.id}`;
  const below = path.slice(own.length);
  const shown = Object.entries(TABS).filter(([name]) => debate.isEvaluation || !OF_EVALUATION.includes(name));
  const items = shown.map(([name, tail]) => ({
    href: own + tail,
    label: page.tabs[name as keyof typeof TABS],
    current: tail === "" ? below === "" || below === "/" : below === tail || below.startsWith(`${tail}/`),
  }));
  return (
    <>
      <TopBar
        title={debate.topic}
        crumbs={[{ label: page.crumb, href: base }, { label: numberOf(debate) }]}
        sub={<Sub {...debate} />}
        actions={<Actions {...{ debate, own, mayOrganize, isLeading: isLeading(below, debate.status) }} />}
      />
      <Tabs label={page.tabsLabel(numberOf(debate))} items={items} />
    </>
  );
}

/** Most tabs have a main button of their own; the next step of the debate leads where there is no other. */
const isLeading = (below: string, status: DebateStatus) =>
  below === "" || below === "/" || (below === TABS.live && status === "announced");

function Sub({ status, statusReason, datePending, term, venueName }: DebateHead) {
  return (
    <>
      <DebateBadge status={status} />{" "}
      <span>
        {datePending || status === "cancelled" ? page.was(term) : term} · {venueName}
      </span>
      {statusReason && <span>{page.reason(statusReason)}</span>}
    </>
  );
}

type ActionsProps = { debate: DebateHead; own: string; mayOrganize: boolean; isLeading: boolean };

function Actions({ debate, own, mayOrganize, isLeading }: ActionsProps) {
  const { status, publicPath } = debate;
  const primary = PRIMARY[status];
  return (
    <>
      {publicPath && <LinkButton href={publicPath}>{page.publicPage}</LinkButton>}
      {mayOrganize && (status === "draft" || status === "announced" || status === "postponed") && (
        <LinkButton href={`${own}/state`}>{page.callOff}</LinkButton>
      )}
      {mayOrganize && primary && (
        <LinkButton look={isLeading ? "primary" : undefined} href={`${own}/state?to=${primary.to}`}>
          {primary.label}
        </LinkButton>
      )}
    </>
  );
}

const PRIMARY: Partial<Record<DebateStatus, { to: string; label: string }>> = {
  draft: { to: "announce", label: page.announce },
  announced: { to: "open", label: page.open },
  live: { to: "hold", label: page.hold },
  held: { to: "close", label: page.close },
  postponed: { to: "reschedule", label: page.newDate },
};

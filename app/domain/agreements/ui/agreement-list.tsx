import { list as tasks } from "~/domain/tasks/messages.page.pl";
import { typeset } from "~/platform/language";
import { Anchor } from "~/ui/anchor";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/notes";
import { Tabs, TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { messages } from "../messages.pl";
import { AGREEMENT_VIEWS, type AgreementView } from "../rules";
import type { Agreement } from "./agreement-panel";

type Props = { home: string; show: AgreementView | "all"; rows: Agreement[] };

/** All agreements of the unit, those that go on first. */
export function AgreementsPage({ home, show, rows }: Props) {
  const path = `${home}/tasks/agreements`;
  const { columns, none } = messages;
  const tabs = [
    ...AGREEMENT_VIEWS.map((view) => ({
      href: view === "open" ? path : `${path}?show=${view}`,
      label: messages.views[view],
      current: show === view,
    })),
    { href: `${path}?show=all`, label: messages.all, current: show === "all" },
  ];
  return (
    <>
      <TopBar
        title={messages.listTitle}
        sub={messages.listSub}
        crumbs={[{ label: tasks.title, href: `${home}/tasks` }, { label: messages.listTitle }]}
      />
      <Tabs label={messages.tabs} items={tabs} />
      {rows.length === 0 ? (
        <Empty title={none.title} action={<LinkButton href={`${home}/tasks`}>{none.action}</LinkButton>}>
          <p>{none.text}</p>
        </Empty>
      ) : (
        <Panel label={messages.listTitle}>
          <Table
            caption={messages.listTitle}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                label: columns.subject,
                cell: ({ id, subject }) => <Anchor href={`${path}/${id}`}>{typeset(subject)}</Anchor>,
              },
              { label: columns.parties, cell: ({ parties }) => <span className="pre">{typeset(parties)}</span> },
              { label: columns.period, cell: ({ startsOn, endsOn }) => messages.period(startsOn, endsOn) },
              { label: columns.used, cell: ({ servicesUsed, services }) => messages.used(servicesUsed, services) },
              { label: columns.amount, cell: ({ amountGrosze }) => messages.amount(amountGrosze), className: "num" },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

import { typeset } from "~/platform/language";
import { deadlineDays, formatShortWithWeekday } from "~/platform/time";
import { Anchor } from "~/ui/anchor";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Empty, Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import type { CalendarDate, NoticeKind } from "~db/vocabulary";
import { holds } from "../messages.pl";
import { preview as text } from "../messages.preview.pl";
import type { Hold } from "../rules";

type Task = { id: string; number: string; title: string; bodyName: string; dueOn: CalendarDate };
export type PreviewProps = {
  home: string;
  settings: string | null;
  reminds: boolean;
  hasChair: boolean;
  isCut: boolean;
  digest: { day: CalendarDate; readers: number } | null;
  days: {
    day: CalendarDate;
    /** Letters to bodies and the one to the chair. */
    letters: number;
    rows: (Task & { kind: NoticeKind })[];
    more: number;
  }[];
  held: (Task & { kind: NoticeKind; hold: Hold })[];
};

export function PreviewPage(props: PreviewProps) {
  const { home, settings, reminds, hasChair, isCut, digest, days, held } = props;
  const isEmpty = held.length === 0 && days.every(({ rows }) => rows.length === 0);
  return (
    <>
      <TopBar
        title={text.title}
        sub={text.sub}
        crumbs={[{ href: `${home}/tasks`, label: text.tasks }]}
        actions={settings && <LinkButton href={settings}>{text.settings}</LinkButton>}
      />
      <div className="stack">
        {!reminds && <Note tone="warn">{text.off}</Note>}
        {!hasChair && <Note tone="warn">{text.noChair}</Note>}
        {isCut && <Note>{text.cut}</Note>}
        {isEmpty && (
          <Empty title={text.empty}>
            <p>{text.emptyText}</p>
          </Empty>
        )}
        {!isEmpty && reminds && days.map((one) => <Day key={one.day} home={home} {...one} digest={digest} />)}
        {held.length > 0 && <HeldBack home={home} rows={held} />}
      </div>
    </>
  );
}

type DayProps = PreviewProps["days"][number] & Pick<PreviewProps, "home" | "digest">;

function Day({ home, day, letters, rows, more, digest }: DayProps) {
  return (
    <Panel title={text.day(day)} count={text.letters(letters)}>
      {digest?.day === day && <p className="panel__body">{typeset(text.digest(digest.readers))}</p>}
      {rows.length === 0 ? (
        <p className="panel__body muted">{text.nothing}</p>
      ) : (
        <Table
          caption={text.caption(day)}
          rows={rows}
          rowKey={({ id, kind }) => `${id} ${kind}`}
          columns={[
            { label: text.columns.task, cell: (row) => <Name home={home} task={row} /> },
            { label: text.columns.body, cell: ({ kind, bodyName }) => <To kind={kind} bodyName={bodyName} /> },
            { label: text.columns.why, cell: ({ kind }) => text.stages[kind] },
            { label: text.columns.due, cell: ({ dueOn }) => <Due dueOn={dueOn} day={day} /> },
          ]}
        />
      )}
      {more > 0 && <p className="panel__body">{text.more(more)}</p>}
    </Panel>
  );
}

const HeldBack = ({ home, rows }: Pick<PreviewProps, "home"> & { rows: PreviewProps["held"] }) => (
  <Panel title={text.held} count={rows.length}>
    <p className="panel__body muted">{text.heldHint}</p>
    <Table
      caption={text.held}
      rows={rows}
      rowKey={({ id, kind }) => `${id} ${kind}`}
      columns={[
        { label: text.heldColumns.task, cell: (row) => <Name home={home} task={row} /> },
        { label: text.heldColumns.body, cell: ({ bodyName }) => typeset(bodyName) },
        { label: text.heldColumns.what, cell: ({ kind }) => text.stages[kind] },
        { label: text.heldColumns.why, cell: ({ hold }) => <Badge tone="wait">{holds[hold]}</Badge> },
      ]}
    />
  </Panel>
);

const Name = ({ home, task }: { home: string; task: Task }) => (
  <>
    <Anchor href={`${home}/tasks/${task.id}`}>{typeset(task.title)}</Anchor>
    <br />
    <span className="small muted">{task.number}</span>
  </>
);

/** A letter to the chair is about the body, and not for it. */
const To = ({ kind, bodyName }: { kind: NoticeKind; bodyName: string }) => (
  <>
    {typeset(bodyName)}
    {kind === "chair_30" && <span className="small muted"> ({text.chair})</span>}
  </>
);

const Due = ({ dueOn, day }: { dueOn: CalendarDate; day: CalendarDate }) => (
  <>
    <span className="nowrap">{formatShortWithWeekday(dueOn)}</span>
    <br />
    <span className="small muted">{deadlineDays(dueOn, day)}</span>
  </>
);

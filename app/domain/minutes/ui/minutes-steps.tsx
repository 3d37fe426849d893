import { calendarDate, formatDate, formatGenitive } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { Timeline } from "~/ui/timeline";
import { correction } from "../messages.correction.pl";
import { life } from "../messages.life.pl";
import { messages } from "../messages.pl";
import type { Editor } from "../queries.editor.server";
import { lastDayOf, WINDOW_DAYS } from "../rules.window";

const words = messages.editor;

export type Rights = { record: boolean; approve: boolean };

type Props = {
  editor: Editor;
  base: string;
  rights: Rights;
  publicPath: string | null;
  minutesDueOn: string | null;
  isHeld: boolean;
};

/** How far the minutes have come, and what can be done next. */
export function MinutesSteps({ editor, ...page }: Props) {
  const { status, approvedAt, approvedBy, number } = editor;
  const { step } = words;
  const isApproved = status === "approved" || status === "published";
  return (
    <Panel title={words.steps} aside={<Badge tone={messages.tones[status]}>{messages.statuses[status]}</Badge>} padded>
      <Timeline
        items={[
          {
            key: "draft",
            title: step.draft,
            who:
              !isApproved && page.minutesDueOn
                ? step.until(formatGenitive(calendarDate(page.minutesDueOn)))
                : undefined,
          },
          // Whoever approves without asking anybody has no such step behind them.
          ...(isApproved && !editor.correction.openedAt ? [] : [remarksStep(editor)]),
          {
            key: "approve",
            title: isApproved && number ? step.approved(number) : step.approve,
            who: approvedAt ? `${formatDate(approvedAt)}, ${approvedBy}` : undefined,
            next: !isApproved,
          },
          { key: "publish", title: step.publish, next: status !== "published" },
          ...editor.editions.slice(1).map(({ no, approvedAt }) => ({
            key: `edition ${no}`,
            title: approvedAt ? correction.title(no - 1, formatDate(approvedAt)) : "",
          })),
        ]}
      />
      <Remarks editor={editor} {...page} />
      <NextSteps editor={editor} {...page} />
    </Panel>
  );
}

function remarksStep({ status, correction: { openedAt, until } }: Editor) {
  const { step } = life;
  const key = "remarks";
  if (!openedAt || !until) return { key, title: step.title, who: step.usual(WINDOW_DAYS.usual), next: true };
  const day = lastDayOf(until);
  return { key, title: step.title, who: status === "in_correction" ? step.until(day) : step.closed };
}

function Remarks({ editor: { status, remarks, correction: asked }, base, rights, isHeld }: Props) {
  const { step } = life;
  const isEditable = status === "drafting" || status === "in_correction";
  return (
    <>
      {remarks.all > 0 && (
        <LinkButton href={`${base}/remarks`} wide>
          {step.list(remarks.open, remarks.all)}
        </LinkButton>
      )}
      {asked.openedAt && remarks.all === 0 && isEditable && <p className="small muted">{life.list.empty}.</p>}
      {rights.approve && isHeld && isEditable && (
        <LinkButton href={`${base}/window`} wide>
          {status === "drafting" ? step.open : step.manage}
        </LinkButton>
      )}
    </>
  );
}

function NextSteps({ editor: { status, editions, amendment }, base, rights, publicPath, isHeld }: Props) {
  const isApproved = status === "approved" || status === "published";
  return (
    <>
      {rights.approve && !isApproved && isHeld && (
        <LinkButton href={`${base}/approve`} wide>
          {words.approve}
        </LinkButton>
      )}
      {rights.approve && status === "approved" && (
        <LinkButton href={`${base}/publish`} look="primary" wide>
          {words.publish}
        </LinkButton>
      )}
      {isApproved && editions.length > 1 && <Editions editions={editions} base={base} />}
      {isApproved && rights.approve && (
        <LinkButton href={`${base}/amendment`} wide>
          {amendment === null ? correction.page.start : correction.page.resume(amendment)}
        </LinkButton>
      )}
      {status === "published" && publicPath && (
        <>
          <p className="small">{words.published}</p>
          <LinkButton href={publicPath} wide>
            {words.openPublic}
          </LinkButton>
        </>
      )}
    </>
  );
}

/** Earlier texts stay readable, each with a note that it was superseded. */
const Editions = ({ editions, base }: { editions: Editor["editions"]; base: string }) => (
  <ul className="list small">
    {editions.slice(0, -1).map(({ no }) => (
      <li key={no}>
        <a href={`${base}.pdf?wersja=wewnetrzna&wydanie=${no}`}>{correction.edition(no)} (PDF)</a> – {correction.old}
      </li>
    ))}
  </ul>
);

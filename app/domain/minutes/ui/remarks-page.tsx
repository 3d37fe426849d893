import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatMoment } from "~/platform/time";
import { Badge } from "~/ui/badge";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Empty, Note } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { life } from "../messages.life.pl";
import type { Remark } from "../queries.remarks.server";
import { tableKey } from "../rules.paragraphs";
import { readerName } from "../rules.readers";
import { Compared } from "./compared";

const words = life.list;

export type ShownRemark = Remark & { part: { key: string; text: string; version: number } | null };

export type RemarksProps = {
  base: string;
  remarks: ShownRemark[];
  mayDecide: boolean;
  isSaved: boolean;
  now: Date;
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
};

/** Everything that was proposed: what waits for a decision first. */
export function RemarksPage({ remarks, base, isSaved, errors, ...page }: RemarksProps) {
  const open = remarks.filter(({ status }) => status === "open");
  const decided = remarks.filter(({ status }) => status !== "open");
  return (
    <div className="stack">
      <ErrorSummary errors={errors} labels={words.labels} />
      {isSaved && !errors && (
        <Note tone="good" status>
          <p>{typeset(words.saved)}</p>
        </Note>
      )}
      <div className="cluster cluster--between">
        <h2>{words.title}</h2>
        <LinkButton href={base}>{words.back}</LinkButton>
      </div>
      <p className="prose">{typeset(words.lead)}</p>
      {remarks.length === 0 && (
        <Empty title={words.empty}>
          <p>{typeset(words.emptyText)}</p>
        </Empty>
      )}
      <Group title={words.waiting} remarks={open} all={remarks} base={base} errors={errors} {...page} />
      <Group title={words.decided} remarks={decided} all={remarks} base={base} errors={errors} {...page} />
    </div>
  );
}

/** `all`: a remark keeps its number when it is decided. */
type GroupProps = Omit<RemarksProps, "isSaved"> & { title: string; all: ShownRemark[] };

function Group({ title, remarks, all, ...page }: GroupProps) {
  if (remarks.length === 0) return null;
  return (
    <section className="stack">
      <h3>
        {title} <span className="count">{remarks.length}</span>
      </h3>
      {remarks.map((remark) => (
        <RemarkCard
          key={remark.id}
          remark={remark}
          heading={`${all.indexOf(remark) + 1}. ${remark.partTitle}`}
          {...page}
        />
      ))}
    </section>
  );
}

type CardProps = Omit<GroupProps, "title" | "remarks" | "all"> & { remark: ShownRemark; heading: string };

function RemarkCard({ remark, heading, now, mayDecide, ...page }: CardProps) {
  const { status, reader, createdAt, decision, decidedBy, decidedAt, reason } = remark;
  return (
    <Panel
      id={`u-${remark.id}`}
      title={typeset(heading)}
      aside={<Badge tone={life.tones[status]}>{life.statuses[status]}</Badge>}
      padded
    >
      <div className="stack">
        <p className="small muted">{words.from(readerName(reader), formatMoment(createdAt, now))}</p>
        <Proposal remark={remark} />
        {reason && (
          <p className="pre">
            <b>{words.reason}:</b> {typeset(reason)}
          </p>
        )}
        {decidedAt && (
          <p className="pre">
            <b>{words.decision}:</b> {typeset(decision || life.statuses[status])}{" "}
            <span className="small muted">{words.decidedBy(decidedBy, formatMoment(decidedAt, now))}</span>
          </p>
        )}
        {status === "open" && mayDecide && <Decide remark={remark} {...page} />}
      </div>
    </Panel>
  );
}

/** Both texts side by side, and what differs, word by word. */
export function Proposal({ remark: { original, proposed, partKey } }: { remark: ShownRemark }) {
  const isTable = partKey.startsWith(tableKey(""));
  if (original === "")
    return (
      <div className="stack stack--s">
        <h3>{isTable ? words.wholeSection : words.addition}</h3>
        <p className="pre paper">{typeset(proposed)}</p>
        {isTable && <p className="small muted">{typeset(words.tableHint)}</p>}
      </div>
    );
  return (
    <div className="stack stack--s">
      <div className="twin">
        <div className="stack stack--s">
          <h3>{words.original}</h3>
          <p className="pre paper">{typeset(original)}</p>
        </div>
        <div className="stack stack--s">
          <h3>{words.proposed}</h3>
          <p className="pre paper">{proposed ? typeset(proposed) : words.removed}</p>
        </div>
      </div>
      {proposed && (
        <details className="more">
          <summary>{words.changes}</summary>
          <Compared before={original} after={proposed} />
        </details>
      )}
    </div>
  );
}

function Decide({ remark, base, formKey, fields, errors }: Omit<CardProps, "heading" | "now" | "mayDecide">) {
  const { id, partTitle, partKey } = remark;
  const isTable = partKey.startsWith(tableKey(""));
  const isMine = fields?.id === id;
  const key = `${formKey}-${id.slice(0, 8)}`;
  return (
    <>
      <PostForm formKey={key} hidden={{ do: "accept", id }} action={`${base}/remarks`}>
        <div className="cluster">
          <Button look="primary" about={partTitle}>
            {isTable ? words.acceptTable : words.accept}
          </Button>
          {!isTable && (
            <LinkButton href={`${base}/remarks?uwaga=${id}`} about={partTitle}>
              {words.byHand}
            </LinkButton>
          )}
        </div>
      </PostForm>
      <details className="more" open={isMine && errors !== undefined}>
        <summary>{words.reject}</summary>
        <PostForm formKey={`${key}-no`} hidden={{ do: "reject", id }} action={`${base}/remarks`}>
          <TextArea
            id={isMine ? "reason" : `reason-${id}`}
            name="reason"
            label={words.rejectReason}
            rows={3}
            maxLength={1500}
            error={isMine ? errors?.reason : undefined}
            defaultValue={isMine ? String(fields?.reason ?? "") : ""}
          />
          <div className="cluster">
            <Button about={partTitle}>{words.reject}</Button>
          </div>
        </PostForm>
      </details>
    </>
  );
}

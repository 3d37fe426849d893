import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { ConflictNote } from "~/ui/conflict-note";
import { ErrorSummary } from "~/ui/error-summary";
import { Select, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Empty, Note } from "~/ui/notes";
import { Savebar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { HALL_VERDICTS, type HallVerdict, type Sensitivity } from "~db/vocabulary";
import { messages } from "../messages.pl";

export type EarlierMotion = {
  id: string;
  number: string;
  place: string;
  text: string;
  sensitivity: Sensitivity;
  reportText: string;
  hallVerdict: HallVerdict | null;
  version: number;
  /** Already in words: who, and how it stands. */
  tasks: { body: string; state: string; result: string }[];
};

type Props = {
  path: string;
  /** „3/2026” */
  earlier: string;
  motions: EarlierMotion[];
  mayRecord: boolean;
  /** Before the evening there is nothing to write down. */
  isEarly: boolean;
  wasSaved: boolean;
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
  isStale?: boolean;
};

/** The chair's script: each earlier motion with what its owner has reported, room for what is said, and the hall's vote. */
export function ReportsForm({ path, earlier, motions, isEarly, formKey, fields, errors, isStale, ...props }: Props) {
  const { mayRecord, wasSaved } = props;
  const { reports } = messages;
  if (motions.length === 0)
    return (
      <Empty title={reports.title}>
        <p>{reports.none}</p>
      </Empty>
    );
  return (
    <div className="stack">
      {isStale ? <Conflict motions={motions} fields={fields} /> : <ErrorSummary errors={errors} />}
      {wasSaved && !errors && (
        <Note tone="good" status>
          <p>{reports.saved}</p>
        </Note>
      )}
      <PostForm formKey={formKey} action={path} className="stack" label={reports.title}>
        <p className="muted">{reports.intro(earlier)}</p>
        {isEarly && <p className="muted">{reports.early}</p>}
        {motions.map((motion) => (
          <MotionPanel key={motion.id} motion={motion} fields={fields} errors={errors} mayRecord={mayRecord} />
        ))}
        {mayRecord && (
          <Savebar>
            <Button look="primary">{reports.save}</Button>
          </Savebar>
        )}
      </PostForm>
    </div>
  );
}

type PanelProps = Pick<Props, "fields" | "errors" | "mayRecord"> & { motion: EarlierMotion };

function MotionPanel({ motion, fields, errors, mayRecord }: PanelProps) {
  const { id, number, place, text, sensitivity, tasks, version, reportText, hallVerdict } = motion;
  const { reports, verdicts } = messages;
  const typed = (name: string, stored: string) => String(fields?.[`${name}-${id}`] ?? stored);
  return (
    <Panel
      title={[number, place].filter(Boolean).join(" · ")}
      aside={sensitivity !== "public" && <Badge tone="secret">{reports.secret}</Badge>}
      padded
    >
      <p className="pre">{typeset(text)}</p>
      {tasks.map(({ body, state, result }) => (
        <p key={`${body} ${state} ${result}`} className="small">
          <b>{reports.task(body, state)}</b>
          {result && ` – ${typeset(result)}`}
        </p>
      ))}
      {tasks.length === 0 && <p className="small muted">{reports.noTask}</p>}
      {mayRecord ? (
        <>
          <input type="hidden" name="ids[]" value={id} />
          <input type="hidden" name={`version-${id}`} value={version} />
          <TextArea
            name={`text-${id}`}
            label={reports.text}
            rows={2}
            maxLength={2000}
            defaultValue={typed("text", reportText)}
            error={errors?.[`text-${id}`]}
          />
          <Select
            name={`verdict-${id}`}
            label={reports.verdict}
            width="m"
            placeholder={reports.undecided}
            defaultValue={typed("verdict", hallVerdict ?? "")}
            options={HALL_VERDICTS.map((value) => ({ value, label: verdicts[value] }))}
            error={errors?.[`verdict-${id}`]}
          />
        </>
      ) : (
        <p>
          {typeset(reportText)} {hallVerdict && <b>{verdicts[hallVerdict]}</b>}
        </p>
      )}
    </Panel>
  );
}

/** Only rows in which both have written something different. */
function Conflict({ motions, fields = {} }: Pick<Props, "motions" | "fields">) {
  const say = (text: string, verdict: string) =>
    [text, messages.verdicts[verdict as HallVerdict]].filter(Boolean).join(" – ");
  return (
    <ConflictNote
      text={messages.refusals.stale}
      fields={motions
        .filter(({ id, version }) => String(fields[`version-${id}`] ?? version) !== String(version))
        .map(({ id, number, reportText, hallVerdict }) => ({
          label: number,
          mine: say(String(fields[`text-${id}`] ?? ""), String(fields[`verdict-${id}`] ?? "")),
          theirs: say(reportText, hallVerdict ?? ""),
        }))}
    />
  );
}

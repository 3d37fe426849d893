import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatShort, warsawDate } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { ConfirmPage } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { Panel, Row, Rows } from "~/ui/panel";
import type { MinutesStatus } from "~db/vocabulary";
import { life } from "../messages.life.pl";
import { type Reader, readerName } from "../rules.readers";
import { isWindowOpen, lastDayOf, WINDOW_DAYS } from "../rules.window";

const words = life.window;

type Props = {
  base: string;
  status: MinutesStatus;
  until: Date | null;
  opened: Date | null;
  readers: Reader[];
  now: Date;
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
};

/** Asks those who were there, or changes until when they may answer. */
export const WindowPage = (props: Props) =>
  props.status === "in_correction" ? <Manage {...props} /> : <Open {...props} />;

const typed = (fields: FormFields | undefined, name: string, usual: string) =>
  typeof fields?.[name] === "string" ? fields[name] : usual;

function Open({ base, opened, readers, formKey, fields, errors }: Props) {
  const reached = readers.filter(({ email }) => email !== "");
  return (
    <div className="stack">
      <ConfirmPage
        below
        title={words.title}
        submit={words.submit}
        action={`${base}/window`}
        hidden={{ do: "open" }}
        backHref={base}
        back={words.back}
        formKey={formKey}
        problem={<ErrorSummary errors={errors} labels={words.labels} />}
        fields={
          <Field
            name="days"
            label={words.days}
            hint={words.daysHint}
            error={errors?.days}
            inputMode="numeric"
            width="xs"
            defaultValue={typed(fields, "days", String(WINDOW_DAYS.usual))}
          />
        }
      >
        <p>{typeset(words.what)}</p>
        {opened && <p>{typeset(words.again)}</p>}
        {reached.length === 0 && (
          <Note tone="warn">
            <p>{typeset(words.nobody)}</p>
          </Note>
        )}
      </ConfirmPage>
      <Panel title={words.readersTitle} aside={<span className="small muted">{words.readers(reached.length)}</span>}>
        <Rows>
          {readers.map((reader) => (
            <Row
              key={reader.invitationId}
              title={readerName(reader)}
              sub={[reader.name, reader.email || words.noEmail].filter(Boolean).join(" · ")}
            />
          ))}
        </Rows>
      </Panel>
    </div>
  );
}

function Manage({ base, until, status, now, formKey, fields, errors }: Props) {
  const last = until ? lastDayOf(until) : warsawDate(now);
  const isOpen = isWindowOpen({ status, until }, now);
  return (
    <div className="card stack confirm">
      <ErrorSummary errors={errors} labels={words.labels} />
      <h2>{words.manageTitle}</h2>
      <p>{typeset(isOpen ? words.now(last) : words.over(last))}</p>
      <PostForm formKey={formKey} action={`${base}/window`} hidden={{ do: "extend" }}>
        <DateField
          name="until"
          label={words.untilDay}
          hint={words.extendHint}
          error={errors?.until}
          defaultValue={typed(fields, "until", formatShort(last))}
        />
        <Button look="primary">{words.extend}</Button>
      </PostForm>
      <PostForm formKey={`${formKey}-close`} action={`${base}/window`} hidden={{ do: "close" }}>
        <p className="small muted">{typeset(words.closeHint)}</p>
        <div className="cluster">
          <Button>{words.close}</Button>
          <LinkButton href={base}>{words.back}</LinkButton>
        </div>
      </PostForm>
    </div>
  );
}

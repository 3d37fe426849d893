import { competence } from "~/domain/directory/messages.competence.pl";
import { messages as motionMessages } from "~/domain/motions/messages.pl";
import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { formatLong } from "~/platform/time";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Facts } from "~/ui/facts";
import { Select, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Filters } from "~/ui/list-tools";
import { Note } from "~/ui/notes";
import { TopBar } from "~/ui/office-shell";
import { Panel } from "~/ui/panel";
import { messages } from "../messages.pl";
import { clockWords, referral as text } from "../messages.referral.pl";
import type { getReferralPage, ReferralPreview } from "../queries.referral.server";
import { DueExplanation } from "./due-explanation";

type Props = Awaited<ReturnType<typeof getReferralPage>> & {
  path: string;
  motionPath: string;
  now: Date;
  formKey: string;
  fields: FormFields;
  errors?: FormErrors;
};

/** Another body would help; against every other reason no choice does. */
const OF_THE_BODY: readonly string[] = ["unknown_body", "body_archived"];

/** One motion, one body, and everything that one press sends. */
export function ReferralPage(props: Props) {
  const { motion, clock, suggestion, chosen, bodies, preview, path, motionPath, now, errors } = props;
  return (
    <>
      <TopBar
        title={text.title(motion.number)}
        crumbs={[{ label: text.crumb, href: motionPath }, { label: motion.number }]}
        sub={clock && clockWords(clock, now)}
      />
      <ErrorSummary errors={errors} labels={text.labels} />
      <div className="stack">
        <Panel title={text.motion} padded>
          <p className="pre">{typeset(motion.textPublic)}</p>
          <Facts
            items={[
              { term: text.place, value: motion.place },
              { term: text.category, value: motionMessages.categories[motion.category] },
              { term: text.track, value: motionMessages.legalTracks[motion.legalTrack] },
            ]}
          />
        </Panel>
        {(!preview || preview.ok || OF_THE_BODY.includes(preview.reason)) && (
          <Filters label={text.choose} action={path} submit={text.show}>
            <Select
              name="podmiot"
              label={text.body}
              hint={suggestion ? competence.suggestion(suggestion) : undefined}
              placeholder={text.pickBody}
              defaultValue={chosen ?? ""}
              options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Filters>
        )}
        {preview && !preview.ok && (
          <Note tone="warn">
            <p>{typeset(motionMessages.refusals[preview.reason])}</p>
          </Note>
        )}
        {preview?.ok && <Outgoing {...props} preview={preview} />}
      </div>
    </>
  );
}

type OutgoingProps = Pick<Props, "motion" | "path" | "motionPath" | "formKey" | "fields" | "errors"> & {
  preview: Extract<ReferralPreview, { ok: true }>;
};

function Outgoing({ preview, motion, path, motionPath, formKey, fields, errors }: OutgoingProps) {
  const { body, referral, title, letter, notice } = preview;
  return (
    <Panel title={text.what} padded>
      <h3>{text.task}</h3>
      <Facts
        items={[
          { term: text.body, value: body.name },
          { term: text.task, value: typeset(title) },
          { term: text.due, value: formatLong(referral.dueOn) },
          { term: text.basis, value: messages.bases[referral.dueBasis] },
        ]}
      />
      <DueExplanation task={referral} />
      <h3>{text.letter}</h3>
      {letter ? <Mail {...letter} /> : <p>{typeset(text.noLetter)}</p>}
      {motion.legalTrack === "kpa_motion" && <p className="small muted">{typeset(text.applicant)}</p>}
      <h3>{text.notice}</h3>
      {notice ? <Mail {...notice} /> : <p>{typeset(text.noNotice)}</p>}
      <PostForm formKey={formKey} version={motion.version} action={path} hidden={{ bodyId: body.id }}>
        <TextArea
          name="answer"
          label={text.reason}
          hint={text.reasonHint}
          optional
          rows={2}
          maxLength={1000}
          defaultValue={String(fields.answer ?? "")}
          error={errors?.answer}
        />
        <div className="cluster">
          <Button look="primary">{text.submit(body.name)}</Button>
          <LinkButton href={motionPath}>{text.back}</LinkButton>
        </div>
      </PostForm>
    </Panel>
  );
}

const Mail = ({ to, subject, text: words }: { to: string; subject: string; text: string }) => (
  <>
    <Facts
      items={[
        { term: text.to, value: to },
        { term: text.subject, value: subject },
      ]}
    />
    <details className="more">
      <summary>{text.text}</summary>
      <p className="paper pre">{words}</p>
    </details>
  </>
);

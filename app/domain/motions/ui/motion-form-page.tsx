import type { PublicDebate } from "~/domain/attendance/queries.page.server";
import { numberOf } from "~/domain/debates/messages.pl";
import type { FormErrors, FormFields, Refused } from "~/platform/forms";
import { listed, typeset } from "~/platform/language";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, Select, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { PublicPage, type PublicUnit } from "~/ui/public-page";
import { MOTION_CATEGORIES } from "~db/vocabulary";
import { type MotionRefusal, messages } from "../messages.pl";
import { form } from "../messages.resident.pl";
import { flagsOf } from "../rules.privacy";
import { MAX_TEXT } from "../schema";
import { WhoSeesWhat } from "./who-sees-what";

export type Answer = Refused & { isPreview?: boolean };
type Props = {
  unit: PublicUnit;
  headOffice: string;
  debate: PublicDebate;
  closed: MotionRefusal | null;
  formKey: string;
  answer?: Answer;
};

/** Three fields for a resident in a hurry; everything else is hidden until wanted. */
export function MotionFormPage({ unit, headOffice, debate, closed, formKey, answer }: Props) {
  const path = `/u/${unit.slug}/debates/${debate.slug}`;
  const crumbs = [{ label: `Debata nr ${numberOf(debate)}`, href: path }, { label: form.crumb }];
  return (
    <PublicPage unit={unit} narrow emergency current="debates" crumbs={crumbs}>
      <div className="stack stack--l">
        <div className="stack">
          <ErrorSummary errors={answer?.errors} labels={form.labels} />
          <h1>{form.title}</h1>
          {!closed && <p className="lead">{typeset(form.lead)}</p>}
        </div>
        {closed && !answer ? (
          <Closed reason={messages.refusals[closed]} path={path} />
        ) : (
          <MotionForm {...{ formKey, answer }} head={headOffice || unit.name} privacyHref={`/u/${unit.slug}/privacy`} />
        )}
      </div>
    </PublicPage>
  );
}

const Closed = ({ reason, path }: { reason: string; path: string }) => (
  <>
    <Note>
      <h2>{form.closedHeading}</h2>
      <p>{typeset(reason.replace(/ Tekst został zachowany.*/, ""))}</p>
    </Note>
    <p>
      <LinkButton href={path}>{form.back}</LinkButton>
    </p>
  </>
);

const textOf = (value: FormFields[string] | undefined) => (typeof value === "string" ? value : undefined);

function MotionForm({
  formKey,
  answer,
  head,
  privacyHref,
}: {
  formKey: string;
  answer?: Answer;
  head: string;
  privacyHref: string;
}) {
  const { fields = {}, errors = {}, key, isPreview } = answer ?? {};
  const text = textOf(fields.text);
  return (
    <PostForm formKey={key ?? formKey} action={isPreview ? "#podglad" : "#bledy"}>
      <TextArea
        name="text"
        label={form.text}
        hint={form.textHint}
        rows={5}
        maxLength={text && text.length > MAX_TEXT ? undefined : MAX_TEXT}
        required
        defaultValue={text}
        error={errors.text}
      />
      <Field
        name="place"
        label={form.place}
        hint={form.placeHint}
        autoComplete="off"
        required
        defaultValue={textOf(fields.place)}
        error={errors.place}
      />
      <Select
        name="category"
        label={form.category}
        width="m"
        required
        placeholder={form.choose}
        defaultValue={textOf(fields.category)}
        error={errors.category}
        options={categoryOptions}
      />
      <Contact fields={fields} errors={errors} />
      <div className="stack" id="podglad">
        {isPreview && <Previewed text={text} place={textOf(fields.place)} />}
        <WhoSeesWhat
          publicText={isPreview && !hasFlags(text) ? text : undefined}
          policeText={isPreview ? text : undefined}
        />
      </div>
      <div className="cluster">
        <Button look="primary">{form.submit}</Button>
        <Button name="intent" value="preview" formAction="#podglad">
          {form.preview}
        </Button>
      </div>
      <p className="small muted prose">
        {typeset(form.privacyBefore(head))} <a href={privacyHref}>{form.privacyLink}</a>
      </p>
    </PostForm>
  );
}

const hasFlags = (text = "") => flagsOf(text).length > 0;

export const categoryOptions = Object.entries(messages.categories)
  .filter(([value]) => (MOTION_CATEGORIES as readonly string[]).includes(value))
  .map(([value, label]) => ({ value, label }));

/** Open from the start when something stands in it or is wrong with it. */
function Contact({ fields, errors }: { fields: FormFields; errors: FormErrors }) {
  const isUsed = Boolean(fields.authorName || fields.authorEmail || errors.authorName || errors.authorEmail);
  return (
    <details className="more" open={isUsed || undefined}>
      <summary>{form.more}</summary>
      <div className="stack stack--l mt">
        <Field
          name="authorName"
          label={form.name}
          optional
          width="m"
          autoComplete="given-name"
          defaultValue={textOf(fields.authorName)}
          error={errors.authorName}
        />
        <Field
          name="authorEmail"
          type="email"
          label={form.email}
          hint={form.emailHint}
          optional
          autoComplete="email"
          defaultValue={textOf(fields.authorEmail)}
          error={errors.authorEmail}
        />
      </div>
    </details>
  );
}

function Previewed({ text = "", place = "" }: { text?: string; place?: string }) {
  const kinds = flagsOf(text, place).map((kind) => messages.personalData[kind]);
  return (
    <Note tone={kinds.length > 0 ? "warn" : undefined} status>
      <p>{form.previewed}</p>
      {kinds.length > 0 && <p>{typeset(form.flagged(listed(kinds)))}</p>}
    </Note>
  );
}

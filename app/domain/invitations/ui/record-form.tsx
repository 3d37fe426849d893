import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Anchor } from "~/ui/anchor";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field, Select, TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Panel } from "~/ui/panel";
import { RSVP_CHANNELS } from "~db/vocabulary";
import { channels } from "../messages.pl";
import { side } from "../messages.side.pl";
import type { GuestPageData } from "../queries.office.server";

const words = side.record;

type Guest = GuestPageData["guests"][number];
type Props = {
  guest: Guest;
  formKey: string;
  mayOrganize: boolean;
  /** Which of the forms came back. */
  refused?: { action: string; fields: FormFields; errors: FormErrors };
};

/** What somebody said on the phone. The person was chosen by a link to this same page, so no script is needed. */
export function RecordForm({ guest, formKey, mayOrganize, refused }: Props) {
  const of = (action: string) =>
    refused?.action === action ? { fields: refused.fields, errors: refused.errors } : undefined;
  return (
    <Panel title={words.title} id="tel" padded>
      <p className="small">
        {typeset(guest.officeTitle || guest.bodyName)}
        <br />
        <span className="muted">{typeset([guest.bodyName, guest.personName].filter(Boolean).join(", "))}</span>
        {guest.phone && (
          <>
            <br />
            {guest.phone}
          </>
        )}
      </p>
      <Answer guest={guest} formKey={formKey} {...of("record")} />
      {guest.status === "substituted" && guest.substitute && (
        <SubstituteAnswer substitute={guest.substitute} formKey={formKey} />
      )}
      {mayOrganize && <Address guest={guest} formKey={formKey} {...of("correct")} />}
      <p className="cluster">
        <Anchor href={`?list=${guest.id}`}>{side.letter.see}</Anchor>
        {mayOrganize && <Anchor href={`?wycofaj=${guest.id}#wycofaj`}>{side.withdraw.link}</Anchor>}
        <Anchor href="?">{words.close}</Anchor>
      </p>
    </Panel>
  );
}

type Part = { guest: Guest; formKey: string; fields?: FormFields; errors?: FormErrors };
const textOf = (value: FormFields[string] | undefined) => (typeof value === "string" ? value : undefined);

function Answer({ guest, formKey, fields = answerOf(guest), errors = {} }: Part) {
  return (
    <PostForm formKey={formKey} hidden={{ do: "record", id: guest.id }}>
      <Choices
        name="answer"
        label={words.answer}
        small
        error={errors.answer ?? errors.root}
        chosen={textOf(fields.answer)}
        options={[
          {
            value: "accepted",
            label: words.accepted,
            reveal: (
              <TextArea
                name="needs"
                label={words.needs}
                optional
                rows={2}
                defaultValue={textOf(fields.needs)}
                error={errors.needs}
              />
            ),
          },
          { value: "substituted", label: words.substituted, reveal: <Substitute {...{ fields, errors }} /> },
          {
            value: "declined",
            label: words.declined,
            reveal: (
              <TextArea
                name="statement"
                label={words.statement}
                optional
                rows={3}
                defaultValue={textOf(fields.statement)}
                error={errors.statement}
              />
            ),
          },
        ]}
      />
      <Select
        name="channel"
        label={words.channel}
        defaultValue={textOf(fields.channel) ?? "phone"}
        error={errors.channel}
        options={RSVP_CHANNELS.filter((channel) => channel !== "link").map((value) => ({
          value,
          label: channels[value],
        }))}
      />
      <Field name="note" label={words.note} optional defaultValue={textOf(fields.note)} error={errors.note} />
      <Button look="primary">{words.submit}</Button>
    </PostForm>
  );
}

const Substitute = ({ fields, errors }: { fields: FormFields; errors: FormErrors }) => (
  <>
    <Field name="name" label={words.name} autoComplete="off" defaultValue={textOf(fields.name)} error={errors.name} />
    <Field
      name="post"
      label={words.post}
      optional
      autoComplete="off"
      defaultValue={textOf(fields.post)}
      error={errors.post}
    />
    <Field
      name="email"
      type="email"
      label={words.email}
      hint={words.emailHint}
      optional
      autoComplete="off"
      defaultValue={textOf(fields.email)}
      error={errors.email}
    />
  </>
);

function answerOf({ status, needs, declineReason, substitute }: Guest): FormFields {
  const { name = "", post = "", email = "" } = substitute ?? {};
  return { answer: status, needs, statement: declineReason, name, post, email };
}

function SubstituteAnswer({ substitute, formKey }: { substitute: NonNullable<Guest["substitute"]>; formKey: string }) {
  return (
    <PostForm formKey={formKey} hidden={{ do: "substitute", id: substitute.id }} labelledBy="zastepca">
      <h3 id="zastepca">{words.substituteTitle}</h3>
      <p className="small">{typeset([substitute.name, substitute.post].filter(Boolean).join(", "))}</p>
      <div className="cluster">
        <Button small name="answer" value="confirmed">
          {words.substituteConfirmed}
        </Button>
        <Button small name="answer" value="declined">
          {words.substituteDeclined}
        </Button>
      </div>
    </PostForm>
  );
}

function Address({ guest, formKey, fields, errors = {} }: Part) {
  return (
    <PostForm formKey={formKey} hidden={{ do: "correct", id: guest.id }}>
      <Field
        id="adres"
        name="email"
        type="email"
        label={side.address.title}
        hint={side.address.hint}
        defaultValue={textOf(fields?.email) ?? guest.email}
        error={errors.email ?? errors.root}
      />
      <Button small>{side.address.submit}</Button>
    </PostForm>
  );
}

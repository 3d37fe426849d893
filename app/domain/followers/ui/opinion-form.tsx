import type { Refused } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { HALL_VERDICTS, type HallVerdict } from "~db/vocabulary";
import { opinion, verdicts } from "../messages.opinions.pl";

export type Question = { given: { verdict: HallVerdict; note: string } | null };

type Props = { question: Question; formKey: string; refused?: Refused };

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** „Czy sprawa jest załatwiona?”: three answers and a note for the office. */
export function OpinionForm({ question: { given }, formKey, refused }: Props) {
  const { fields, errors } = refused ?? {};
  return (
    <section className="card stack no-print" aria-labelledby="ocena">
      <h2 id="ocena">{opinion.title}</h2>
      <p>{typeset(opinion.lead)}</p>
      {given && (
        <p>
          <b>{typeset(opinion.given(given.verdict))}</b>
        </p>
      )}
      <PostForm formKey={formKey} hidden={{ do: "opinion" }} labelledBy="ocena">
        <Choices
          name="verdict"
          label={opinion.verdict}
          options={HALL_VERDICTS.map((value) => ({ value, label: capital(verdicts[value]) }))}
          chosen={String(fields?.verdict ?? given?.verdict ?? "")}
          error={errors?.verdict}
        />
        <TextArea
          name="note"
          label={opinion.note}
          hint={typeset(opinion.noteHint)}
          optional
          rows={3}
          maxLength={1000}
          defaultValue={String(fields?.note ?? given?.note ?? "")}
          error={errors?.note}
        />
        <Button look="primary">{given ? opinion.change : opinion.submit}</Button>
      </PostForm>
    </section>
  );
}

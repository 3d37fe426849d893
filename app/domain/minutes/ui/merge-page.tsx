import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Note } from "~/ui/notes";
import { life } from "../messages.life.pl";
import { changeParagraph } from "../rules.paragraphs";
import { Proposal, type ShownRemark } from "./remarks-page";

const words = life.merge;

type Props = {
  base: string;
  remark: ShownRemark & { part: NonNullable<ShownRemark["part"]> };
  formKey: string;
  fields?: FormFields;
  errors?: FormErrors;
  /** Somebody has saved the part while it was merged here. */
  isStale: boolean;
};

/** The proposal, the text as it is now, and a field in which somebody puts both together. */
export function MergePage({ base, remark, formKey, fields, errors, isStale }: Props) {
  const { id, part, original, proposed, partTitle } = remark;
  const put = changeParagraph(part.text, original, proposed);
  const typed = typeof fields?.text === "string" ? fields.text : undefined;
  return (
    <div className="card stack">
      <ErrorSummary errors={errors} labels={life.list.labels} />
      <h2>{words.title(partTitle)}</h2>
      {(put === undefined || isStale) && (
        <Note tone="warn">
          <p>{typeset(isStale ? words.stale : words.moved)}</p>
        </Note>
      )}
      <Proposal remark={remark} />
      <div className="stack stack--s">
        <h3>{words.current}</h3>
        <p className="pre paper">{typeset(part.text) || "–"}</p>
      </div>
      <PostForm
        formKey={formKey}
        version={part.version}
        hidden={{ do: "merge", id }}
        action={`${base}/remarks?uwaga=${id}`}
      >
        <TextArea
          name="text"
          label={words.text}
          rows={12}
          error={errors?.text}
          defaultValue={typed ?? put ?? part.text}
        />
        <TextArea
          name="note"
          label={life.list.acceptNote}
          optional
          rows={2}
          maxLength={1500}
          error={errors?.note}
          defaultValue={String(fields?.note ?? "")}
        />
        <div className="cluster">
          <Button look="primary">{words.submit}</Button>
          <LinkButton href={`${base}/remarks`}>{life.list.backToList}</LinkButton>
        </div>
      </PostForm>
    </div>
  );
}

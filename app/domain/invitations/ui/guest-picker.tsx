import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { Button, LinkButton } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/form-pieces";
import { Filters } from "~/ui/list-tools";
import { Empty } from "~/ui/notes";
import { Panel } from "~/ui/panel";
import { side } from "../messages.side.pl";
import type { Candidate } from "../queries.candidates.server";

const words = side.pick;

type Props = {
  q: string;
  rows: readonly Candidate[];
  hasMore: boolean;
  formKey: string;
  directoryHref: string;
  fields?: FormFields;
  errors?: FormErrors;
};

/** Searching is a GET, ticking is a POST: both work as plain forms. */
export function GuestPicker({ q, rows, hasMore, formKey, directoryHref, fields, errors }: Props) {
  return (
    <Panel title={words.title} id="goscie" padded>
      <Filters label={words.search} clearHref={q ? "?dodaj=1" : undefined}>
        <input type="hidden" name="dodaj" value="1" />
        <Field name="q" type="search" label={words.search} defaultValue={q} autoComplete="off" />
      </Filters>
      {rows.length === 0 ? (
        <Empty title={words.none} action={<LinkButton href={directoryHref}>{words.directory}</LinkButton>}>
          {words.noneText}
        </Empty>
      ) : (
        <PostForm formKey={formKey} hidden={{ do: "add" }}>
          <Choices
            name="guests[]"
            type="checkbox"
            label={words.list}
            small
            error={errors?.guests ?? errors?.root}
            chosen={[fields?.guests ?? []].flat()}
            options={rows.map((row) => ({
              value: row.value,
              label: typeset(row.officeTitle || row.bodyName),
              hint: typeset(hintOf(row)),
              disabled: row.isListed,
            }))}
          />
          {hasMore && <p className="small muted">{words.more(rows.length)}</p>}
          <div className="cluster">
            <Button look="primary">{words.submit}</Button>
            <LinkButton look="quiet" href="?">
              {side.back}
            </LinkButton>
          </div>
        </PostForm>
      )}
    </Panel>
  );
}

function hintOf({ officeTitle, bodyName, person, hasEmail, isListed }: Candidate) {
  return [
    officeTitle ? bodyName : words.body,
    officeTitle && (person || words.vacant),
    !hasEmail && words.noEmail,
    isListed && words.invited,
  ]
    .filter(Boolean)
    .join(" · ");
}

import type { FormErrors, FormFields } from "~/platform/forms";
import { formatShort } from "~/platform/time";
import { DateField, Select } from "~/ui/field";
import { type CalendarDate, DUE_BASES, type DueBasis } from "~db/vocabulary";
import { give } from "../messages.page.pl";
import { messages } from "../messages.pl";

type Props = { endOf: (basis: DueBasis) => CalendarDate; usual: DueBasis; fields: FormFields; errors?: FormErrors };

/** The basis of a deadline with the day that it comes to, and another day where one was agreed. */
export const DueFields = ({ endOf, usual, fields, errors }: Props) => (
  <div className="pair">
    <Select
      name="dueBasis"
      label={give.basis}
      defaultValue={String(fields.dueBasis || usual)}
      options={DUE_BASES.map((basis) => ({
        value: basis,
        label: `${formatShort(endOf(basis))} – ${messages.bases[basis]}`,
      }))}
      error={errors?.dueBasis}
    />
    <DateField
      name="dueOn"
      label={give.due}
      hint={give.dueHint}
      optional
      defaultValue={String(fields.dueOn ?? "")}
      error={errors?.dueOn}
    />
  </div>
);

import { DateField, Field, Select, TextArea } from "~/ui/field";
import type { useOfficeForm } from "~/ui/use-office-form";
import { BODY_KINDS, GENDERS } from "~db/vocabulary";
import { hints, labels } from "../messages.pages.pl";
import { bodyKinds, genders } from "../messages.pl";

type Props = { bind: ReturnType<typeof useOfficeForm>["bind"] };

export const BodyFields = ({ bind }: Props) => (
  <>
    <Select
      {...bind("kind")}
      label={labels.kind}
      options={BODY_KINDS.map((value) => ({ value, label: bodyKinds[value] }))}
    />
    <Field {...bind("name")} label={labels.name} />
    <Field {...bind("area")} label={labels.area} hint={hints.area} optional />
    <Field {...bind("address")} label={labels.address} optional />
    <Field {...bind("email")} type="email" label={labels.email} hint={hints.email} optional />
    <Field {...bind("phone")} type="tel" label={labels.phone} optional />
    <TextArea {...bind("note")} label={labels.note} rows={3} optional />
  </>
);

export const OfficeFields = ({ bind }: Props) => (
  <>
    <Field {...bind("title")} label={labels.title} />
    <Field {...bind("salutationFemale")} label={labels.salutationFemale} hint={hints.salutations} optional />
    <Field {...bind("salutationMale")} label={labels.salutationMale} optional />
  </>
);

export const GenderField = ({ bind }: Props) => (
  <Select
    {...bind("gender")}
    label={labels.gender}
    options={GENDERS.map((value) => ({ value, label: genders[value] }))}
  />
);

export const PersonFields = ({ bind }: Props) => (
  <>
    <Field {...bind("name")} label={labels.personName} autoComplete="off" />
    <Field {...bind("rank")} label={labels.rank} hint={hints.rank} optional />
    <GenderField bind={bind} />
    <Field {...bind("salutation")} label={labels.salutation} hint={hints.salutation} optional />
    <Field {...bind("email")} type="email" label={labels.email} optional />
    <Field {...bind("phone")} type="tel" label={labels.phone} optional />
  </>
);

export const StartField = ({ bind, optional }: Props & { optional?: boolean }) => (
  <DateField {...bind("startsOn")} label={labels.startsOn} optional={optional} />
);

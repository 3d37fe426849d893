import type { FormErrors, FormFields } from "~/platform/forms";
import { typeset } from "~/platform/language";
import { calendarDate, formatLong } from "~/platform/time";
import { Field, Select, TextArea } from "~/ui/field";
import { correction } from "../messages.correction.pl";
import { places } from "../messages.correction-places.pl";
import type { Correctable } from "../rules.correction";
import { CHOICES, isChoice, typedAs } from "../rules.correction-values";

const words = correction.page;

type Props = {
  texts: Correctable[];
  /** What the draft changes so far. */
  saved: Record<string, string>;
  version: number;
  fields?: FormFields;
  errors?: FormErrors;
};

const grouped = (texts: readonly Correctable[], by: "group" | "row") =>
  [...new Set(texts.map((place) => place[by]))].map(
    (title) => [title, texts.filter((place) => place[by] === title)] as const,
  );

/** Section by section and row by row, folded: nobody looks for one wrong name among a thousand fields. */
export function CorrectionFields({ texts, ...state }: Props) {
  const { saved, errors } = state;
  const changed = (here: readonly Correctable[]) =>
    here.filter(({ key, text }) => saved[key] !== undefined && saved[key] !== text).length;
  const isOpen = (here: readonly Correctable[]) =>
    changed(here) > 0 || here.some(({ key }) => errors?.[`text-${key}`] !== undefined);
  return grouped(texts, "group").map(([group, here]) => (
    <details key={group} className="more" open={isOpen(here)}>
      <summary>{words.group(group, changed(here))}</summary>
      <div className="card stack">
        {grouped(here, "row").map(([row, cells]) =>
          row ? (
            <details key={row} className="more" open={isOpen(cells)}>
              <summary>{typeset(row)}</summary>
              <Cells texts={cells} {...state} />
            </details>
          ) : (
            <Cells key={row} texts={cells} {...state} />
          ),
        )}
      </div>
    </details>
  ));
}

const Cells = ({ texts, saved, version, fields, errors }: Props) => (
  <div className="stack">
    {texts.map((place) => {
      const name = `text-${place.key}`;
      const typed = fields?.[name];
      const usual = typedAs(place.as, saved[place.key] ?? place.text);
      return (
        <Cell
          key={`${name}:${version}`}
          place={place}
          value={typeof typed === "string" ? typed : usual}
          error={errors?.[name]}
        />
      );
    })}
  </div>
);

type CellProps = { place: Correctable; value: string; error?: FormErrors[string] };

function Cell({ place: { key, name, as, where, text }, value, error }: CellProps) {
  const common = {
    name: `text-${key}`,
    label: typeset([places.fields[name], words.where[where]].filter(Boolean).join(" – ")),
    error,
    defaultValue: value,
  };
  if (isChoice(as)) {
    const choices = CHOICES[as].filter((word) => word !== "police_only" || word === text);
    const options = choices.map((word) => ({ value: word, label: places.choices[as]?.[word] ?? word }));
    return <Select {...common} options={options} placeholder={text ? undefined : places.noChoice} />;
  }
  if (as === "date") return <Field {...common} hint={text ? formatLong(calendarDate(text)) : undefined} width="s" />;
  if (as === "moment") return <Field {...common} hint={words.momentHint} width="m" />;
  if (as === "count") return <Field {...common} inputMode="numeric" width="xs" />;
  if (as === "line") return <Field {...common} />;
  const rows = text.split("\n").length + Math.ceil(text.length / 90);
  return <TextArea {...common} rows={Math.min(14, Math.max(2, rows))} />;
}

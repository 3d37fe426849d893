import type { ReactNode } from "react";
import { Select } from "~/ui/field";
import { Filters } from "~/ui/list-tools";
import { debateName, figures as words } from "../messages.figures.pl";
import type { Period } from "../rules.period";

type Props = {
  path: string;
  period: Period;
  /** The newest first. */
  years: number[];
  /** Left out where nobody chooses a debate. */
  debates?: { id: string; number: number; year: number; topic: string }[];
  /** More fields of the same form. */
  children?: ReactNode;
};

export function PeriodChooser({ path, period, years, debates, children }: Props) {
  const { chooser } = words;
  const [thisYear = 0] = years;
  const chosen = period.kind === "months_12" ? "12" : "year" in period ? String(period.year) : "";
  return (
    <Filters label={words.choose} action={path}>
      <Select
        name="period"
        label={chooser.period}
        defaultValue={chosen}
        options={[
          { value: String(thisYear), label: chooser.thisYear(thisYear) },
          { value: "12", label: chooser.months },
          ...years.slice(1).map((year) => ({ value: String(year), label: String(year) })),
        ]}
      />
      {debates && (
        <Select
          name="debate"
          label={chooser.debate}
          placeholder={chooser.allDebates}
          defaultValue={period.kind === "debate" ? period.debateId : ""}
          options={debates.map((debate) => ({ value: debate.id, label: debateName(debate) }))}
        />
      )}
      {children}
    </Filters>
  );
}

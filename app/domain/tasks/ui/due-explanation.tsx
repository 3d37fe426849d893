import type { ExplainedTerm } from "~/platform/deadlines";
import { typeset } from "~/platform/language";
import { type CalendarDate, DUE_BASES, type DueBasis } from "~db/vocabulary";
import { due, stepsOf } from "../messages.due.pl";
import { messages } from "../messages.pl";
import { explainDue, isStatutory } from "../rules.due";

type Task = { dueBasis: DueBasis; dueFrom: CalendarDate | null; dueOn: CalendarDate };

/** „Jak policzono ten termin?”: closed until somebody asks, and needs no JavaScript. For every page that shows a task. */
export function DueExplanation({ task }: { task: Task }) {
  const explained = explainDue(task);
  return (
    <details className="more">
      <summary>{due.title}</summary>
      {explained ? (
        <>
          <Count basis={task.dueBasis} term={explained.term} />
          {explained.isChanged && <p className="small">{typeset(due.changed(task.dueOn, explained.term.end))}</p>}
        </>
      ) : (
        <p className="small">{typeset(due.agreed)}</p>
      )}
    </details>
  );
}

/** Before there is a task: what each basis comes to. */
export const DueExplanations = ({ due: terms }: { due: Record<DueBasis, ExplainedTerm> }) => (
  <details className="more">
    <summary>{due.titleAll}</summary>
    <dl className="facts">
      {DUE_BASES.map((basis) => (
        <div key={basis}>
          <dt>{messages.bases[basis]}</dt>
          <dd>
            <Count basis={basis} term={terms[basis]} />
          </dd>
        </div>
      ))}
    </dl>
  </details>
);

function Count({ basis, term }: { basis: DueBasis; term: ExplainedTerm }) {
  return (
    <>
      <p className="small">{typeset(isStatutory(basis) ? due.basis(term) : due.byAgreement)}</p>
      <ol className="list small">
        {stepsOf(term).map((step) => (
          <li key={step}>{typeset(step)}</li>
        ))}
      </ol>
    </>
  );
}

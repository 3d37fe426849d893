import { messages as tasks } from "~/domain/tasks/messages.pl";
import type { DueBasis, HallVerdict, MotionOutcome } from "~db/vocabulary";
import { paper } from "./messages.document.pl";
import { messages } from "./messages.pl";

const { labels, columns, sections } = paper;
const outcomes: Record<MotionOutcome, string> = {
  answered_on_spot: "Odpowiedziano na debacie",
  task: "Przyjęto do realizacji (zadania)",
  referred: "Przekazano według właściwości",
  merged: "Połączono z innym wnioskiem",
  out_of_scope: "Poza zakresem debaty",
  police_only: "Zachowano do wiadomości Policji",
};
const basis: Record<DueBasis, string> = tasks.bases;
const verdict: Record<HallVerdict, string> = paper.verdicts;

/** Names of what may be corrected in the approved paper. */
export const places = {
  motion: (number: string) => `Wniosek ${number}`,
  task: (number: string) => `Zadanie ${number}`,
  guest: (no: number, post: string, body: string) => `${no}. ${post || paper.empty.representative}, ${body}`,
  absent: (post: string, body: string) => `Nieobecność: ${post}, ${body}`,
  of: (row: string, field: string) => `${row} – ${field}`,
  groups: { ...sections, distribution: messages.parts.distribution },
  choices: { outcome: outcomes, basis, verdict } as Record<string, Record<string, string>>,
  noChoice: "nie ustalono",
  fields: {
    "time-begunAt": "Początek debaty",
    "time-endedAt": "Koniec debaty",
    "debate-topic": "Temat",
    "debate-cycleTitle": "Nazwa cyklu",
    "debate-venueName": "Miejsce",
    "debate-venueAddress": "Adres miejsca",
    "debate-coOrganizer": labels.coOrganizer,
    "debate-chair": labels.chair,
    "debate-moderator": labels.moderator,
    "debate-minuteTaker": labels.minuteTaker,
    "debate-evaluationOn": sections.next,
    "end-drawnUpOn": "Data sporządzenia protokołu",
    "count-count": "Liczba osób",
    "guest-bodyName": columns.body,
    "guest-post": columns.post,
    "guest-personName": columns.person,
    "guest-standsFor": columns.standsFor,
    "absent-bodyName": columns.body,
    "absent-officeTitle": columns.post,
    "item-title": "Tytuł punktu",
    "item-presenter": "Kto prowadzi",
    item: "Przebieg",
    "reported-place": columns.place,
    "reported-text": columns.motion,
    "reported-owner": columns.owner,
    "reported-report": columns.report,
    "reported-verdict": columns.verdict,
    "motion-place": columns.place,
    "motion-text": columns.motion,
    "motion-outcome": columns.outcome,
    "motion-answer": "Odpowiedź",
    "motion-answeredBy": "Kto odpowiedział",
    "motion-referredTo": "Komu przekazano",
    "motion-mergedInto": "Numer wniosku, z którym połączono",
    "motion-taskNumbers": "Numery zadań (każdy w osobnym wierszu)",
    "task-title": columns.task,
    "task-owner": columns.owner,
    "task-supporters": "Współpraca (każdy w osobnym wierszu)",
    "task-dueOn": columns.due,
    "task-dueBasis": "Podstawa terminu",
    findings: messages.parts.findings,
    survey: messages.parts.survey,
    attachments: messages.parts.attachments,
    distribution: messages.parts.distribution,
  },
};
export type FieldName = keyof typeof places.fields;

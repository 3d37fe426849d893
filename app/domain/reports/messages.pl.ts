import { messages as motionMessages } from "~/domain/motions/messages.pl";
import { repeats } from "~/domain/motions/messages.repeats.pl";
import { counted, plural, quoted, typeset } from "~/platform/language";
import { formatGenitive, formatMoment, formatShortWithWeekday } from "~/platform/time";
import { lastDay, type Matter, type MatterKind } from "./rules";

export const messages = {
  title: "Co dziś wymaga uwagi",
  matters: (n: number) => counted(n, "matter"),
  newDebate: "Nowa debata",
  groups: { late: "Po terminie", today: "Na dziś", week: "W\u00a0tym tygodniu" },
  nothing: "Nic nie czeka",
  nothingText: "Nikt nie spóźnia się z\u00a0zadaniem, żaden wniosek nie czeka na przyjęcie.",
  side: "Najbliższa debata i\u00a0liczby",
  next: "Najbliższa debata",
  noNext: "Nie ma zaplanowanej debaty.",
  nextFigures: {
    answers: (given: number, asked: number) =>
      `${plural(given, ["odpowiedź", "odpowiedzi", "odpowiedzi"])} z\u00a0${asked}`,
    motions: (n: number) => plural(n, ["wniosek", "wnioski", "wniosków"]),
    seats: (n: number) => plural(n, ["zapisana osoba", "zapisane osoby", "zapisanych osób"]),
  },
  tasks: "Zadania jednostki",
  allTasks: "Wszystkie",
  figures: {
    open: (n: number) => plural(n, ["otwarte", "otwarte", "otwartych"]),
    overdue: "po terminie",
    done: (n: number) => `${plural(n, ["wykonane", "wykonane", "wykonanych"])} w\u00a0roku`,
    onTime: "w\u00a0terminie",
  },
  noFigure: "–",
};

const days = (n: number) => counted(n, "day");
const inDays = (n: number) => (n === 0 ? "Dziś" : n === 1 ? "Jutro" : `Za ${days(n)}`);
const waits = (n: number) =>
  n === 0 ? "od dziś" : n === 1 ? "od wczoraj" : `od ${counted(n, ["dnia", "dni", "dni"])}`;
const debateName = ({ number, year }: { number: number; year: number }) => `debata\u00a0${number}/${year}`;

type Sentence = { badge: string; title: string; sub: string; action: string };
type Of<K extends MatterKind> = Matter & { kind: K };
type Sentences = { [K in MatterKind]: (matter: Of<K>, now: Date) => Sentence };

const taskSub = ({ task }: Of<"task_overdue" | "task_silent" | "task_due">) =>
  `${task.bodyName} · ${debateName(task)} · termin: ${formatShortWithWeekday(task.dueOn)}`;

const referralSub = ({ motion }: Of<"referral_late" | "referral_due">) =>
  [motion.bodyName, "7 dni na przekazanie (art. 243 KPA)", debateName(motion)].filter(Boolean).join(" · ");

/** What stands in a row: the badge, the matter, where it comes from, and what can be done. */
const sentences: Sentences = {
  task_overdue: (matter) => ({
    badge: `Po terminie ${days(matter.days)}`,
    title: matter.task.title,
    sub: taskSub(matter),
    action: "Otwórz zadanie",
  }),
  task_silent: (matter) => ({
    badge: `Brak informacji od ${days(matter.days)}`,
    title: matter.task.title,
    sub: taskSub(matter),
    action: "Otwórz zadanie",
  }),
  task_reported: (matter) => ({
    badge: "Do potwierdzenia",
    title: matter.task.title,
    sub: `${matter.task.bodyName} zgłasza wykonanie · ${debateName(matter.task)}`,
    action: "Sprawdź",
  }),
  task_proposed: ({ task, days: waiting }) => ({
    badge: "Prośba o termin",
    title: task.title,
    sub: `${task.bodyName} prosi o termin${task.proposedDueOn ? ` ${formatShortWithWeekday(task.proposedDueOn)}` : ""}, czeka ${waits(waiting)} · ${debateName(task)}`,
    action: "Zdecyduj",
  }),
  task_disowned: ({ task, days: waiting }) => ({
    badge: "Nie nasze",
    title: task.title,
    sub: `${task.bodyName}: to nie nasza sprawa, ${waits(waiting)} · ${debateName(task)}`,
    action: "Rozstrzygnij",
  }),
  task_due: (matter) => ({
    badge: inDays(matter.days),
    title: matter.task.title,
    sub: taskSub(matter),
    action: "Otwórz zadanie",
  }),
  motion_held: ({ motion }, now) => ({
    badge: "Wstrzymany",
    title: `Wniosek ${motion.motionNumber} może zawierać dane osobowe`,
    sub: `Zgłoszono: ${formatMoment(motion.submittedAt, now)} · nikt poza jednostką go nie widzi`,
    action: "Rozpatrz",
  }),
  motions_waiting: ({ count, days: waiting, debate }) => ({
    badge: `${count} do przyjęcia`,
    title: plural(count, ["Nowy wniosek mieszkańca", "Nowe wnioski mieszkańców", "Nowe wnioski mieszkańców"]),
    sub: `${count === 1 ? "Czeka" : "Najstarszy czeka"} ${waits(waiting)} · ${debateName(debate)}: ${quoted(debate.topic)}`,
    action: "Rozpatrz",
  }),
  substitute_waiting: ({ substitute, days: waiting }) => ({
    badge: "Czeka na zastępcę",
    title: `${substitute.officeTitle} – wyznaczono zastępstwo`,
    sub: `${substitute.bodyName} · ${substitute.name}, bez potwierdzenia ${waits(waiting)}`,
    action: "Zobacz zaproszenia",
  }),
  answers_missing: ({ group, days: left, debate }) => ({
    badge: group === "today" ? "Termin minął" : inDays(left),
    title: `${debate.unanswered} z ${debate.asked} zaproszonych jeszcze nie odpowiedziało`,
    sub: `Odpowiedzi do ${formatGenitive(debate.answersCloseAt)} · ${debateName(debate)}`,
    action: "Zobacz listę",
  }),
  agenda_too_long: ({ days: left, debate }) => {
    const planned = Math.round((debate.endsAt.getTime() - debate.startsAt.getTime()) / 60_000);
    return {
      badge: inDays(left),
      title: `Porządek debaty przekracza plan o ${counted(debate.agendaMinutes - planned, ["minutę", "minuty", "minut"])}`,
      sub: `${debate.agendaMinutes} min wobec ${planned} min · ${debateName(debate)}: ${quoted(debate.topic)}`,
      action: "Popraw",
    };
  },
  debate_due: ({ debate }, now) => ({
    badge: "Dziś",
    title: debate.topic,
    sub: `Debata ${debate.number}/${debate.year} · ${formatMoment(debate.startsAt, now)}`,
    action: "Otwórz debatę",
  }),
  minutes_late: ({ days: late, debate }) => ({
    badge: `Po terminie ${days(late)}`,
    title: `Protokół debaty ${debate.number}/${debate.year} czeka na zatwierdzenie`,
    sub: `${quoted(debate.topic)} · termin: ${formatShortWithWeekday(debate.dueOn)}`,
    action: "Otwórz protokół",
  }),
  minutes_due: ({ days: left, debate }) => ({
    badge: inDays(left),
    title: `Protokół debaty ${debate.number}/${debate.year} do zatwierdzenia`,
    sub: `${quoted(debate.topic)} · termin: ${formatShortWithWeekday(debate.dueOn)}`,
    action: "Otwórz protokół",
  }),
  referral_late: (matter) => ({
    badge: `Po terminie ${days(matter.days)}`,
    title: `Wniosek ${matter.motion.motionNumber} nie został przekazany`,
    sub: referralSub(matter),
    action: "Przekaż",
  }),
  referral_due: (matter) => ({
    badge: inDays(matter.days),
    title: `Wniosek ${matter.motion.motionNumber} do przekazania`,
    sub: referralSub(matter),
    action: "Przekaż",
  }),
  referral_waiting: (matter) => ({
    badge: "Do przekazania",
    title: `Wniosek ${matter.motion.motionNumber} czeka na przekazanie`,
    sub: `${matter.motion.bodyName ?? ""} · ustalono na debacie ${matter.motion.number}/${matter.motion.year}, czeka ${waits(matter.days)}`,
    action: "Przekaż",
  }),
  repeats: ({ repeat }) => ({
    badge: "Powtarza się",
    title: repeats.heading(motionMessages.categories[repeat.category], repeat.place),
    sub: `${repeats.figures(repeat.many, repeat.debates)} w ciągu dwóch lat`,
    action: "Zobacz",
  }),
  remarks_open: ({ debate, days: waiting }) => ({
    badge: `${debate.count} do rozpatrzenia`,
    title: `${plural(debate.count, ["Uwaga", "Uwagi", "Uwagi"])} do protokołu debaty ${debate.number}/${debate.year}`,
    sub: `${debate.count === 1 ? "Czeka" : "Najstarsza czeka"} ${waits(waiting)} · ${quoted(debate.topic)}`,
    action: "Rozpatrz",
  }),
  window_ends: ({ days: left, debate }) => ({
    badge: inDays(left),
    title: `Kończy się czas na uwagi do protokołu debaty ${debate.number}/${debate.year}`,
    sub: `Uwagi do ${formatGenitive(lastDay(debate.until))} · ${quoted(debate.topic)}`,
    action: "Zobacz uzgadnianie",
  }),
  window_ended: ({ debate }) => ({
    badge: "Czas minął",
    title: `Czas na uwagi do protokołu debaty ${debate.number}/${debate.year} minął`,
    sub: `Uwagi można było zgłosić do ${formatGenitive(lastDay(debate.until))} · ${quoted(debate.topic)}`,
    action: "Zakończ uzgadnianie",
  }),
  correction_begun: ({ debate, days: waiting }) => ({
    badge: "Sprostowanie w\u00a0toku",
    title: `Sprostowanie nr ${debate.no - 1} do protokołu debaty ${debate.number}/${debate.year} nie jest zatwierdzone`,
    sub: `Czeka ${waits(waiting)} · ${quoted(debate.topic)}`,
    action: "Otwórz sprostowanie",
  }),
  letters_failed: ({ count }) => ({
    badge: "Nie doręczono",
    title: `${counted(count, "letter")} ${plural(count, ["wymaga", "wymagają", "wymaga"])} uwagi`,
    sub: "Serwer poczty nie przyjął wiadomości mimo ponownych prób",
    action: "Zobacz skrzynkę",
  }),
};

export function sentenceOf(matter: Matter, now: Date): Sentence {
  const speak = sentences[matter.kind] as (matter: Matter, now: Date) => Sentence;
  const { badge, title, sub, action } = speak(matter, now);
  return { badge, action, title: typeset(title), sub: typeset(sub) };
}

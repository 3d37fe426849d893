import { listed } from "~/platform/language";

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Lines of the record. Offices without verbs that would have to guess whether a man or a woman holds them. */
export const record = {
  at: (hour: string, text: string) => `${hour} – ${text}.`,
  alone: (text: string) => `${upperFirst(text)}.`,
  speech: (speaker: string) => `głos: ${speaker.replace(/\.$/, "")}`,
  arrivedAt: (who: string) => `przybycie: ${who}`,
  leftAt: (who: string) => `wyjście: ${who}`,
  substitute: (post: string, office: string) => `${post || "osoba upoważniona"} (w zastępstwie: ${office})`,
  motion: (number: string, place: string, outcome: string) =>
    `wniosek ${number}${place ? `, ${place}` : ""}${outcome ? `: ${lowerFirst(outcome)}` : ""}`,
  promise: (number: string, owner: string, due: string) =>
    owner ? `${number} (${owner}, do ${due})` : `${number} (do ${due})`,
  tasks: (promises: string[]) => `${promises.length === 1 ? "zadanie" : "zadania"} ${listed(promises)}`,
  andTasks: (sentence: string, promises: string[]) =>
    `${sentence}, ${promises.length === 1 ? "zadanie" : "zadania"} ${listed(promises)}`,
};

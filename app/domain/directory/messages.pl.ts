import type { BodyKind, Gender } from "~db/vocabulary";
import type { DirectoryRefusal } from "./rules";

export const bodyKinds: Record<BodyKind, string> = {
  municipality: "Urząd gminy lub miasta",
  county: "Starostwo powiatowe",
  voivodeship: "Urząd wojewódzki lub marszałkowski",
  council: "Rada gminy, miasta lub powiatu",
  police: "Policja",
  fire_service: "Straż pożarna",
  municipal_guard: "Straż miejska lub gminna",
  road_manager: "Zarządca drogi",
  housing: "Spółdzielnia lub zarządca domów",
  school: "Szkoła lub placówka",
  estate_council: "Rada osiedla",
  village: "Sołectwo",
  social_welfare: "Pomoc społeczna",
  sanitary_inspection: "Sanepid",
  medical_rescue: "Ratownictwo medyczne",
  media: "Media",
  other: "Inna instytucja",
};

export const genders: Record<Gender, string> = { female: "kobieta", male: "mężczyzna", unknown: "nie podano" };

export const messages = {
  refusals: {
    body_name_taken: "Instytucja o tej nazwie już jest w katalogu.",
    office_title_taken: "To stanowisko już jest w tej instytucji.",
    holds_already: "Ta osoba już zajmuje to stanowisko w tym dniu.",
    term_before_last: "Kadencja musi zacząć się później niż ostatnia zapisana.",
    term_ends_before_start: "Koniec kadencji nie może być wcześniej niż jej początek.",
    term_over: "Ta kadencja już się zakończyła.",
    stale: "Ktoś zapisał zmiany, gdy Państwo pisali.",
    archived: "Ta instytucja jest w archiwum. Najpierw proszę ją przywrócić.",
  } satisfies Record<DirectoryRefusal, string>,
  personMissing: "Proszę podać imię i nazwisko albo wybierz osobę z listy.",
  personNeedsOffice: "Proszę podać stanowisko, które zajmuje ta osoba.",
};

type EventData = Record<string, string | number | boolean | null> | null;
const named = (text: string) => (data: EventData) => (data?.name ? `${text}: ${data.name}` : text);

export const eventMessages: Record<string, (data: EventData) => string> = {
  body_added: named("Dodano instytucję"),
  body_revised: named("Zmieniono dane instytucji"),
  body_archived: named("Przeniesiono instytucję do archiwum"),
  body_restored: named("Przywrócono instytucję z archiwum"),
  body_desk_renewed: named("Unieważniono link instytucji"),
  office_added: named("Dodano stanowisko"),
  office_revised: named("Zmieniono stanowisko"),
  person_added: named("Dodano osobę"),
  person_revised: named("Zmieniono dane osoby"),
  term_started: named("Zapisano początek kadencji"),
  competence_saved: named("Zapisano właściwość instytucji"),
  competence_removed: named("Usunięto właściwość instytucji"),
  term_ended: named("Zapisano koniec kadencji"),
};

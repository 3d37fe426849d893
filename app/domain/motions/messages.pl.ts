import type {
  HallVerdict,
  LegalTrack,
  MotionCategory,
  MotionChannel,
  RaisedBy,
  Sensitivity,
  Settlement,
} from "~db/vocabulary";
import type { MergeRefusal, MotionState, SubmissionRefusal } from "./rules";
import type { PersonalDataKind } from "./rules.privacy";
import type { ReferralRefusal } from "./rules.referral";

export type MotionRefusal =
  | MergeRefusal
  | SubmissionRefusal
  | ReferralRefusal
  | "stale"
  | "personal_data"
  | "unknown_number"
  | "other_agenda"
  | "leads_others";

export const messages = {
  categories: {
    ROAD: "Ruch drogowy",
    INFRA: "Organizacja ruchu i\u00a0znaki",
    PARK: "Parkowanie",
    LIGHT: "Oświetlenie",
    ORDER: "Porządek publiczny",
    VAND: "Wandalizm",
    DRUG: "Narkotyki",
    PATROL: "Patrole",
    CCTV: "Monitoring",
    ANIMAL: "Zwierzęta",
    ENV: "Śmieci i\u00a0środowisko",
    WATER: "Bezpieczeństwo nad wodą",
    YOUTH: "Młodzież",
    SENIOR: "Seniorzy",
    SOCIAL: "Pomoc społeczna",
    CYBER: "Oszustwa i\u00a0internet",
    CONTACT: "Kontakt z\u00a0Policją",
    OTHER: "Inna sprawa",
  } satisfies Record<MotionCategory, string>,

  states: {
    submitted: "Zgłoszony",
    returned: "Zwrócony",
    open: "Przyjęty",
    answered_on_spot: "Odpowiedziano na debacie",
    task: "Zadanie",
    referred: "Przekazany",
    merged: "Połączony",
    out_of_scope: "Poza zakresem",
    police_only: "Tylko dla Policji",
  } satisfies Record<MotionState, string>,

  held: "Wstrzymany",

  /** What anybody reads beside a matter. */
  publicStates: {
    submitted: "Sprawdzamy treść",
    returned: "Zwrócony",
    open: "Przyjęty do omówienia",
    answered_on_spot: "Odpowiedziano na debacie",
    task: "W\u00a0realizacji",
    referred: "Przekazany",
    merged: "Połączony z\u00a0innym zgłoszeniem",
    out_of_scope: "Poza zakresem debaty",
    police_only: "Prowadzone przez Policję",
  } satisfies Record<MotionState, string>,

  settlements: {
    done: "Zrealizowany",
    partly: "Zrealizowany częściowo",
    refused: "Nie zostanie zrealizowany",
  } satisfies Record<Settlement, string>,

  verdicts: {
    done: "zrealizowano",
    partly: "częściowo",
    not_done: "nie",
  } satisfies Record<HallVerdict, string>,

  sensitivities: {
    public: "Publiczny",
    internal: "Wewnętrzny",
    police_only: "Tylko dla Policji",
  } satisfies Record<Sensitivity, string>,

  channels: {
    online: "przez internet",
    hall: "na sali",
    paper: "na kartce",
    staff: "wpisany przez pracownika",
  } satisfies Record<MotionChannel, string>,

  raisedBy: {
    resident: "mieszkaniec lub mieszkanka",
    councillor: "radny lub radna",
    village_head: "sołtys",
    estate_council: "rada osiedla",
    institution: "instytucja",
    official: "przedstawiciel władz",
    anonymous: "osoba anonimowa",
  } satisfies Record<RaisedBy, string>,

  legalTracks: {
    debate_only: "tylko debata",
    kpa_motion: "wniosek w\u00a0trybie KPA",
    complaint: "skarga",
    petition: "petycja",
  } satisfies Record<LegalTrack, string>,

  personalData: {
    pesel: "numer PESEL",
    phone: "numer telefonu",
    email: "adres e-mail",
    plate: "tablica rejestracyjna",
    flat: "numer mieszkania",
    person: "imię lub nazwisko",
  } satisfies Record<PersonalDataKind, string>,

  errors: {
    text: "Proszę napisać, co się dzieje. Wystarczy jedno zdanie.",
    place: "Proszę wpisać miejsce, na przykład „park przy pl.\u00a0Wolności”.",
    category: "Proszę wybrać kategorię z\u00a0listy. Jeżeli żadna nie pasuje\u00a0– „Inna sprawa”.",
    textPublic: "Proszę wpisać treść, którą zobaczą wszyscy.",
    kmzb: "Takiej kategorii nie ma na Krajowej Mapie Zagrożeń Bezpieczeństwa.",
    legalTrack: "Proszę wybrać tryb z\u00a0listy.",
    reason: "Proszę podać powód. Autor przeczyta go na stronie zgłoszenia.",
    into: "Proszę podać numer wniosku, z\u00a0którym połączyć, na przykład 3/2026/07.",
    body: "Proszę wybrać instytucję właściwą.",
  },

  refusals: {
    not_yet_open: "Zgłoszenia do tej debaty jeszcze nie są przyjmowane.",
    too_late:
      "Czas na zgłoszenia do tej debaty minął. Tekst został zachowany\u00a0– można go skopiować i\u00a0zgłosić na kolejną debatę.",
    called_off: "Ta debata została odwołana i\u00a0nie przyjmuje zgłoszeń. Tekst został zachowany.",
    debate_closed:
      "Ta debata jest już zamknięta. Tekst został zachowany\u00a0– można go skopiować i\u00a0zgłosić na kolejną debatę.",
    not_admitted: "Ten wniosek nie został jeszcze przyjęty.",
    is_returned: "Ten wniosek został zwrócony autorowi.",
    not_decided: "Nie ustalono jeszcze, co dalej z\u00a0tym wnioskiem.",
    already_decided: "Sposób załatwienia tego wniosku jest już zapisany.",
    has_task: "Z\u00a0tego wniosku powstało zadanie. Zmian można dokonać w\u00a0zadaniu.",
    is_merged: "Ten wniosek jest połączony z\u00a0innym i\u00a0razem z\u00a0nim jest prowadzony.",
    is_police_only: "Ten wniosek jest zachowany tylko dla Policji.",
    leads_others:
      "Z\u00a0tym wnioskiem połączono inne i\u00a0razem z\u00a0nim są prowadzone, więc nie można go zwrócić. Można go odrzucić jako sprawę poza zakresem debaty.",
    into_itself: "Wniosku nie można połączyć z\u00a0nim samym.",
    other_debate: "Połączyć można tylko wnioski z\u00a0tej samej debaty.",
    target_not_admitted:
      "Można połączyć tylko z\u00a0wnioskiem, który jest przyjęty i\u00a0sam nie jest połączony ani utajniony.",
    unknown_number: "W\u00a0tej debacie nie ma wniosku o\u00a0takim numerze.",
    other_agenda: "Ten punkt porządku należy do innej debaty.",
    already_passed_on:
      "Ten wniosek już przekazano. Dalsze przekazanie i\u00a0zmiany są możliwe w\u00a0zadaniu instytucji, która go otrzymała.",
    is_complaint:
      "Skargę przekazuje się w\u00a0odrębnym trybie (art.\u00a0231 KPA). Proszę przekazać ją pismem i\u00a0odnotować to w\u00a0historii.",
    not_public:
      "Ten wniosek jest wewnętrzny, więc jego treść nie może wyjść poza jednostkę. Proszę go najpierw opublikować albo oznaczyć jako wniosek w\u00a0trybie KPA.",
    unknown_body: "Proszę wybrać instytucję z\u00a0listy.",
    body_archived: "Ta instytucja jest w\u00a0archiwum. Proszę wybrać inną albo przywrócić ją w\u00a0katalogu.",
    stale:
      "Ktoś zmienił ten wniosek, gdy Państwo pisali. W\u00a0polach jest Państwa tekst\u00a0– proszę sprawdzić i\u00a0zapisać jeszcze raz.",
    personal_data:
      "W\u00a0treści publicznej mogą być dane osoby. Proszę je usunąć albo zaznaczyć, że treść została sprawdzona.",
  } satisfies Record<MotionRefusal, string>,
};

type EventData = Record<string, string | number | boolean | null> | null;
const no = (data: EventData) => String(data?.number ?? "");

/** Sentences of the history; never a resident's name or words. */
export const eventMessages = {
  motion_submitted: (data) => `Zgłoszono wniosek ${no(data)} przez internet`,
  motion_captured: (data) => `Zapisano wniosek ${no(data)}`,
  motion_admitted: (data) => `Przyjęto wniosek ${no(data)}`,
  motion_revised: (data) => `Zmieniono treść publiczną wniosku ${no(data)}`,
  motion_returned: (data) => `Zwrócono wniosek ${no(data)} z\u00a0podaniem powodu`,
  motion_merged: (data) => `Połączono wniosek ${no(data)} z\u00a0wnioskiem ${data?.into ?? ""}`,
  motion_kept_for_police: (data) => `Zachowano wniosek ${no(data)} tylko dla Policji`,
  motion_answered: (data) => `Odpowiedziano na wniosek ${no(data)}`,
  motion_referred: (data) => `Przekazano wniosek ${no(data)}: ${data?.body ?? ""}`,
  motion_to_be_referred: (data) => `Wniosek ${no(data)} będzie przekazany: ${data?.body ?? ""}`,
  motion_put_out_of_scope: (data) => `Wniosek ${no(data)} uznano za wykraczający poza zakres debaty`,
  motion_task_linked: (data) => `Wniosek ${no(data)} stał się zadaniem`,
  repeat_dismissed: (data) => `Zajęto się powtarzającym się problemem: ${data?.place ?? ""}`,
  motion_settled: (data) => `Zapisano wynik wniosku ${no(data)}`,
  motion_reported: (data) => `Przedstawiono realizację wniosku ${no(data)}`,
} satisfies Record<string, (data: EventData) => string>;

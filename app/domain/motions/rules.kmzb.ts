import { type CalendarDate, calendarDate } from "~/platform/time";

/**
 * Categories of the national threat map (KMZB). The police change them now and then, so each entry says from when it
 * is offered and until when; a motion keeps the code it got, whatever the list looks like later.
 * Source: the list of 27 as police units have quoted it since 2022; earlier lists had 24 or 25.
 */
type Entry = { code: string; label: string; validFrom: CalendarDate; validTo: CalendarDate | null };

const START = calendarDate("2016-09-14");
const entry = (code: string, label: string): Entry => ({ code, label, validFrom: START, validTo: null });

export const KMZB_DICTIONARY: readonly Entry[] = [
  entry("vandalism", "Akty wandalizmu"),
  entry("wild_bathing_site", "Dzikie kąpieliska"),
  entry("illegal_dump", "Dzikie wysypiska śmieci"),
  entry("juveniles_at_risk", "Grupowanie się małoletnich zagrożonych demoralizacją"),
  entry("poaching", "Kłusownictwo"),
  entry("dangerous_waterside", "Miejsce niebezpieczne na terenach wodnych"),
  entry("dangerous_water", "Miejsce niebezpieczne na wodach"),
  entry("dangerous_leisure", "Miejsce niebezpiecznej działalności rozrywkowej"),
  entry("illegal_logging", "Nielegalna wycinka drzew"),
  entry("illegal_races", "Nielegalne rajdy samochodowe"),
  entry("bad_parking", "Nieprawidłowe parkowanie"),
  entry("unguarded_track_crossing", "Niestrzeżone przejście przez tory"),
  entry("unguarded_level_crossing", "Niestrzeżony przejazd kolejowy"),
  entry("poor_road_infrastructure", "Niewłaściwa infrastruktura drogowa"),
  entry("greenery_damage", "Niszczenie zieleni"),
  entry("homeless_needs_help", "Osoba bezdomna wymagająca pomocy"),
  entry("quads_in_forest", "Poruszanie się po terenach leśnych quadami"),
  entry("speeding", "Przekraczanie dozwolonej prędkości"),
  entry("public_drinking", "Spożywanie alkoholu w miejscach niedozwolonych"),
  entry("drowning", "Utonięcia"),
  entry("drug_use", "Używanie środków odurzających"),
  entry("stray_dogs", "Wałęsające się bezpańskie psy"),
  entry("grass_burning", "Wypalanie traw"),
  entry("forest_animal_collisions", "Zdarzenia drogowe z udziałem zwierząt leśnych"),
  entry("animal_cruelty", "Znęcanie się nad zwierzętami"),
  entry("bad_traffic_organisation", "Zła organizacja ruchu drogowego"),
  entry("begging", "Żebractwo"),
];

/** What may be chosen on a day. */
export const kmzbOn = (day: CalendarDate) =>
  KMZB_DICTIONARY.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));

/** The words of a code, also of one that is no longer offered. */
export const kmzbLabel = (code: string | null) => KMZB_DICTIONARY.find((known) => known.code === code)?.label ?? "";

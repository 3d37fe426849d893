import { check, date, foreignKey, index, instant, table, text, unique, whole, word } from "../kit";
import { BODY_KINDS, COMPETENCE_CATEGORIES, GENDERS } from "../vocabulary";
import { id, oneOf, organizationId, timestamps, version } from "./columns";

/** Bodies that can own a problem or send a guest: town hall, road manager, school … Each has one desk link. */
export const bodies = table(
  "bodies",
  {
    id: id(),
    organizationId: organizationId(),
    kind: word("kind", BODY_KINDS).notNull(),
    name: text("name").notNull(),
    area: text("area").notNull().default(""),
    address: text("address").notNull().default(""),
    email: text("email").notNull().default(""),
    phone: text("phone").notNull().default(""),
    note: text("note").notNull().default(""),
    search: text("search").notNull().default(""),
    deskTokenHash: text("desk_token_hash").notNull(),
    /** Raised to revoke every desk link that is in the world. */
    deskGeneration: whole("desk_generation").notNull().default(1),
    archivedAt: instant("archived_at"),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("bodies_organization_id").on(t.organizationId, t.id),
    unique("bodies_name").on(t.organizationId, t.name),
    unique("bodies_desk_token").on(t.deskTokenHash),
    check("bodies_kind", oneOf(t.kind, BODY_KINDS)),
  ],
);

/** A post in a body. Salutations are stored, never guessed from a name. */
export const offices = table(
  "offices",
  {
    id: id(),
    organizationId: organizationId(),
    bodyId: text("body_id").notNull(),
    title: text("title").notNull(),
    salutationMale: text("salutation_male").notNull().default("Szanowny Panie"),
    salutationFemale: text("salutation_female").notNull().default("Szanowna Pani"),
    position: whole("position").notNull().default(0),
    archivedAt: instant("archived_at"),
    ...timestamps(),
  },
  (t) => [
    unique("offices_organization_id").on(t.organizationId, t.id),
    unique("offices_title").on(t.organizationId, t.bodyId, t.title),
    foreignKey({ columns: [t.organizationId, t.bodyId], foreignColumns: [bodies.organizationId, bodies.id] }).onDelete(
      "cascade",
    ),
  ],
);

export const people = table(
  "people",
  {
    id: id(),
    organizationId: organizationId(),
    name: text("name").notNull(),
    rank: text("rank").notNull().default(""),
    gender: word("gender", GENDERS).notNull().default("unknown"),
    salutation: text("salutation").notNull().default(""),
    email: text("email").notNull().default(""),
    phone: text("phone").notNull().default(""),
    search: text("search").notNull().default(""),
    archivedAt: instant("archived_at"),
    version: version(),
    ...timestamps(),
  },
  (t) => [
    unique("people_organization_id").on(t.organizationId, t.id),
    index("people_search").on(t.organizationId, t.search),
    check("people_gender", oneOf(t.gender, GENDERS)),
  ],
);

/** Who holds an office, and when: elections and transfers do not rewrite the past. */
export const terms = table(
  "terms",
  {
    id: id(),
    organizationId: organizationId(),
    officeId: text("office_id").notNull(),
    personId: text("person_id").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on"),
    ...timestamps(),
  },
  (t) => [
    index("terms_office").on(t.organizationId, t.officeId),
    index("terms_person").on(t.organizationId, t.personId),
    foreignKey({
      columns: [t.organizationId, t.officeId],
      foreignColumns: [offices.organizationId, offices.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.personId],
      foreignColumns: [people.organizationId, people.id],
    }).onDelete("cascade"),
  ],
);

/** Which body is competent for which category in which area; the more exact row wins. */
export const competences = table(
  "competences",
  {
    id: id(),
    organizationId: organizationId(),
    category: word("category", COMPETENCE_CATEGORIES).notNull(),
    /** "Os. Górnicze", "drogi powiatowe": a place of the motion that names it belongs to it. Empty: everywhere. */
    area: text("area").notNull().default(""),
    /** The area as it is compared. */
    areaKey: text("area_key").notNull().default(""),
    bodyId: text("body_id").notNull(),
    /** Why: "zarządca dróg powiatowych". */
    reason: text("reason").notNull().default(""),
    ...timestamps(),
  },
  (t) => [
    unique("competences_organization_id").on(t.organizationId, t.id),
    unique("competences_area").on(t.organizationId, t.category, t.areaKey),
    foreignKey({ columns: [t.organizationId, t.bodyId], foreignColumns: [bodies.organizationId, bodies.id] }).onDelete(
      "cascade",
    ),
    check("competences_category", oneOf(t.category, COMPETENCE_CATEGORIES)),
  ],
);

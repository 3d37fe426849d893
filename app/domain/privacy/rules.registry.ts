/**
 * Which column says what of a person; every text of every table stands here, and a test fails when one does not.
 * `own`: of the one person whose row it is: given out, and erased with its owner. `words`: free text that may name
 * anybody: given out where it names the person, and the name is struck out. `search`: made of words, for looking up.
 * `office`: an official document, or somebody acting in office: given out, stays. `unit`: of an institution, or not a
 * text at all. `key`: ids, states, days, hashes.
 */
export type ColumnKind = "own" | "words" | "search" | "office" | "unit" | "key";
type Columns = Partial<Record<ColumnKind, string>>;

const REGISTRY = {
  agreements: {
    unit: "subject parties resolution places report",
    key: "id organizationId taskId signedOn startsOn endsOn",
  },
  agreementUses: { words: "note", unit: "place", key: "id organizationId agreementId usedOn actor" },
  registrations: { own: "name email needs", key: "id organizationId debateId tokenHash" },
  headCounts: { key: "id organizationId debateId" },
  debates: {
    words: "topic description statusReason",
    search: "search",
    office: "chair moderator minuteTaker coOrganizer",
    unit: "cycleTitle venueName venueAddress access accessNote",
    key: "id organizationId slug code minutesDueOn evaluationOn evaluatesDebateId pairedDebateId",
  },
  agendaItems: { words: "title note", office: "presenter", key: "id organizationId debateId bodyId" },
  speeches: { office: "speaker", key: "id organizationId debateId agendaItemId" },
  bodies: { words: "note", unit: "name area address email phone search", key: "id organizationId deskTokenHash" },
  offices: { unit: "title salutationMale salutationFemale", key: "id organizationId bodyId" },
  people: { own: "email phone", office: "name rank salutation search", key: "id organizationId" },
  terms: { key: "id organizationId officeId personId startsOn endsOn" },
  competences: { unit: "area areaKey reason", key: "id organizationId bodyId" },
  events: { office: "data", key: "id organizationId debateId action subjectId actor failure" },
  messages: {
    own: "recipientName recipientEmail",
    words: "subject text html calendar",
    key: "id organizationId debateId kind subjectId calendarMethod messageId failure",
  },
  submissions: { unit: "result", key: "organizationId key" },
  auditEntries: { unit: "data", key: "id organizationId actor action subjectId" },
  personRequests: { unit: "found", key: "id organizationId personHash actor" },
  followers: { own: "email emailKey", key: "id organizationId motionId tokenHash" },
  opinions: { own: "note", key: "organizationId motionId voter" },
  ballots: { key: "id organizationId debateId motionId" },
  ballotVotes: { key: "organizationId ballotId deviceHash" },
  screens: { key: "debateId organizationId motionId" },
  invitations: {
    own: "email phone needs",
    words: "declineReason",
    office: "bodyName officeTitle personName personRank salutation",
    key: "id organizationId debateId bodyId officeId personId guestKey tokenHash",
  },
  substitutes: { own: "email", office: "name post", key: "id organizationId invitationId tokenHash" },
  minutes: { office: "approvedBy frozen", key: "id organizationId debateId number drawnUpOn sha256" },
  minutesParts: { office: "text basis editedBy", key: "id organizationId minutesId key" },
  minutesTexts: { office: "text editedBy", key: "id organizationId partId" },
  minutesEditions: { office: "reason draft startedBy approvedBy frozen", key: "id organizationId minutesId sha256" },
  minutesReaders: {
    own: "email",
    office: "name post bodyName",
    key: "id organizationId minutesId invitationId tokenHash",
  },
  minutesRemarks: {
    office: "partTitle original proposed reason decision decidedBy",
    key: "id organizationId minutesId readerId partKey",
  },
  phrases: { words: "title text", key: "id organizationId" },
  minutesFiles: {
    office: "title fileName addedBy",
    unit: "content",
    key: "id organizationId debateId mediaType sha256",
  },
  motions: {
    own: "authorName authorEmail",
    words: "place textRaw textPublic returnReason answer settlementNote reportText",
    search: "placeKey search",
    office: "answeredBy",
    key: "id organizationId debateId number kmzb flags mergedIntoId referredToBodyId agendaItemId reportedAtDebateId trackDueOn codeHash",
  },
  repeatDismissals: { words: "note", key: "organizationId placeKey actor" },
  organizations: {
    unit: "slug name shortName department localityIn locality address phone email headOffice dataOfficer chairEmail privacyNote accessibilityNote minutesPattern retention",
    key: "id parentId accessibilityReviewedOn",
  },
  counters: { key: "organizationId name" },
  users: { office: "email name rank", key: "id passwordHash totpSecret" },
  memberships: { key: "id organizationId userId" },
  memberInvites: { own: "email", key: "id organizationId tokenHash" },
  sessions: { key: "id userId device" },
  recoveryCodes: { key: "id userId codeHash" },
  signInChallenges: { key: "id userId tokenHash" },
  passwordResets: { key: "id userId tokenHash" },
  rateLimits: { key: "key" },
  signInFailures: { key: "id key" },
  tasks: {
    words: "title details proposedReason disownedReason result refusalReason",
    search: "search",
    office: "proposedBy",
    key: "id organizationId debateId ownerBodyId dueOn dueFrom proposedDueOn transferredToId",
  },
  taskMotions: { key: "organizationId taskId motionId" },
  taskSupporters: { key: "organizationId taskId bodyId" },
  taskEntries: { words: "text", office: "author authorPost", key: "id organizationId taskId dueOn actor" },
  taskFiles: {
    words: "title fileName",
    office: "addedBy author",
    unit: "content",
    key: "id organizationId taskId entryId mediaType sha256",
  },
  carriedTasks: { words: "note", key: "organizationId debateId taskId" },
  taskNotices: { key: "organizationId taskId dueOn messageId" },
  noticeRuns: { key: "organizationId name day cursor" },
  trackerCounts: { key: "organizationId dueOn" },
  motionBodies: { key: "organizationId bodyId motionId" },
} as const satisfies Record<string, Columns>;

export type TableName = keyof typeof REGISTRY;
export const TABLE_NAMES = Object.keys(REGISTRY) as TableName[];

/** The columns of a table that are of a kind. */
export const columnsOf = (table: TableName, ...kinds: ColumnKind[]): string[] =>
  kinds.flatMap((kind) => (REGISTRY[table] as Columns)[kind]?.split(" ") ?? []);

/** Why something of a person stays. */
export type Basis = "case" | "office" | "account" | "minutes";

/** A name that is looked for in texts: two words at least, or everybody called Jan would be struck out. */
export const isTellingName = (name: string) => /\S{2,}\s+\S{2,}/.test(name.trim());

/** Spellings in which an address or a name is looked for. */
/** Each word that is looked for, in the one spelling in which it is shown. */
export const wordsOf = (needles: readonly string[]) =>
  needles.filter((needle, at) => needles.findIndex((one) => one.toLowerCase() === needle.toLowerCase()) === at);

export const spellingsOf = (needle: string) => [...new Set([needle, needle.toLowerCase(), needle.toUpperCase()])];

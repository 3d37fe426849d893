// The architecture, as something that can fail. Run: depcruise --config scripts/dependency-cruiser.cjs app db

/** Rooms in the order of the story. A room may use the rooms before it, never those after it. */
const ROOMS = [
  "history",
  "organizations",
  "directory",
  "debates",
  "agenda",
  "invitations",
  "attendance",
  "motions",
  "tasks",
  "reminders",
  "followers",
  "evaluation",
  "live",
  "agreements",
  "minutes",
  "reports",
  "papers",
  "privacy",
];

const room = (name) => `^app/domain/${name}/`;
/** `queries.server.ts`, or one topic of a grown room: `queries.follow-up.server.ts`. */
const part = (names, ending) => `/(${names})\\.[a-z0-9.-]*${ending}$`;
const PURE = `^app/domain/[^/]+${part("rules|policy|schema|messages", "ts")}`;
const SPEAKS_SQL = part("queries|commands|gate|jobs", "server\\.ts");
const PAPER = part("mail|document", "server\\.tsx");
const SCREEN = "^app/(ui|domain/[^/]+/ui)/";
const SERVER = "\\.server\\.tsx?$";
const rule = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

module.exports = {
  forbidden: [
    rule("no-cycles", {}, { circular: true }, "A cycle means two files are one file, or one file is two."),

    rule("db-knows-no-app", { path: "^db/" }, { path: "^app/" }, "Tables are the ground floor."),
    rule(
      "one-kit-for-two-dialects",
      { pathNot: "^db/kit\\.ts$" },
      { path: "node_modules/drizzle-orm/(sqlite|pg)-core", dependencyTypesNot: ["type-only"] },
      "A table built outside the kit exists in one dialect only.",
    ),
    rule(
      "drivers-stay-in-the-cellar",
      { pathNot: "^db/(sqlite|postgres|migrate)\\.ts$" },
      { path: "node_modules/(better-sqlite3|pg|drizzle-orm/(better-sqlite3|node-postgres))/" },
      "Everyone else gets read, write and inTransaction.",
    ),
    rule(
      "one-database-handle",
      { path: "^app/", pathNot: "^app/platform/db\\.server\\.ts$" },
      { path: "^db/(connect|sqlite|postgres|migrate)\\.ts$" },
      "A second handle would not see the transaction.",
    ),
    rule(
      "sight-is-widened-with-a-reason",
      {
        path: "^app/",
        pathNot:
          "^app/platform/(mint-scope|web|outbox-bell)\\.server\\.ts$|^app/domain/(history|reminders|privacy)/jobs\\.server\\.ts$|^app/domain/organizations/gate(\\.account)?\\.server\\.ts$|^app/domain/reports/queries\\.(units|year)\\.server\\.ts$",
      },
      { path: "^db/sight\\.ts$" },
      "Which units a request sees is the second lock; who opens it further stands in this list.",
    ),
    rule(
      "lucia-behind-session",
      { pathNot: "^app/platform/(session|lucia-adapter)\\.server\\.ts$" },
      { path: "node_modules/lucia/" },
      "Lucia is to be replaceable by rewriting one page.",
    ),
    rule(
      "express-behind-web",
      { pathNot: "^app/platform/" },
      { path: "node_modules/(express|compression)/", dependencyTypesNot: ["type-only"] },
      "Rooms and routes speak Request and Response.",
    ),
    rule(
      "platform-knows-no-product",
      { path: "^app/(platform|ui)/" },
      { path: "^app/(domain|routes|demo)/" },
      "Could this file ship in another product? If not, it belongs to a room.",
    ),
    rule(
      "demo-is-a-guest",
      { path: "^app/(domain|routes|ui|platform)/", pathNot: "^app/platform/server\\.ts$" },
      { path: "^app/demo[./]" },
      "The demo uses the product through its commands; the product does not know it.",
    ),
    rule("nobody-imports-routes", { pathNot: "^app/routes/" }, { path: "^app/routes/" }, "Routes are doors."),

    ...ROOMS.slice(0, -1).map((name, i) =>
      rule(
        `${name}-comes-first`,
        { path: room(name) },
        { path: room(`(${ROOMS.slice(i + 1).join("|")})`) },
        "Move the caller to the later room, or the shared part to the earlier one.",
      ),
    ),
    rule(
      "rooms-must-be-listed",
      { path: "^app/domain/", pathNot: room(`(${ROOMS.join("|")})`) },
      {},
      "A new room takes its place in ROOMS.",
    ),
    rule(
      "rooms-have-front-doors",
      { path: "^app/domain/([^/]+)/" },
      {
        path: "^app/domain/[^/]+/(gate|mail|document|jobs)\\.",
        pathNot: "^app/domain/$1/",
        dependencyTypesNot: ["type-only"],
      },
      "Other rooms see queries, commands, rules, schema, policy, messages and ui.",
    ),

    rule(
      "paper-is-printed-by-the-worker",
      { path: "^app/", pathNot: "^app/(entry\\.worker\\.tsx$|domain/)" },
      { path: "^app/domain/[^/]+/document\\.", dependencyTypesNot: ["type-only"] },
      "Composing a PDF takes seconds of the event loop, so only the worker's entry knows the documents.",
    ),
    rule(
      "jobs-wait-for-the-outbox",
      { path: "^app/", pathNot: "^app/(jobs\\.server\\.ts$|domain/)" },
      { path: "^app/domain/[^/]+/jobs\\.", dependencyTypesNot: ["type-only"] },
      "A door records an event; the outbox does what follows from it, again if need be.",
    ),

    rule(
      "pure-stays-pure",
      { path: PURE },
      { path: `${SERVER}|${SCREEN}|^db/schema|node_modules/(drizzle-orm|react)`, dependencyTypesNot: ["type-only"] },
      "Rules, policies, schemas and messages touch nothing but words and values.",
    ),
    rule("rules-without-node", { path: PURE }, { dependencyTypes: ["core"] }, "They also run in the browser."),
    rule(
      "screens-know-no-server",
      { path: SCREEN },
      { path: `${SERVER}|^db/schema`, dependencyTypesNot: ["type-only"] },
      "Screens get data as props.",
    ),
    rule(
      "doors-ask-rooms",
      { path: "^app/(routes|demo)[/.]" },
      { path: "^app/platform/db\\.server|^db/schema", dependencyTypesNot: ["type-only"] },
      "A room decides what is read and written; a door only knocks.",
    ),
    rule(
      "paper-gets-props",
      { path: PAPER },
      { path: "/(queries|commands|db)\\.[a-z0-9.-]*server|^db/schema", dependencyTypesNot: ["type-only"] },
      "A letter or a PDF prints what it is given.",
    ),
    rule(
      "only-rooms-speak-sql",
      { path: "^app/", pathNot: `${SPEAKS_SQL}|^app/platform/` },
      { path: "node_modules/drizzle-orm" },
      "Routes and screens ask a room; the platform keeps its own tables (sessions, outbox, keys of forms).",
    ),
    rule(
      "only-gates-mint-scopes",
      { path: "^app/", pathNot: `${part("gate|session|jobs", "server\\.ts")}|^app/(demo|jobs)[/.]` },
      { path: "platform/mint-scope" },
      "A Scope is proof, so only a gate may make one.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    exclude: { path: "^tests/" },
  },
};

/** A closed vocabulary of file names: knowing one room, a reader knows them all. A grown file splits by topic. */
const TOPIC = "(\\.[a-z0-9-]+)?";
const VOCABULARY = [
  /^README\.md$/,
  new RegExp(`^(rules|policy|schema)${TOPIC}\\.ts$`),
  new RegExp(`^messages${TOPIC}\\.(pl|en|uk)\\.ts$`),
  new RegExp(`^(gate|queries|commands|jobs)${TOPIC}\\.server\\.ts$`),
  new RegExp(`^(mail|document)${TOPIC}\\.server\\.tsx$`),
  /^ui\/[a-z0-9-]+\.tsx$/,
  /^ui\/use-[a-z0-9-]+\.ts$/, // what a screen does rather than shows: a hook has no markup
];
const ROOM = /^app\/domain\/([^/]+)\/(.+)$/;

export function checkRooms(files) {
  const tests = files.filter(({ path }) => /^tests\/.*\.test\.tsx?$/.test(path));
  return files.flatMap(({ path, code }) => {
    const [, room, name] = path.match(ROOM) ?? [];
    if (!room) return path.startsWith("app/domain/") ? [`${path}: a file outside of any room`] : [];
    if (!VOCABULARY.some((word) => word.test(name)))
      return [`${path}: not in the vocabulary of rooms (scripts/structure/rooms.mjs); a new word needs a reason there`];
    return [...untestedRules({ path, room, name }, tests), ...untestedTenancy({ path, room, name, code }, tests)];
  });
}

/** A decision without its table of transitions is a guess. */
function untestedRules({ path, room, name }, tests) {
  if (!/^(rules|policy)\b/.test(name)) return [];
  const imported = `~/domain/${room}/${name.replace(/\.ts$/, "")}"`;
  const folder = `tests/domain/${room}/`;
  if (tests.some((test) => test.path.startsWith(folder) && test.text.includes(imported))) return [];
  return [`${path}: no test in ${folder} imports it`];
}

const SCOPED =
  /^export (?:async )?(?:function|const) (\w+)(?: = (?:async )?)?\(\s*(?:\{?\s*scope\b|(?:\{[^}]*\}|\w+): Scope\b)/gm;

/** Another unit's data is the most frequent hole of such products: each door into the tables is tried from outside. */
function untestedTenancy({ path, room, name, code }, tests) {
  if (!/^(queries|commands)\b/.test(name)) return [];
  const place = `tests/domain/${room}/tenancy`;
  const tried = tests.filter((test) => test.path.startsWith(place)).map(({ text }) => text);
  return [...code.matchAll(SCOPED)]
    .map(([, query]) => query)
    .filter((query) => !tried.some((text) => new RegExp(`\\b${query}\\b`).test(text)))
    .map((query) => `${path}: ${query} is not tried with a foreign scope in ${place}*.test.ts`);
}

import { lineOf } from "./tree.mjs";

const DOOR = /^export (?:(?:async )?function|const) (loader|action|clientLoader|clientAction)\b/gm;
/** `requireX` asks for a session, `openX` for a personal link or an address that is public on purpose. */
const GATE = /\b(require|open)[A-Z]\w*\(/;
/** Doors without a lock, and why. */
const UNLOCKED = new Map([
  ["_index", "says what the service is"],
  ["login", "is how a session begins"],
  ["logout", "ends whatever session there is"],
  ["forgotten", "is how a new password is asked for"],
  ["$", "says that there is no such page"],
]);
const MAX_LINES = 60;

/** A layout's loader does not protect the pages below it, Remix runs them side by side: every door has its own lock. */
export function checkDoors(files) {
  return files
    .filter(({ path }) => /^app\/routes\/.*\.tsx?$/.test(path))
    .flatMap(({ path, code }) => {
      const doors = doorsOf(code);
      const name = path.match(/^app\/routes\/(.+?)(?:\/route)?\.tsx?$/)[1];
      const unlocked = UNLOCKED.has(name) ? [] : doors.filter(({ body }) => !GATE.test(body));
      const lines = doors.reduce((sum, { body }) => sum + body.trim().split("\n").length, 0);
      return [
        ...unlocked.map((door) => `${path}:${door.line}: ${door.kind} calls no gate (requireX or openX)`),
        ...(lines > MAX_LINES
          ? [`${path}: ${lines} lines of doors, at most ${MAX_LINES}: move decisions to a room`]
          : []),
      ];
    });
}

/** From the word `export` to the first line that is not part of it any more. */
function doorsOf(code) {
  return [...code.matchAll(DOOR)].map(({ 0: start, 1: kind, index }) => {
    const rest = code.slice(index + start.length);
    const end = rest.search(/\n(?=[^\s)}\]])/);
    return { kind, line: lineOf(code, index), body: start + rest.slice(0, end === -1 ? undefined : end) };
  });
}

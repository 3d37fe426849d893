import { lineOf } from "./tree.mjs";

const MAX_LINES = 300;
const SOURCE = /^(app|db|scripts|tests)\/.*\.(tsx?|mjs|cjs)$|^[^/]+\.(ts|js)$/;
const APP = /^app\/.*\.tsx?$/;
const TYPED = /^(app|db|tests|scripts)\/.*\.tsx?$/;
const TEST = /^tests\/.*\.tsx?$/;
const PURE = /^app\/domain\/[^/]+\/(rules|policy)\b/;
const READER = /^app\/domain\/[^/]+\/(queries|gate)\b/;
const WORDLESS = /^app\/(routes\/|domain\/[^/]+\/(policy|gate|queries|commands|jobs)\b)/;
const PLATFORM = /^app\/platform\//;
const PAPER = /\/pdf\/|\/(mail|document|letter)[^/]*\.tsx$/;

/** What must not be written: where, which words, why. `in: "text"` looks into comments and papers, too. */
const RULES = [
  { on: SOURCE, never: /\b(TO[D]O|FIX[M]E)\b/, in: "text", why: "finish it or file it" },
  { on: /./, never: /(?<![\w.:])\/(work|root|Users)\/\w/, in: "text", why: "a path of one machine" },
  { on: /./, never: /\b(helper|sub)[- ]agents?\b|\bC(laude|opilot)\b/i, in: "text", why: "names a tool of its making" },
  { on: TYPED, never: /\bas any\b|:\s*any\b|<any\b|\bany\[\]/, why: "any switches the compiler off; unknown does not" },
  {
    on: TYPED,
    never: /@ts-(ignore|nocheck|expect-error)/,
    in: "text",
    why: "the compiler is right, or the type is wrong",
  },
  {
    on: TEST,
    never: /\.(skip|only|todo)(\.each)?\(|\bx(it|test|describe)\(/,
    why: "a test that does not run proves nothing",
  },
  { on: APP, never: /dangerouslySetInnerHTML/, why: "raw HTML is how scripts get in" },
  { on: APP, never: /\bsql\.raw\(/, why: "raw SQL is how other queries get in" },
  { on: APP, not: PAPER, never: /\bstyle=[{"]/, why: "the content security policy refuses inline styles; use a class" },
  { on: APP, not: PAPER, never: /["'(]data:\w+\//, why: "the content security policy refuses data: addresses" },
  { on: READER, never: /import \{[^}]*\b(write|inTransaction)\b[^}]*\} from "~\/platform\/db/, why: "a reader writes" },
  { on: PURE, never: /\bnew Date\(\)|\bDate\.now\(/, why: "a rule takes `now`, else its test depends on the day" },
  {
    on: APP,
    not: PLATFORM,
    never: /\.toLocale\w*String\(|\bIntl\.\w+/,
    why: "dates and numbers are written by the platform",
  },
  { on: /^app\/domain\//, never: /\.(get|all|run)\(\)/, why: "these exist in SQLite only; await the query" },
  { on: SOURCE, never: /import \{[^}]*\bz\b[^}]*\} from "zod"/, why: "{ z } ships every locale; import * as z" },
  { on: WORDLESS, never: /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/, why: "what people read stands in messages.pl.ts" },
  {
    on: /^package-lock\.json$/,
    never: /"resolved":/,
    why: "names one machine's registry; npm finds the package without",
  },
];

/** The tests of this checker hold every fault on purpose. */
const PLANTED = /^tests\/scripts\//;

export function checkWords(files) {
  const meant = files.filter(({ path }) => !PLANTED.test(path));
  return meant.flatMap((file) => [...tooLong(file), ...RULES.flatMap((rule) => found(rule, file))]);
}

function tooLong({ path, text }) {
  const lines = text.trimEnd().split("\n").length;
  return SOURCE.test(path) && lines > MAX_LINES ? [`${path}: ${lines} lines, at most ${MAX_LINES}`] : [];
}

function found({ on, not, never, in: where, why }, { path, text, code }) {
  if (!on.test(path) || not?.test(path)) return [];
  const searched = where === "text" ? text : (code ?? text);
  const matches = [...searched.matchAll(new RegExp(never, `${never.flags}g`))];
  const lines = new Map(matches.map(({ 0: words, index }) => [lineOf(searched, index), words.trim().slice(0, 60)]));
  return [...lines].map(([line, words]) => `${path}:${line}: ${words}: ${why}`);
}

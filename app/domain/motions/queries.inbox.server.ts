import { listCompetences } from "~/domain/directory/queries.competence.server";
import { listBodyNames } from "~/domain/directory/queries.server";
import { suggestBody } from "~/domain/directory/rules.competence";
import { listSubjectEvents } from "~/domain/history/queries.server";
import { wordIn } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { MOTION_CATEGORIES } from "~db/vocabulary";
import { countWaitingMotions, listQueue, type MotionFilter } from "./queries.queue.server";
import { countRepeats } from "./queries.repeats.server";
import { getMotion, listSimilarMotions } from "./queries.server";
import { MOTION_STATES } from "./rules";
import { lineOf } from "./rules.inbox";

export const INBOX_VIEWS = [
  "waiting",
  "held",
  "all",
  ...MOTION_STATES.filter((state) => state !== "submitted"),
] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];
const MOST_WAITING = 100;

type Asked = { search: URLSearchParams; debateId?: string; mayOrganize: boolean; now: Date };

/** The queue on the left and one motion on the right, as the address says. */
export async function getInbox(scope: Scope, { search, debateId, mayOrganize, now }: Asked) {
  // Over all debates the inbox is what waits; a debate's own page shows all that was said.
  const view = wordIn(search.get("stan"), INBOX_VIEWS) ?? (debateId ? "all" : "waiting");
  const q = (search.get("q") ?? "").slice(0, 200);
  const category = wordIn(search.get("kat"), MOTION_CATEGORIES);
  const before = search.get("przed") ?? undefined;
  const after = search.get("po") ?? undefined;
  const filter = { debateId, q, category, before, after, ...filterOf(view) };
  const [list, waiting] = await Promise.all([
    listQueue(scope, filter),
    countWaitingMotions(scope, { debateId, most: MOST_WAITING }),
  ]);
  // Where all motions are listed, the next that waits is the one to look at, also after a save.
  const next = list.rows.find(({ status }) => status === "submitted") ?? list.rows[0];
  const wanted = search.get("wniosek") ?? next?.id;
  return {
    view,
    q,
    category: category ?? null,
    rows: list.rows.map((row) => lineOf(row, now)),
    newer: list.newer,
    older: list.older,
    waiting,
    now,
    mostWaiting: MOST_WAITING,
    selected: wanted ? await getSelected(scope, wanted, { debateId, mayOrganize }) : null,
    mayOrganize,
  };
}

function filterOf(view: InboxView): MotionFilter {
  if (view === "all") return {};
  if (view === "held") return { held: true };
  return { state: view === "waiting" ? "submitted" : view };
}

/** Who wrote it is for those who answer; everybody else in the unit reads the matter. */
async function getSelected(
  scope: Scope,
  id: string,
  { debateId, mayOrganize }: Pick<Asked, "debateId" | "mayOrganize">,
) {
  const { authorName, authorEmail, ...motion } = await getMotion(scope, id);
  if (debateId && motion.debateId !== debateId) return null;
  const [similar, bodies, events, competences, repeats] = await Promise.all([
    listSimilarMotions(scope, motion),
    mayOrganize ? listBodyNames(scope) : [],
    listSubjectEvents(scope, id, 20),
    mayOrganize ? listCompetences(scope) : [],
    countRepeats(scope, motion),
  ]);
  return {
    ...motion,
    author: mayOrganize ? { name: authorName, email: authorEmail } : null,
    similar,
    suggestion: suggestBody(competences, motion),
    repeats,
    bodies,
    events: events.map(({ id, action, data, occurredAt, actorName }) => ({ id, action, data, occurredAt, actorName })),
    mergedInto: motion.mergedIntoId ? (await getMotion(scope, motion.mergedIntoId)).number : null,
  };
}

export type Inbox = Awaited<ReturnType<typeof getInbox>>;
export type SelectedMotion = NonNullable<Inbox["selected"]>;

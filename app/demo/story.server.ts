import { workOutboxOff } from "~/jobs.server";
import { log } from "~/platform/log.server";
import { mintScope } from "~/platform/mint-scope.server";
import type { Outcome } from "~/platform/outcome";
import type { Actor, Scope } from "~/platform/scope";
import { calendarDate, instantAt } from "~/platform/time";
import type { Moment } from "~db/demo/types";
import type { Role } from "~db/vocabulary";

/** One thing that somebody did, at a moment on the clock. */
export type Step = {
  at: Date;
  what: string;
  run: (at: Date) => Promise<Outcome<unknown, string>>;
  /** Left out: letters are kept. */
  deliver?: Parameters<typeof workOutboxOff>[0];
};

export function clock(moment: Moment): Date {
  const [day = "", hour = ""] = moment.split(" ");
  const found = instantAt(calendarDate(day), hour);
  if (!found.ok) throw new RangeError(`The demo names a moment that does not exist: ${moment}`);
  return found.value;
}

/**
 * Replays steps in the order of their moments, each through the command that a person would have used. Letters are
 * worked off after each step without a mailer, so that every one of them is kept, and says what was true then.
 */
export async function replay(scenario: string, steps: readonly Step[]) {
  for (const { at, what, run, deliver } of [...steps].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    expectOk(await run(at), scenario, `${what}, ${at.toISOString()}`);
    await inSilence(() => workOutboxOff(deliver, at));
  }
}

/** A letter that the story lets go astray is no news for whoever starts the service: it would be the first line they see. */
async function inSilence(work: () => Promise<void>) {
  const { level } = log;
  log.level = "silent";
  await work().finally(() => {
    log.level = level;
  });
}

/** A demo that the product refuses is a fault of one of them: it stops the start and names the place. */
export function expectOk<T>(result: Outcome<T, string>, scenario: string, what: string): T {
  if (!result.ok) throw new Error(`The demo "${scenario}" stops at: ${what}: ${result.reason}`);
  return result.value;
}

/** What a scenario has made so far: ids by the keys of its data, and who may act. */
export class Cast {
  readonly #ids = new Map<string, string>();
  readonly #members = new Map<Role, { id: string; name: string }>();

  constructor(
    readonly organizationId: string,
    readonly scenario: string,
  ) {}

  keep(kind: Kind, key: string, id: string) {
    this.#ids.set(`${kind}:${key}`, id);
  }

  id(kind: Kind, key: string) {
    const found = this.#ids.get(`${kind}:${key}`);
    if (!found) throw new Error(`The demo "${this.scenario}" has no ${kind} "${key}"`);
    return found;
  }

  find(kind: Kind, key: string) {
    return this.#ids.get(`${kind}:${key}`);
  }

  admit(role: Role, id: string, name: string) {
    this.#members.set(role, { id, name });
  }

  /** The member who does such work; small units have only some of the roles. */
  #memberFor(role: Role) {
    const found = this.#members.get(role) ?? this.#members.get("organizer");
    if (!found) throw new Error(`The demo "${this.scenario}" has no organizer`);
    return found;
  }

  staff(role: Role = "organizer"): Scope {
    return mintScope(this.organizationId, `user:${this.#memberFor(role).id}`, role);
  }

  nameOf(role: Role) {
    return this.#memberFor(role).name;
  }

  /** Whoever holds a link, or nobody in particular. */
  as(actor: Exclude<Actor, `user:${string}` | "system">): Scope {
    return mintScope(this.organizationId, actor);
  }
}

type Kind = "body" | "office" | "guest" | "debate" | "item" | "motion" | "task" | "agreement";

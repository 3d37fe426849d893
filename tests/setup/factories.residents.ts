import { eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { debates } from "~db/schema";
import { aUnit } from "./factories";
import { anOpenDebate } from "./factories.motions";

const DAY = 24 * 60 * 60 * 1000;
export const inDays = (days: number) => new Date(Date.now() + days * DAY);

/** A debate in ten days, announced today. */
export async function aDebate(plan: Parameters<typeof anOpenDebate>[1] = {}) {
  const unit = await aUnit();
  const startsAt = inDays(10);
  const id = await anOpenDebate(
    unit.scope,
    { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000), ...plan },
    new Date(),
  );
  const [debate] = await read.select().from(debates).where(eq(debates.id, id));
  const { slug = "", code = "" } = debate ?? {};
  return {
    unit,
    scope: unit.scope,
    id,
    code,
    params: { unit: unit.slug, slug },
    path: `/u/${unit.slug}/debates/${slug}`,
  };
}

/** An action answers with a Response, or with data and a status. */
export function seen(answer: unknown) {
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get("Location") ?? "" };
  const { data, init } = answer as { data: Record<string, unknown>; init?: { status?: number } };
  return { status: init?.status ?? 200, to: "", ...data } as {
    status: number;
    to: string;
    fields?: Record<string, string>;
    errors?: Record<string, { message: string }>;
    isPreview?: boolean;
  };
}

export type Debate = Awaited<ReturnType<typeof aDebate>>;
export const key = () => crypto.randomUUID();

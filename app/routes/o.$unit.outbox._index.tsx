import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messages } from "~/domain/history/messages.pl";
import { isMailDelivered } from "~/domain/history/queries.letter.server";
import { countMessages, listMessages } from "~/domain/history/queries.server";
import { OutboxPage } from "~/domain/history/ui/outbox-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { wordIn } from "~/platform/params.server";
import { MAIL_STATUSES } from "~db/vocabulary";

const PAGE = 50;

export const meta: MetaFunction = () => [{ title: `${messages.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const path = `/o/${unit.slug}/outbox`;
  const search = new URL(request.url).searchParams;
  const status = wordIn(search.get("stan"), MAIL_STATUSES);
  const [, ms, id] = /^(\d{1,13})_([\w-]{1,64})$/.exec(search.get("przed") ?? "") ?? [];
  const before = ms && id ? { createdAt: new Date(Number(ms)), id } : undefined;
  const letters = await listMessages(scope, { status, before, limit: PAGE + 1 });
  const last = letters.length > PAGE ? letters[PAGE - 1] : undefined;
  const filter = status ? `stan=${status}` : "";
  return {
    path,
    now: new Date(),
    status,
    letters: letters.slice(0, PAGE),
    counts: await countMessages(scope),
    older: last && `${path}?${filter}&przed=${last.createdAt.getTime()}_${last.id}`,
    newest: before && `${path}?${filter}`,
    isDelivered: isMailDelivered(),
  };
}

export default function Outbox() {
  return <OutboxPage {...useLoaderData<typeof loader>()} />;
}

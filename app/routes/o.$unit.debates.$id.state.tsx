import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { makeMove } from "~/domain/debates/commands.moves.server";
import { getDebate } from "~/domain/debates/queries.server";
import { DEBATE_MOVES, movesFrom } from "~/domain/debates/rules";
import { isEarly } from "~/domain/debates/rules.moves";
import { MOVE_SCHEMAS, refusedMove, timingFields } from "~/domain/debates/schema";
import { CallOffPage, MovePage } from "~/domain/debates/ui/move-page";
import { once } from "~/domain/history/commands.server";
import { endEvening } from "~/domain/live/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import type { FormFields } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import { nameIn, notFound, wordIn } from "~/platform/params.server";
import { formatLongWithTime, relativeDays } from "~/platform/time";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const debate = await getDebate(scope, nameIn(params.id));
  const moves = movesFrom(debate.status);
  const move = wordIn(new URL(request.url).searchParams.get("to"), moves);
  const now = new Date();
  const isKnown = move === "reschedule" && !debate.datePending;
  return {
    base: `/o/${unit.slug}/debates/${debate.id}`,
    moves: moves.filter((each) => each === "postpone" || each === "cancel"),
    move,
    term: formatLongWithTime(debate.startsAt, debate.endsAt),
    early: isEarly(debate, now) ? relativeDays(debate.startsAt, now) : null,
    fields: (isKnown ? timingFields(debate) : {}) as FormFields,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const [id, read] = [nameIn(params.id), await readFields(request)];
  const { fields, key } = read;
  const move = wordIn(String(fields.to), DEBATE_MOVES) ?? notFound();
  const form = parseFields(read, MOVE_SCHEMAS[move]);
  if (!form.ok) return data({ move, fields, key, errors: form.errors }, 422);
  const result = await once(scope, key, () =>
    move === "hold" ? endEvening(scope, id) : makeMove(scope, id, move, form.value),
  );
  if (result.ok) return redirect(`/o/${unit.slug}/debates/${id}`, 303);
  const { errors, status } = refusedMove(move, result.reason);
  return data({ move, fields, key, errors }, status);
}

export default function State() {
  const { base, moves, move, term, early, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const chosen = refused?.move ?? move;
  if (!chosen) return <CallOffPage moves={moves} base={base} />;
  return (
    <MovePage
      key={chosen}
      move={chosen}
      backHref={base}
      term={term}
      early={early}
      fields={refused?.fields ?? page.fields}
      errors={refused?.errors}
      formKey={refused?.key ?? page.formKey}
    />
  );
}

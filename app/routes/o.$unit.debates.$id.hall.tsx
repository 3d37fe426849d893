import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import type * as z from "zod";
import { closeBallot, dropBallot, openBallot } from "~/domain/evaluation/commands.ballot.server";
import { renewScreen, steerScreen } from "~/domain/evaluation/commands.screen.server";
import { hallRefusal } from "~/domain/evaluation/messages.screen.pl";
import { getHallDesk } from "~/domain/evaluation/queries.hall.server";
import { ballotSchema, closingSchema, renewSchema, steerSchema } from "~/domain/evaluation/schema.hall";
import { HallDesk } from "~/domain/evaluation/ui/hall-desk";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import type { Outcome } from "~/platform/outcome";
import { nameIn } from "~/platform/params.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { full: true };
/** Also after a refusal: what others have done meanwhile is then shown. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, params.unit, "record");
  return { shown: await getHallDesk(scope, nameIn(params.id)), formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireMember(request, params.unit, "record");
  const debateId = nameIn(params.id);
  const form = await readFields(request);
  const { intent, drop, ...fields } = form.fields;
  // The forms of the page were shown with one key; what they do makes it one for each.
  const key = `${form.key}.${intent}.${drop ?? ""}.${fields.motionId ?? ""}`.slice(0, 200);

  const attempt = async <S extends z.ZodType>(schema: S, work: Work<S>) => {
    const read = parseFields({ ...form, fields }, schema);
    if (!read.ok) return data({ fields, errors: read.errors }, 422);
    // Turning the screen back and forth is meant each time; everything else counts once.
    const outcome = await (intent === "steer" ? work(read.value) : once(scope, key, () => work(read.value)));
    if (outcome.ok) return redirect(`/o/${params.unit}/debates/${debateId}/hall`, 303);
    return data({ fields, errors: refusedBecause(...hallRefusal(outcome.reason)) }, 409);
  };
  if (intent === "open") return attempt(ballotSchema, ({ motionId }) => openBallot(scope, debateId, motionId));
  if (intent === "close" && drop) return attempt(ballotSchema, ({ motionId }) => dropBallot(scope, debateId, motionId));
  if (intent === "close")
    return attempt(closingSchema, ({ motionId, ...closing }) => closeBallot(scope, debateId, motionId, closing));
  if (intent === "renew") return attempt(renewSchema, () => renewScreen(scope, debateId));
  return attempt(steerSchema, (shown) => steerScreen(scope, debateId, shown));
}

type Work<S extends z.ZodType> = (value: z.output<S>) => Promise<Outcome<unknown, string>>;

export default function Hall() {
  const { shown, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <HallDesk shown={shown} formKey={formKey} fields={refused?.fields} errors={refused?.errors} />;
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { once } from "~/domain/history/commands.server";
import { saveParts } from "~/domain/minutes/commands.parts.server";
import { listPartsByKey } from "~/domain/minutes/queries.parts.server";
import { partsSchema } from "~/domain/minutes/schema";
import { requireMember } from "~/domain/organizations/gate.server";
import { parseForm } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";

/**
 * The form of the editor again, for the screen that saves while somebody types: the same fields, the same command, and
 * an answer in JSON, because a page that comes back would take the cursor away.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, me } = await requireMember(request, params.unit, "record");
  const id = nameIn(params.id);
  const form = await parseForm(request, partsSchema);
  if (!form.ok) return Response.json({ errors: form.errors }, { status: 422 });
  const editor = [me.rank, me.name].filter(Boolean).join(" ");
  const result = await once(scope, form.key, () => saveParts(scope, id, form.value, editor));
  if (result.ok) return Response.json({ saved: result.saved, at: new Date() });
  const stale = await listPartsByKey(scope, id, result.stale);
  return Response.json({ reason: result.reason, saved: result.saved, stale, at: new Date() }, { status: 409 });
}

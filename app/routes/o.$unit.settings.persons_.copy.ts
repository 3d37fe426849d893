import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireMember } from "~/domain/organizations/gate.server";
import { copyPerson } from "~/domain/privacy/commands.person.server";
import { person as text } from "~/domain/privacy/messages.person.pl";
import { copyEntries } from "~/domain/privacy/queries.copy.server";
import { findPersonKey } from "~/domain/privacy/queries.requests.server";
import { personSchema } from "~/domain/privacy/schema.person";
import { parseForm } from "~/platform/forms.server";
import { zipResponse } from "~/platform/zip-response.server";

/** The copy as a file. By POST, because an address in an address line would stand in logs. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "administer");
  const form = await parseForm(request, personSchema);
  const person = form.ok ? await findPersonKey(scope, form.value.who) : null;
  const now = new Date();
  const copy = person && (await copyPerson(scope, person, now));
  if (!copy?.ok) return redirect(`/o/${unit.slug}/settings/persons`, 303);
  return zipResponse({ entries: copyEntries(unit.name, copy.value, now), fileName: text.fileName });
}

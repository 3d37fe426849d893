import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editAgenda } from "~/domain/agenda/commands.editor.server";
import { compareAgendas, editor } from "~/domain/agenda/messages.editor.pl";
import { messages } from "~/domain/agenda/messages.pl";
import { loadEditor } from "~/domain/agenda/queries.server";
import { agendaSchema } from "~/domain/agenda/schema";
import { AgendaPage } from "~/domain/agenda/ui/agenda-page";
import { listBodies } from "~/domain/directory/queries.server";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";

export const meta: MetaFunction = () => [{ title: `${editor.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const id = nameIn(params.id);
  const [agenda, bodies] = [await loadEditor(scope, id), await listBodies(scope)];
  return {
    ...agenda,
    isReadOnly: agenda.isFrozen || !may(me.role, "organize"),
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    editHref: `/o/${unit.slug}/debates/${id}/edit`,
    isSaved: new URL(request.url).searchParams.has("zapisano"),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const id = nameIn(params.id);
  const form = await parseForm(request, agendaSchema);
  const { fields, key, version = -1 } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors, current: { version }, conflict: undefined }, 422);
  const { intent, rows } = form.value;
  const result = await once(scope, key, () => editAgenda(scope, id, version, form.value));
  const then = intent.verb === "save" ? "?zapisano=1" : intent.verb === "remove" ? "" : "#row-";
  const row = result.ok && then === "#row-" ? result.value.id : "";
  if (result.ok) return redirect(`/o/${unit.slug}/debates/${id}/agenda${then}${row}`, 303);
  const current = await loadEditor(scope, id);
  const isStale = result.reason === "agenda_stale";
  const errors = isStale ? undefined : refusedBecause(messages.refusals[result.reason]);
  const conflict = isStale ? compareAgendas(rows, current.items) : undefined;
  return data({ fields, key, errors, current, conflict }, 409);
}

export default function Agenda() {
  const { formKey, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { key = formKey, ...answer } = refused ?? {};
  return <AgendaPage {...page} {...refused?.current} {...answer} formKey={key} />;
}

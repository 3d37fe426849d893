import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { changePhrases } from "~/domain/minutes/commands.phrases.server";
import { phrases as text } from "~/domain/minutes/messages.phrases.pl";
import { listPhrases } from "~/domain/minutes/queries.phrases.server";
import { phraseSchema } from "~/domain/minutes/schema.phrases";
import { PhrasesPage } from "~/domain/minutes/ui/phrases-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";

export const meta: MetaFunction = () => [{ title: `${text.title} – Debata` }];

/** For whoever writes minutes, not only for those who may change the unit. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit, "record");
  const search = new URL(request.url).searchParams;
  const rows = await listPhrases(scope);
  return {
    settings: may(me.role, "administer") ? `/o/${unit.slug}/settings` : null,
    path: `/o/${unit.slug}/settings/phrases`,
    rows,
    chosen: rows.find(({ id }) => id === search.get("fraza")),
    isSaved: search.has("zapisano"),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "record");
  const { fields, key, version, ...form } = await parseForm(request, phraseSchema);
  if (!form.ok) return data({ fields, key, version, errors: form.errors, isStale: false }, 422);
  const { value } = form;
  const result = await once(scope, key, () => changePhrases(scope, value, version));
  const place = value.do === "up" || value.do === "down" ? `#fraza-${result.ok ? result.value.id : ""}` : "";
  if (result.ok) return redirect(`/o/${unit.slug}/settings/phrases?zapisano${place}`, 303);
  const isStale = result.reason === "stale" && value.do === "change";
  const current = "id" in value ? (await listPhrases(scope)).find(({ id }) => id === value.id) : undefined;
  const errors = refusedBecause(text[result.reason], result.reason === "taken" ? "title" : "root");
  return data({ fields, key, version: current?.version ?? version, errors: isStale ? {} : errors, isStale }, 409);
}

export default function Phrases() {
  const page = useLoaderData<typeof loader>();
  const { key, ...refused } = useActionData<typeof action>() ?? {};
  return <PhrasesPage key={key} {...page} {...refused} formKey={key ?? page.formKey} />;
}

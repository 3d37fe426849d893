import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { getDebate } from "~/domain/debates/queries.server";
import { once } from "~/domain/history/commands.server";
import { saveParts } from "~/domain/minutes/commands.parts.server";
import { messages } from "~/domain/minutes/messages.pl";
import { getEditor } from "~/domain/minutes/queries.editor.server";
import { listFilledPhrases, withPhrase } from "~/domain/minutes/queries.phrases.server";
import { fieldOf } from "~/domain/minutes/rules";
import { partsSchema } from "~/domain/minutes/schema";
import { ConflictPage } from "~/domain/minutes/ui/conflict-page";
import { MinutesPage } from "~/domain/minutes/ui/minutes-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { full: true };

/** Also after a refusal: the parts that were not refused have been saved and have newer versions. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const debate = await getDebate(scope, nameIn(params.id));
  return {
    editor: await getEditor(scope, debate.id),
    phrases: await listFilledPhrases(scope, debate.id),
    phrasesHref: `/o/${unit.slug}/settings/phrases`,
    shelf: [unit.slug, debate.id, me.id].join(":"),
    base: `/o/${unit.slug}/debates/${debate.id}/minutes`,
    publicPath: debate.announcedAt ? `/u/${unit.slug}/debates/${debate.slug}/minutes` : null,
    minutesDueOn: debate.minutesDueOn,
    isHeld: debate.status === "held" || debate.status === "closed",
    rights: { record: may(me.role, "record"), approve: may(me.role, "approve") },
    now: new Date(),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit, "record");
  const id = nameIn(params.id);
  const read = await readFields(request);
  const filled = await withPhrase(scope, id, read.fields);
  if (filled) return data({ fields: filled, key: read.key, errors: undefined, stale: [] as string[] });
  const form = parseFields(read, partsSchema);
  const { fields, key } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors, stale: [] as string[] }, 422);
  const editor = [me.rank, me.name].filter(Boolean).join(" ");
  const result = await once(scope, key, () => saveParts(scope, id, form.value, editor));
  if (result.ok) return redirect(`/o/${unit.slug}/debates/${id}/minutes`, 303);
  const errors = result.reason === "frozen" ? refusedBecause(messages.refusals.frozen) : undefined;
  return data({ fields, key, errors, stale: result.stale }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${messages.editor.title}${page?.editor.number ? ` nr ${page.editor.number}` : ""} – Debata` },
];

export default function Minutes() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const formKey = refused?.key ?? page.formKey;
  const parts = page.editor.parts.filter(({ key }) => refused?.stale.includes(key));
  // The refusal is here before the newer text is: until then the other version would be one that nobody saved.
  const isFresh = parts.every(({ place, version }) => refused?.fields[fieldOf.version(place)] !== String(version));
  if (refused?.stale.length && isFresh) {
    return <ConflictPage parts={parts} fields={refused.fields} base={page.base} formKey={formKey} now={page.now} />;
  }
  return <MinutesPage {...page} fields={refused?.fields} errors={refused?.errors} formKey={formKey} />;
}

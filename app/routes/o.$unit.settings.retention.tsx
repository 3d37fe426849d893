import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { reviseRetention } from "~/domain/privacy/commands.retention.server";
import { retention as text } from "~/domain/privacy/messages.retention.pl";
import { findRetentionRun, getRetention, previewRetention } from "~/domain/privacy/queries.retention.server";
import { nextRunOf, retentionVersion } from "~/domain/privacy/rules.retention";
import { retentionSchema } from "~/domain/privacy/schema.retention";
import { RetentionPage } from "~/domain/privacy/ui/retention-page";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { formatShortWithWeekday, warsawDate } from "~/platform/time";

export const meta: MetaFunction = () => [{ title: `${text.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "administer");
  const now = new Date();
  const run = await findRetentionRun(scope, warsawDate(now));
  const next = nextRunOf(now, Boolean(run?.finishedAt));
  return {
    settings: `/o/${unit.slug}/settings`,
    path: `/o/${unit.slug}/settings/retention`,
    lines: await previewRetention(scope, now),
    version: retentionVersion(await getRetention(scope)),
    next: next === "soon" ? text.soon : text.next(formatShortWithWeekday(next.on)),
    last: run?.finishedAt ? run.sent : null,
    formKey: newFormKey(),
    isSaved: new URL(request.url).searchParams.has("zapisano"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "administer");
  const { fields, key, version, ...form } = await parseForm(request, retentionSchema);
  if (!form.ok) return data({ fields, key, version, errors: form.errors }, 422);
  const { value } = form;
  const result = await once(scope, key, () => reviseRetention(scope, version, value));
  if (result.ok) return redirect(`/o/${unit.slug}/settings/retention?zapisano`, 303);
  const saved = retentionVersion(await getRetention(scope));
  return data({ fields, key: newFormKey(), version: saved, errors: refusedBecause(text.stale) }, 409);
}

export default function Retention() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <RetentionPage
      key={refused ? "refused" : page.version}
      {...page}
      fields={refused?.fields}
      formKey={refused?.key ?? page.formKey}
      version={refused?.version ?? page.version}
      errors={refused?.errors}
      isSaved={page.isSaved && !refused}
    />
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useServices, writeReport } from "~/domain/agreements/commands.server";
import { messages, useField, useRefusal } from "~/domain/agreements/messages.pl";
import { getAgreement, listUses } from "~/domain/agreements/queries.server";
import { reportSchema, useSchema } from "~/domain/agreements/schema";
import { ReportForm, UseForm } from "~/domain/agreements/ui/agreement-forms";
import { AgreementPage } from "~/domain/agreements/ui/agreement-page";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";
import { ErrorSummary } from "~/ui/error-summary";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.agreement.subject} – Debata` }];

/** Also after a refusal: the newer numbers are then shown, and are what the next press is measured against. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const agreement = await getAgreement(scope, nameIn(params.agreement));
  const entries = await listUses(scope, agreement.id);
  return {
    home: `/o/${unit.slug}`,
    now: new Date(),
    agreement,
    entries: entries.map(({ actor: _, ...entry }) => entry),
    mayFollow: may(me.role, "follow_up"),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "follow_up");
  const agreement = await getAgreement(scope, nameIn(params.agreement));
  const read = await readFields(request);
  const { fields, key, version } = read;
  const back = () => redirect(`/o/${unit.slug}/tasks/agreements/${agreement.id}`, 303);
  if (fields.do === "report") {
    const form = parseFields(read, reportSchema);
    if (!form.ok) return data({ fields, key, errors: form.errors }, 422);
    const written = await once(scope, key, () => writeReport(scope, agreement.id, version, form.value.report));
    return written.ok ? back() : data({ fields, key, errors: refusedBecause(messages.stale) }, 409);
  }
  const form = parseFields(read, useSchema);
  if (!form.ok) return data({ fields, key, errors: form.errors }, 422);
  const used = await once(scope, key, () => useServices(scope, agreement.id, version, form.value));
  if (used.ok) return back();
  const now = used.reason === "stale" ? agreement : await getAgreement(scope, agreement.id);
  const errors = refusedBecause(useRefusal(used.reason, now), useField[used.reason]);
  return data({ fields, key, errors }, used.reason === "stale" ? 409 : 422);
}

export default function Agreement() {
  const { formKey, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { agreement, entries, home } = page;
  const path = `${home}/tasks/agreements/${agreement.id}`;
  const sent = (name: string) => (refused?.fields.do === name ? refused : undefined);
  const form = (name: string) => ({
    path,
    formKey: sent(name)?.key ?? formKey,
    fields: sent(name)?.fields ?? {},
    errors: sent(name)?.errors,
  });
  return (
    <>
      {refused && <ErrorSummary errors={refused.errors} labels={messages.labels} />}
      <AgreementPage {...page}>
        {page.mayFollow && <UseForm key={entries.length} agreement={agreement} {...form("use")} />}
        {page.mayFollow && <ReportForm version={agreement.version} report={agreement.report} {...form("report")} />}
      </AgreementPage>
    </>
  );
}

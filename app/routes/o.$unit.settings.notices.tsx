import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { reviseLegal } from "~/domain/privacy/commands.legal.server";
import { notices as text } from "~/domain/privacy/messages.legal.pl";
import { getLegal } from "~/domain/privacy/queries.legal.server";
import { legalVersion, reviewDueOn } from "~/domain/privacy/rules.legal";
import { legalSchema } from "~/domain/privacy/schema.legal";
import { NoticesPage } from "~/domain/privacy/ui/notices-page";
import { type FormErrors, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { formatDate, formatShort } from "~/platform/time";

export const meta: MetaFunction = () => [{ title: `${text.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "administer");
  const legal = await getLegal(scope);
  const { privacyNote, accessibilityNote, accessibilityReviewedOn: day } = legal;
  return {
    settings: `/o/${unit.slug}/settings`,
    path: `/o/${unit.slug}/settings/notices`,
    site: `/u/${unit.slug}`,
    fields: { privacyNote, accessibilityNote, accessibilityReviewedOn: day ? formatShort(day) : "" },
    version: legalVersion(legal),
    due: day && formatDate(reviewDueOn(day)),
    formKey: newFormKey(),
    isSaved: new URL(request.url).searchParams.has("zapisano"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "administer");
  const { fields, key, version = 0, ...form } = await parseForm(request, legalSchema);
  const page = { fields, key, version, errors: {} as FormErrors, isPreview: false };
  if (!form.ok) return data({ ...page, errors: form.errors }, 422);
  const { intent, ...value } = form.value;
  if (intent === "preview") return data({ ...page, isPreview: true });
  const result = await once(scope, key, () => reviseLegal(scope, version, value));
  if (result.ok) return redirect(`/o/${unit.slug}/settings/notices?zapisano`, 303);
  const saved = legalVersion(await getLegal(scope));
  return data({ ...page, key: newFormKey(), version: saved, errors: refusedBecause(text.stale) }, 409);
}

export default function Notices() {
  const page = useLoaderData<typeof loader>();
  const { key, ...refused } = useActionData<typeof action>() ?? {};
  return (
    <NoticesPage
      key={key ?? page.version}
      {...page}
      {...refused}
      formKey={key ?? page.formKey}
      isSaved={page.isSaved && !key}
    />
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { answerPerson, erasePerson } from "~/domain/privacy/commands.person.server";
import { person as text } from "~/domain/privacy/messages.person.pl";
import { findPerson } from "~/domain/privacy/queries.person.server";
import { findPersonKey, listPersonRequests } from "~/domain/privacy/queries.requests.server";
import { wordsOf } from "~/domain/privacy/rules.registry";
import { personSchema } from "~/domain/privacy/schema.person";
import { PersonsPage } from "~/domain/privacy/ui/persons-page";
import { type FormErrors, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { numberIn } from "~/platform/params.server";

export const meta: MetaFunction = () => [{ title: `${text.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "administer");
  return {
    settings: `/o/${unit.slug}/settings`,
    path: `/o/${unit.slug}/settings/persons`,
    requests: await listPersonRequests(scope),
    formKey: newFormKey(),
    erased: numberIn(new URL(request.url).searchParams.get("usunieto")) ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "administer");
  const { fields, key, ...form } = await parseForm(request, personSchema);
  const who = String(fields.who ?? "");
  const page = { who, key, errors: {} as FormErrors, fates: undefined, words: undefined, isAsking: false };
  if (!form.ok) return data({ ...page, errors: form.errors }, 422);
  const { value } = form;
  const person = await findPersonKey(scope, value.who);
  const unknown = () => data({ ...page, key: newFormKey(), errors: refusedBecause(text.unknown, "who") }, 409);
  if (!person) return unknown();
  if (value.do !== "erase") {
    const fates = await answerPerson(scope, person);
    if (fates.length === 0) return unknown();
    const words = wordsOf((await findPerson(scope, person)).needles);
    return data({ ...page, key: newFormKey(), fates, words, isAsking: value.do === "ask" });
  }
  const result = await once(scope, key, () => erasePerson(scope, person));
  if (!result.ok) return unknown();
  return redirect(`/o/${unit.slug}/settings/persons?usunieto=${result.value.rows}`, 303);
}

export default function Persons() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <PersonsPage
      {...page}
      formKey={answered?.key ?? page.formKey}
      who={answered?.who}
      errors={answered?.errors}
      fates={answered?.fates}
      words={answered?.words}
      isAsking={answered?.isAsking}
      erased={answered ? null : page.erased}
    />
  );
}

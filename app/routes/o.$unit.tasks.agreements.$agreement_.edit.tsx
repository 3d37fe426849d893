import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { changeAgreement } from "~/domain/agreements/commands.server";
import { messages, termsField, termsRefusal } from "~/domain/agreements/messages.pl";
import { getAgreement } from "~/domain/agreements/queries.server";
import { agreementSchema } from "~/domain/agreements/schema";
import { fieldsOf, TermsPage } from "~/domain/agreements/ui/agreement-forms";
import { once } from "~/domain/history/commands.server";
import { requireMember } from "~/domain/organizations/gate.server";
import { type FormErrors, type FormFields, refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";
import { ConflictNote } from "~/ui/conflict-note";

export const meta: MetaFunction = () => [{ title: `${messages.edit} – Debata` }];

/** Also after a refusal: the form then carries the newer version, and both texts are seen. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "follow_up");
  const { report: _, task: __, ...agreement } = await getAgreement(scope, nameIn(params.agreement));
  return { list: `/o/${unit.slug}/tasks/agreements`, agreement, formKey: newFormKey() };
}

type Answer = { fields: FormFields; key: string; errors?: FormErrors; stale?: boolean };

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "follow_up");
  const { id } = await getAgreement(scope, nameIn(params.agreement));
  const read = await readFields(request);
  const { fields, key, version } = read;
  const form = parseFields(read, agreementSchema);
  if (!form.ok) return data<Answer>({ fields, key, errors: form.errors }, 422);
  const changed = await once(scope, key, () => changeAgreement(scope, id, version, form.value));
  if (changed.ok) return redirect(`/o/${unit.slug}/tasks/agreements/${id}`, 303);
  if (changed.reason === "stale") return data<Answer>({ fields, key, stale: true }, 409);
  const sentence = termsRefusal(changed.reason, form.value, await getAgreement(scope, id));
  return data<Answer>({ fields, key, errors: refusedBecause(sentence, termsField[changed.reason]) }, 422);
}

export default function EditAgreement() {
  const { list, agreement, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<Answer>();
  const saved = fieldsOf(agreement);
  const path = `${list}/${agreement.id}`;
  const labels = messages.labels as Record<string, string>;
  const differing = Object.keys(saved).map((name) => ({
    label: labels[name] ?? name,
    mine: String(refused?.fields[name] ?? ""),
    theirs: String(saved[name] ?? ""),
  }));
  return (
    <>
      {refused?.stale && <ConflictNote text={messages.stale} fields={differing} />}
      <TermsPage
        title={messages.edit}
        crumbs={[
          { label: messages.listTitle, href: list },
          { label: messages.title, href: path },
          { label: messages.edit },
        ]}
        action={`${path}/edit`}
        version={agreement.version}
        submit={messages.save}
        back={{ href: path, label: messages.backToAgreement }}
        formKey={refused?.key ?? formKey}
        fields={refused?.fields ?? saved}
        errors={refused?.errors}
      />
    </>
  );
}

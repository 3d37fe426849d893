import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { joinByLink } from "~/domain/organizations/commands.joining.server";
import { letIn } from "~/domain/organizations/gate.entry.server";
import { openMemberInvite } from "~/domain/organizations/gate.server";
import { passwordRefusals } from "~/domain/organizations/messages.account.pl";
import { inviteRefusals, messages, roles } from "~/domain/organizations/messages.pl";
import { joinSchemas } from "~/domain/organizations/schema";
import { JoinPage } from "~/domain/organizations/ui/join-page";
import { type FormErrors, type FormFields, refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFields } from "~/platform/forms.server";
import type { PageHandle } from "~/ui/page-handle";
import { personalMeta } from "~/ui/personal-meta";

export const handle: PageHandle = { bodyClass: "office" };
export const meta: MetaFunction = () => personalMeta(messages.join.title);

export async function loader({ params }: LoaderFunctionArgs) {
  const { unit, invite } = await openMemberInvite(params.token);
  const { email, role, how } = invite;
  return { unitName: unit.name, email, role: roles[role], how, formKey: newFormKey() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { scope, unit, invite } = await openMemberInvite(params.token);
  const form = parseFields(await readFields(request), joinSchemas[invite.how]);
  const { password: _, again: __, ...fields } = form.fields; // passwords are typed again, never sent back
  if (!form.ok) return data({ fields, errors: form.errors, key: form.key }, 422);
  const result = await joinByLink(scope, invite, form.value, context.network ?? "unknown");
  if (result.ok) return letIn(request, result.value, `/o/${unit.slug}`);
  if (result.reason === "used") return redirect("/login", 303);
  const status = result.reason in passwordRefusals ? 422 : 409;
  return data({ fields, key: form.key, errors: refusedBecause(sentence(result), "password") }, status);
}

type Refusal = Exclude<Awaited<ReturnType<typeof joinByLink>>, { ok: true }>;
const sentence = (refusal: Refusal) =>
  refusal.reason === "too_many"
    ? messages.login.tooMany(refusal.retryAfterS)
    : refusal.reason === "wrong"
      ? messages.join.wrong
      : { ...inviteRefusals, ...passwordRefusals }[refusal.reason];

export default function Join() {
  const { formKey, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<{ fields: FormFields; errors: FormErrors; key: string }>();
  return <JoinPage {...page} formKey={refused?.key ?? formKey} fields={refused?.fields} errors={refused?.errors} />;
}

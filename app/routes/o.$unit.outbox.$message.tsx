import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { recordReading } from "~/domain/history/commands.audit.server";
import { retryMail } from "~/domain/history/commands.mail.server";
import { once } from "~/domain/history/commands.server";
import { messages } from "~/domain/history/messages.pl";
import { getLetter } from "~/domain/history/queries.letter.server";
import { LetterPage } from "~/domain/history/ui/letter-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { mayOpenLinks } from "~/domain/organizations/policy";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, readFields } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.letter.subject} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit, "organize");
  const letter = await getLetter(scope, nameIn(params.message), (kind) => mayOpenLinks(me.role, kind));
  await recordReading(scope, { action: "letter_read", subjectId: nameIn(params.message) });
  return { outbox: `/o/${unit.slug}/outbox`, letter, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const { key } = await readFields(request);
  const id = nameIn(params.message);
  const result = await once(scope, key, () => retryMail(scope, id));
  if (result.ok) return redirect(`/o/${unit.slug}/outbox/${id}`, 303);
  return data({ key, errors: refusedBecause(messages.notFailed) }, 409);
}

export default function Message() {
  const { outbox, letter, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <LetterPage letter={letter} outbox={outbox} formKey={refused?.key ?? formKey} errors={refused?.errors} />;
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { proposeChange } from "~/domain/minutes/commands.remarks.server";
import { openReader } from "~/domain/minutes/gate.server";
import { reader } from "~/domain/minutes/messages.reader.pl";
import { getReaderPage } from "~/domain/minutes/queries.reader.server";
import { proposalSchema } from "~/domain/minutes/schema.life";
import { ReaderPage } from "~/domain/minutes/ui/reader-page";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import type { PageHandle, Told } from "~/ui/page-handle";
import { personalMeta } from "~/ui/personal-meta";

export const meta: MetaFunction = () => personalMeta(reader.title);

/** Opening the page changes nothing; a mail scanner may do it as often as it likes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, readerId, unit } = await openReader(params.token);
  const query = new URL(request.url).searchParams;
  return {
    unit,
    page: await getReaderPage(scope, readerId, new Date()),
    path: `/c/${params.token}`,
    asked: query.get("zmiana"),
    isSent: query.has("zapisano"),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, readerId } = await openReader(params.token);
  const form = await parseForm(request, proposalSchema);
  const { fields, key } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors } satisfies Refused, { status: 422 });
  const result = await once(scope, key, () => proposeChange(scope, readerId, form.value));
  if (result.ok) return redirect(`/c/${params.token}?zapisano=1#wynik`, 303);
  const field = result.reason === "unchanged" ? "proposed" : "root";
  return data({ fields, key, errors: refusedBecause(reader.refusals[result.reason], field) } satisfies Refused, 409);
}

const draw = ({ formKey, ...shown }: Told<typeof loader>, refused?: Refused) => (
  <ReaderPage {...shown} formKey={refused?.key ?? formKey} fields={refused?.fields} errors={refused?.errors} />
);

export const handle: PageHandle = { plain: draw };

export default function Reader() {
  return draw(useLoaderData<typeof loader>(), useActionData<Refused>());
}

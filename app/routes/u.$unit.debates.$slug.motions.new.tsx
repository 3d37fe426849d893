import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { publicDebate, publicUnit } from "~/domain/attendance/queries.page.server";
import { openPublicDebate } from "~/domain/debates/gate.server";
import { once } from "~/domain/history/commands.server";
import { submitMotion } from "~/domain/motions/commands.server";
import { messages } from "~/domain/motions/messages.pl";
import { form as words } from "~/domain/motions/messages.resident.pl";
import { decideSubmission } from "~/domain/motions/rules";
import { submissionSchema } from "~/domain/motions/schema";
import { type Answer, MotionFormPage } from "~/domain/motions/ui/motion-form-page";
import { admitAddressOnce, admitForm } from "~/platform/flood.server";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { pathOf } from "~/platform/links.server";
import type { PageHandle, Told } from "~/ui/page-handle";

export async function loader({ params }: LoaderFunctionArgs) {
  const { unit, debate } = await openPublicDebate(params.unit, params.slug);
  const opening = decideSubmission(debate, new Date());
  return {
    unit: publicUnit(unit),
    headOffice: unit.headOffice,
    debate: publicDebate(debate),
    closed: opening.ok ? null : opening.reason,
    formKey: newFormKey(),
  };
}

/** What `once` keeps must not hold the code, so the page's address is made outside of it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { scope, debate } = await openPublicDebate(params.unit, params.slug);
  const { fields, key, ...form } = await parseForm(request, submissionSchema);
  const turn = admitForm(request, context.network, debate.id);
  if (!turn.ok) return data({ fields, key, errors: turn.errors } satisfies Answer, turn.init);
  const { headers } = turn;
  const answer = (errors: Answer["errors"], status: number, isPreview = false) =>
    data({ fields, key, errors, isPreview } satisfies Answer, { status, headers });
  if (!form.ok) return answer(form.errors, 422);
  if (fields.intent === "preview") return answer({}, 200, true);
  const admitted = admitAddressOnce(form.value.authorEmail, "authorEmail");
  const result = await once(scope, key, async () => {
    const address = admitted();
    return address.ok ? submitMotion(scope, debate.id, form.value) : address;
  });
  if (!result.ok && result.reason === "address_full") {
    const { errors, init } = result;
    return data({ fields, key, errors } satisfies Answer, { ...init, headers: { ...headers, ...init.headers } });
  }
  if (!result.ok) return answer(refusedBecause(messages.refusals[result.reason]), 409);
  return redirect(`${pathOf("motion", result.value.id)}?nowe`, { status: 303, headers });
}

export const meta: MetaFunction = () => [
  { title: `${words.title} – Debata` },
  { name: "description", content: words.lead },
];

const draw = (data: Told<typeof loader>, answer?: Answer) => <MotionFormPage {...data} answer={answer} />;

export const handle: PageHandle = { plain: draw };

export default function NewMotion() {
  return draw(useLoaderData<typeof loader>(), useActionData<Answer>());
}

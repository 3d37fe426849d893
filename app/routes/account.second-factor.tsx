import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeSecondFactor, reopenOffer } from "~/domain/organizations/commands.second-factor.server";
import { requireAccount } from "~/domain/organizations/gate.account.server";
import { accountRefusal, secondFactor as text } from "~/domain/organizations/messages.account.pl";
import { countRecoveryCodes } from "~/domain/organizations/queries.account.server";
import { secondFactorSchema } from "~/domain/organizations/schema.account";
import {
  EndSecondFactor,
  RecoveryCodes,
  SecondFactorOff,
  SecondFactorOffer,
  SecondFactorOn,
} from "~/domain/organizations/ui/second-factor-page";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { qrOf } from "~/platform/qr.server";

export const meta: MetaFunction = () => [{ title: `${text.title} – Debata` }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request);
  const search = new URL(request.url).searchParams;
  return {
    since: account.totpConfirmedAt,
    left: account.totpConfirmedAt ? await countRecoveryCodes(account.id) : 0,
    isNeeded: account.needsSecondFactor,
    isByRecovery: search.has("zapasowy"),
    isEnding: search.has("wylacz"),
    isEnded: search.has("wylaczono"),
    goOn: account.needsSecondFactor ? `/o/${account.home.slug}` : "/account",
    now: new Date(),
    formKey: newFormKey(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requireAccount(request);
  const { fields, key, ...form } = await parseForm(request, secondFactorSchema);
  // The secret that is in the phone by now stays on the page while a code is corrected.
  const offer = shown(reopenOffer(visit, String(fields.sealed ?? "")));
  if (!form.ok) return data({ key, offer, codes: undefined, errors: form.errors }, 422);
  const result = await changeSecondFactor(visit, form.value, { key });
  if (!result.ok) {
    const { init, errors } = accountRefusal(result, "code");
    return data({ key, offer, codes: undefined, errors }, init);
  }
  if (form.value.do === "end") return redirect("/account/second-factor?wylaczono", 303);
  const { codes } = result.value;
  return data({ key: newFormKey(), offer: shown(result.value.offer), codes, errors: undefined });
}

const shown = (offer: ReturnType<typeof reopenOffer>) =>
  offer && { secret: offer.secret, sealed: offer.sealed, qr: qrOf(offer.address) };

export default function SecondFactor() {
  const { since, isEnding, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = { formKey: answer?.key ?? page.formKey, errors: answer?.errors };
  if (answer?.codes) return <RecoveryCodes codes={answer.codes} goOn={page.goOn} />;
  if (since && isEnding) return <EndSecondFactor isNeeded={page.isNeeded} {...form} />;
  if (since) return <SecondFactorOn since={since} {...page} {...form} />;
  if (answer?.offer) return <SecondFactorOffer {...answer.offer} {...form} />;
  return <SecondFactorOff {...page} {...form} />;
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { acceptRemark, rejectRemark } from "~/domain/minutes/commands.remarks.server";
import { life } from "~/domain/minutes/messages.life.pl";
import { getRemarksPage } from "~/domain/minutes/queries.remarks.server";
import { decisionSchema } from "~/domain/minutes/schema.life";
import { MergePage } from "~/domain/minutes/ui/merge-page";
import { RemarksPage } from "~/domain/minutes/ui/remarks-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";

export const meta: MetaFunction = () => [{ title: `${life.list.title} – Debata` }];
/** Also after a refusal: the text may have changed, and that is what the refusal is about. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const id = nameIn(params.id);
  const { remarks, status } = await getRemarksPage(scope, id);
  const query = new URL(request.url).searchParams;
  return {
    remarks,
    base: `/o/${unit.slug}/debates/${id}/minutes`,
    mayDecide: may(me.role, "record") && status !== "approved" && status !== "published",
    asked: query.get("uwaga"),
    isSaved: query.has("zapisano"),
    now: new Date(),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit, "record");
  const id = nameIn(params.id);
  const form = await parseForm(request, decisionSchema);
  const { fields, key, version = 0 } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors, toMerge: null, isStale: false }, 422);
  const editor = [me.rank, me.name].filter(Boolean).join(" ");
  const asked = form.value;
  const result = await once(scope, key, () => {
    if (asked.do === "reject") return rejectRemark(scope, id, asked.id, asked.reason, editor);
    const merged = asked.do === "merge" ? { text: asked.text ?? "", version } : undefined;
    return acceptRemark(scope, id, asked.id, { note: asked.note ?? "", merged }, editor);
  });
  if (result.ok) return redirect(`/o/${unit.slug}/debates/${id}/minutes/remarks?zapisano=1#wynik`, 303);
  const { reason } = result;
  const errors = refusedBecause(life.decisionRefusals[reason]);
  const toMerge = reason === "moved" || reason === "stale" ? asked.id : null;
  return data({ fields, key, errors, toMerge, isStale: reason === "stale" }, 409);
}

export default function Remarks() {
  const { asked, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { key, ...answer } = refused ?? {};
  const shown = { ...page, ...answer, formKey: key ?? page.formKey };
  const wanted = refused?.toMerge ?? (refused && refused.fields.do !== "merge" ? null : asked);
  const remark = page.remarks.find(({ id, status }) => id === wanted && status === "open");
  if (remark?.part && page.mayDecide)
    return (
      <MergePage key={key} {...shown} remark={{ ...remark, part: remark.part }} isStale={refused?.isStale ?? false} />
    );
  return <RemarksPage key={key} {...shown} />;
}

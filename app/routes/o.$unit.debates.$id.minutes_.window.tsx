import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { once } from "~/domain/history/commands.server";
import { closeWindow, extendWindow, openWindow } from "~/domain/minutes/commands.window.server";
import { life } from "~/domain/minutes/messages.life.pl";
import { getWindowPage } from "~/domain/minutes/queries.remarks.server";
import { windowSchema } from "~/domain/minutes/schema.life";
import { WindowPage } from "~/domain/minutes/ui/window-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, parseForm } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";

export const meta: MetaFunction = () => [{ title: `${life.step.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "approve");
  const id = nameIn(params.id);
  const { faults: _, ...page } = await getWindowPage(scope, id);
  return { ...page, base: `/o/${unit.slug}/debates/${id}/minutes`, now: new Date(), formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "approve");
  const id = nameIn(params.id);
  const form = await parseForm(request, windowSchema);
  const { fields, key } = form;
  if (!form.ok) return data({ fields, key, errors: form.errors } satisfies Refused, { status: 422 });
  const asked = form.value;
  const result = await once(scope, key, () =>
    asked.do === "open"
      ? openWindow(scope, id, asked.days)
      : asked.do === "extend"
        ? extendWindow(scope, id, asked.until)
        : closeWindow(scope, id),
  );
  if (result.ok) return redirect(`/o/${unit.slug}/debates/${id}/minutes`, 303);
  const field = asked.do === "extend" && result.reason !== "not_possible" ? "until" : "root";
  return data(
    { fields, key, errors: refusedBecause(life.windowRefusals[result.reason], field) } satisfies Refused,
    409,
  );
}

export default function Window() {
  const page = useLoaderData<typeof loader>();
  const { key, ...refused } = useActionData<Refused>() ?? {};
  return <WindowPage key={key} {...page} {...refused} formKey={key ?? page.formKey} />;
}

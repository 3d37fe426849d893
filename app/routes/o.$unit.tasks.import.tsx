import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { applySheet, keepSheet } from "~/domain/tasks/commands.sheet.server";
import { applyRefusal, fileRefusal, sheet } from "~/domain/tasks/messages.sheet.pl";
import { readTaskQuery } from "~/domain/tasks/queries.list.server";
import { previewOf } from "~/domain/tasks/queries.preview.server";
import { SheetPage, SheetPreview } from "~/domain/tasks/ui/sheet-page";
import { taskQuery } from "~/domain/tasks/ui/tasks-page";
import { type Refused, refusedBecause } from "~/platform/forms";
import { newFormKey, readFieldsAndFile } from "~/platform/forms.server";

export const meta: MetaFunction = () => [{ title: `${sheet.title} – Debata` }];

/** Also after a refusal: the preview is then decided anew and says which rows somebody has changed. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const query = new URL(request.url).searchParams;
  const asked = query.get("podglad")?.slice(0, 100);
  const mayImport = may(me.role, "organize");
  const preview = asked && mayImport ? await previewOf(scope, asked) : undefined;
  return {
    home: `/o/${unit.slug}`,
    query: taskQuery(query.has("show") ? readTaskQuery(query) : { show: "all" }),
    tooMany: query.has("za-duzo"),
    mayImport,
    isExpired: Boolean(asked) && !preview,
    preview: preview ?? null,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit } = await requireMember(request, params.unit, "organize");
  const { fields, key, file } = await readFieldsAndFile(request, "file");
  const refused = (message: string, field: string, status: number) =>
    data({ fields, key, errors: refusedBecause(message, field) }, status);
  const preview = (id: string) => redirect(`/o/${unit.slug}/tasks/import?podglad=${encodeURIComponent(id)}`, 303);
  if (fields.do === "apply") {
    const id = String(fields.preview ?? "").slice(0, 100);
    const applied = await applySheet(scope, id);
    return applied.ok ? preview(id) : refused(applyRefusal(applied), "root", 409);
  }
  if (!file) return refused(fileRefusal("missing"), "file", 422);
  const kept = await keepSheet(scope, key, new Uint8Array(await file.arrayBuffer()));
  return kept.ok ? preview(key) : refused(fileRefusal(kept.reason, kept.detail), "file", 422);
}

export default function TaskSheet() {
  const { preview, tooMany, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const errors = refused?.errors ?? (tooMany ? refusedBecause(sheet.tooMany) : undefined);
  if (preview) return <SheetPreview {...page} {...preview} errors={errors} />;
  return <SheetPage {...page} errors={errors} />;
}

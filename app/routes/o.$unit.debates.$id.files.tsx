import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getDebate } from "~/domain/debates/queries.server";
import { once } from "~/domain/history/commands.server";
import { addFile, removeFile } from "~/domain/minutes/commands.files.server";
import { messages } from "~/domain/minutes/messages.files.pl";
import { listFiles } from "~/domain/minutes/queries.files.server";
import { findMinutes } from "~/domain/minutes/queries.server";
import { isFrozen } from "~/domain/minutes/rules";
import { fileSchema } from "~/domain/minutes/schema.files";
import { FilesPage } from "~/domain/minutes/ui/files-page";
import { requireMember } from "~/domain/organizations/gate.server";
import { may } from "~/domain/organizations/policy";
import { refusedBecause } from "~/platform/forms";
import { newFormKey, parseFields, readFieldsAndFile } from "~/platform/forms.server";
import { nameIn } from "~/platform/params.server";
import { cleanLine } from "~/platform/text";

export const meta: MetaFunction = () => [{ title: `${messages.title} – Debata` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit);
  const debate = await getDebate(scope, nameIn(params.id));
  return {
    base: `/o/${unit.slug}/debates/${debate.id}/files`,
    files: await listFiles(scope, debate.id),
    isFrozen: isFrozen((await findMinutes(scope, debate.id))?.status ?? "drafting"),
    mayRecord: may(me.role, "record"),
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, unit, me } = await requireMember(request, params.unit, "record");
  const id = nameIn(params.id);
  const { file, ...sent } = await readFieldsAndFile(request, "file");
  const { fields, key } = sent;
  const page = `/o/${unit.slug}/debates/${id}/files`;
  if (typeof fields.remove === "string") {
    const removed = fields.remove;
    const result = await once(scope, key, () => removeFile(scope, id, removed));
    if (result.ok) return redirect(page, 303);
    return data({ fields, key, errors: refusedBecause(messages.refusals[result.reason]) }, 409);
  }
  const form = parseFields(sent, fileSchema);
  const missing = file ? {} : refusedBecause(messages.fileMissing, "file");
  if (!form.ok || !file) return data({ fields, key, errors: { ...(form.ok ? {} : form.errors), ...missing } }, 422);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const by = [me.rank, me.name].filter(Boolean).join(" ");
  const attachment = { title: form.value.title, fileName: cleanLine(file.name).slice(0, 200), bytes };
  const result = await once(scope, key, () => addFile(scope, id, attachment, by));
  if (result.ok) return redirect(page, 303);
  return data({ fields, key, errors: refusedBecause(messages.refusals[result.reason], "file") }, 422);
}

export default function Files() {
  const page = useLoaderData<typeof loader>();
  const { key, ...refused } = useActionData<typeof action>() ?? {};
  return <FilesPage key={key} {...page} {...refused} formKey={key ?? page.formKey} />;
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openMotionCode } from "~/domain/motions/gate.server";
import { own } from "~/domain/motions/messages.resident.pl";
import { getOwnPage } from "~/domain/motions/queries.own.server";
import { mayStillSubmit } from "~/domain/motions/queries.server";
import { DonePage } from "~/domain/motions/ui/done-page";
import { OwnPage } from "~/domain/motions/ui/own-page";
import { findProgress } from "~/domain/tasks/queries.progress.server";

/** `?nowe`: the confirmation, right after sending or to print it again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, motionId, code } = await openMotionCode(params.code);
  const now = new Date();
  const page = await getOwnPage(scope, motionId, code);
  return {
    ...page,
    progress: await findProgress(scope, page.unit, motionId, now),
    maySubmit: await mayStillSubmit(scope, motionId, now),
    isNew: new URL(request.url).searchParams.has("nowe"),
    now,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? own.title(data.motion.number) : ""} – Debata` },
  { name: "robots", content: "noindex" },
];

export default function OwnMotion() {
  const { isNew, ...page } = useLoaderData<typeof loader>();
  return isNew ? <DonePage {...page} /> : <OwnPage {...page} />;
}

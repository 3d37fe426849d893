import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openPaper } from "~/domain/minutes/gate.server";
import { messages } from "~/domain/minutes/messages.pl";
import { VerifyPage } from "~/domain/minutes/ui/verify-page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { plain: VerifyPage };

export const meta: MetaFunction = () => [
  { title: `${messages.verify.title} – Debata` },
  { name: "description", content: messages.verify.about },
  { name: "robots", content: "noindex" },
];

/** Wrong, too short, unknown: one and the same page. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await openPaper(params.hash);
  const headers = { "Cache-Control": "no-store" };
  if (!found) return data({ paper: null }, { status: 404, headers });
  const { number, approvedAt, sha256, unit, topic, edition, valid, status } = found;
  const page = `/u/${found.unitSlug}/debates/${found.debateSlug}/minutes`;
  const isPublic = status === "published" && found.publishedAt !== null;
  return data(
    {
      paper: {
        ...{ number: number ?? "", approvedAt, sha256, unit, topic, edition, valid },
        path: isPublic ? page : null,
      },
    },
    { headers },
  );
}

export default function Verify() {
  return <VerifyPage {...useLoaderData<typeof loader>()} />;
}

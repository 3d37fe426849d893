import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openUnit } from "~/domain/organizations/gate.server";
import { accessibility } from "~/domain/privacy/messages.legal.pl";
import { getLegal } from "~/domain/privacy/queries.legal.server";
import { AccessibilityPage } from "~/domain/privacy/ui/legal-pages";
import { absolute } from "~/platform/links.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { plain: AccessibilityPage };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accessibility.title} – ${data?.unit.name}` },
  { name: "description", content: accessibility.about },
];

export async function loader({ params }: LoaderFunctionArgs) {
  const { scope, unit } = await openUnit(params.unit);
  return { unit, address: absolute(`/u/${unit.slug}`), legal: await getLegal(scope) };
}

export default function Accessibility() {
  return <AccessibilityPage {...useLoaderData<typeof loader>()} />;
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openUnit } from "~/domain/organizations/gate.server";
import { accessibility } from "~/domain/organizations/messages.legal.pl";
import { AccessibilityPage } from "~/domain/organizations/ui/legal-pages";
import { absolute } from "~/platform/links.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accessibility.title} – ${data?.unit.name}` },
];

export async function loader({ params }: LoaderFunctionArgs) {
  const { unit } = await openUnit(params.unit);
  return { unit, address: absolute(`/u/${unit.slug}`) };
}

export default function Accessibility() {
  return <AccessibilityPage {...useLoaderData<typeof loader>()} />;
}

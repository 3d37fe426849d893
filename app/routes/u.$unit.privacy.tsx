import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openUnit } from "~/domain/organizations/gate.server";
import { privacy } from "~/domain/organizations/messages.legal.pl";
import { PrivacyPage } from "~/domain/organizations/ui/legal-pages";
import { sessionCookieName } from "~/platform/session.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${privacy.title} – ${data?.unit.name}` }];

export async function loader({ params }: LoaderFunctionArgs) {
  const { unit } = await openUnit(params.unit);
  return { unit, cookieName: sessionCookieName };
}

export default function Privacy() {
  return <PrivacyPage {...useLoaderData<typeof loader>()} />;
}

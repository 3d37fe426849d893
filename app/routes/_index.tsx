import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { landing } from "~/domain/organizations/messages.pl";
import { listUnits } from "~/domain/organizations/queries.server";
import { LandingPage } from "~/domain/organizations/ui/landing-page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { plain: LandingPage };

export const meta: MetaFunction = () => [{ title: landing.title }, { name: "description", content: landing.lead }];

export const loader = async () => ({ units: await listUnits() });

export default function Landing() {
  return <LandingPage {...useLoaderData<typeof loader>()} />;
}

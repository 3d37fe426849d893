import { getDebate } from "~/domain/debates/queries.server";
import { getSender } from "~/domain/invitations/queries.letters.server";
import { absolute } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { MOTION_CATEGORIES } from "~db/vocabulary";
import { messages } from "./messages.pl";

/** Four cards a page. The code on them is the debate's own: it leads to the page where a motion can be sent. */
export async function getSlips(scope: Scope, debateId: string, pages: number) {
  const { topic, code, number, year } = await getDebate(scope, debateId);
  const unit = await getSender(scope);
  return {
    unit: unit.name,
    controller: unit.headOffice || unit.name,
    number: `${number}/${year}`,
    topic,
    code,
    address: absolute(`/d/${code}`),
    privacy: absolute(`/u/${unit.slug}/privacy`),
    categories: MOTION_CATEGORIES.map((category) => messages.categories[category]),
    pages,
  };
}

export type SlipsProps = Awaited<ReturnType<typeof getSlips>>;

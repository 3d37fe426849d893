import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { appoint, endTerm, revisePerson } from "./commands.people.server";
import { addOffice, appointNew, archiveBody, renewDesk, reviseBody, reviseOffice } from "./commands.server";
import { getBody } from "./queries.server";
import type { FilledForm } from "./schema";

/** What was filled in on a body's page; `id` is the office, person or term that the form is about. */
type About = { bodyId: string; id: string | undefined; version: number };

export async function saveBodyForm(scope: Scope, about: About, filled: FilledForm, now = new Date()) {
  const { bodyId, version } = about;
  await getBody(scope, bodyId);
  const id = () => about.id ?? notFound();
  switch (filled.form) {
    case "body":
      return reviseBody(scope, bodyId, version, filled.value, now);
    case "office":
      return addOffice(scope, { ...filled.value, bodyId }, now);
    case "title":
      return reviseOffice(scope, id(), version, filled.value, now);
    case "person":
      return revisePerson(scope, id(), version, filled.value, now);
    case "end":
      return endTerm(scope, id(), filled.value.endsOn, now);
    case "appoint": {
      const { personId, person, startsOn } = filled.value;
      if (person) return appointNew(scope, id(), person, startsOn, now);
      return appoint(scope, { officeId: id(), personId, startsOn }, now);
    }
    case "archive":
    case "restore":
      return archiveBody(scope, bodyId, filled.form === "archive", now);
    case "desk":
      return renewDesk(scope, bodyId, now);
  }
}
